import * as v from 'valibot'
import { connectionsFileSchema } from '../connections/connection-record'
import { openJsonFile } from '../files/json-file'
import { programPlaces } from './describe-program'
import { forgetWorkWithoutHistory } from './private-session'
import { openSessionMemory, sessionFileSchema } from './session-memory'
import { openSettings, settingsFileSchema } from './settings'

/** The program's own files, with what the first window needs of them already read. */
export async function openProgramFiles(userData: string) {
  const places = programPlaces(userData)
  const [settings, session] = await Promise.all([
    openSettings(openJsonFile(places.settings, (content) => v.parse(settingsFileSchema, content))),
    openSessionMemory(openJsonFile(places.session, (content) => v.parse(sessionFileSchema, content))),
  ])
  function keepsHistory(): boolean {
    return settings.current().keepsHistory
  }
  return {
    userData,
    places,
    settings,
    keepsHistory,
    memory: forgetWorkWithoutHistory(session, keepsHistory),
    connectionsFile: openJsonFile(places.connections, (content) => v.parse(connectionsFileSchema, content)),
  }
}

export type ProgramFiles = Awaited<ReturnType<typeof openProgramFiles>>
