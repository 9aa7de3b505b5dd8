import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { spokenLanguages } from '../../shared/language'
import { dateLocales, densities, type ProgramReport } from '../../shared/settings'
import { fieldText, parseInput } from '../input/parse-input'
import { expectedNames, type SettingsStore } from './settings'

const patchSchema = v.object({
  density: v.exactOptional(v.picklist(densities)),
  language: v.exactOptional(v.nullable(v.picklist(spokenLanguages))),
  dateLocale: v.exactOptional(v.nullable(v.picklist(dateLocales))),
  keepsHistory: v.exactOptional(v.boolean()),
  expectedDifferences: v.exactOptional(v.nullable(expectedNames)),
  imsTimeout: v.exactOptional(fieldText),
  aemTimeout: v.exactOptional(fieldText),
})

type Collaborators = {
  settings: SettingsStore
  interfaceLocale: () => string
  /** Gives the menu the words of the language that was chosen. */
  applyLanguage: () => void
  /** Also forgets the asset that the request bar was left with. */
  forgetLastWork: () => Promise<void>
  describeProgram: () => Promise<ProgramReport>
  /** Shows the folder of the program's files in the system's file manager. */
  openFolder: () => Promise<void>
}

export function settingsHandlers({
  settings,
  interfaceLocale,
  applyLanguage,
  forgetLastWork,
  describeProgram,
  openFolder,
}: Collaborators): Pick<Handlers, 'changeSettings' | 'describeProgram' | 'openDataFolder'> {
  return {
    changeSettings: async (input) => {
      const patch = parseInput(patchSchema, input)
      const changed = await settings.change(patch)
      if (!changed.keepsHistory) await forgetLastWork()
      if (patch.language !== undefined) applyLanguage()
      return { ...changed, interfaceLocale: interfaceLocale() }
    },
    describeProgram,
    openDataFolder: async () => {
      await openFolder()
      return null
    },
  }
}
