import * as v from 'valibot'
import { openJsonFile } from '../files/json-file'
import { programPlaces } from './describe-program'
import { interfaceLocale } from './interface-locale'
import { type MainMessages, mainMessages } from './main-messages'
import { localDataFolder } from './platform'
import { openSessionMemory, sessionFileSchema } from './session-memory'
import { withoutCredentials } from './session-without-credentials'
import { withoutHistory } from './session-without-history'
import { openSettings, settingsFileSchema } from './settings'

/**
 * The program's own files, with what the first window needs of them already read. `systemLanguages` are locales, best first; they
 * are asked for once Electron is ready.
 */
export async function openProgramFiles(userData: string, systemLanguages: () => readonly string[]) {
  const places = programPlaces(userData, localDataFolder(userData))
  const [settings, session] = await Promise.all([
    openSettings(openJsonFile(places.settings, (content) => v.parse(settingsFileSchema, content))),
    openSessionMemory(openJsonFile(places.session, (content) => v.parse(sessionFileSchema, content))),
  ])
  function keepsHistory(): boolean {
    return settings.current().keepsHistory
  }
  function locale(): string {
    return interfaceLocale(settings.current().language, systemLanguages())
  }
  function messages(): MainMessages {
    return mainMessages(locale())
  }
  return {
    userData,
    places,
    settings,
    keepsHistory,
    interfaceLocale: locale,
    messages,
    memory: withoutCredentials(withoutHistory(session, keepsHistory)),
    settled: async () => {
      await Promise.all([settings.settled(), session.settled()])
    },
  }
}

export type ProgramFiles = Awaited<ReturnType<typeof openProgramFiles>>
