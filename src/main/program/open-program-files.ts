import * as v from 'valibot'
import { openJsonFile } from '../files/json-file'
import { programPlaces } from './describe-program'
import { localDataFolder } from './platform'
import { openSessionMemory, sessionFileSchema } from './session-memory'
import { withoutCredentials } from './session-without-credentials'
import { withoutHistory } from './session-without-history'
import { openSettings, settingsFileSchema } from './settings'

/** The program's own files, with what the first window needs of them already read. */
export async function openProgramFiles(userData: string) {
  const places = programPlaces(userData, localDataFolder(userData))
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
    memory: withoutCredentials(withoutHistory(session, keepsHistory)),
  }
}

export type ProgramFiles = Awaited<ReturnType<typeof openProgramFiles>>
