import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { dateLocales, densities, type ProgramReport } from '../../shared/settings'
import { fieldText, parseInput } from '../input/parse-input'
import type { SettingsStore } from './settings'

const patchSchema = v.object({
  density: v.exactOptional(v.picklist(densities)),
  dateLocale: v.exactOptional(v.nullable(v.picklist(dateLocales))),
  keepsHistory: v.exactOptional(v.boolean()),
  imsTimeout: v.exactOptional(fieldText),
  aemTimeout: v.exactOptional(fieldText),
})

type Collaborators = {
  settings: SettingsStore
  /** Also forgets the asset that the request bar was left with. */
  forgetLastWork: () => Promise<void>
  describeProgram: () => Promise<ProgramReport>
  /** Shows the folder of the program's files in the system's file manager. */
  openFolder: () => Promise<void>
}

export function settingsHandlers({
  settings,
  forgetLastWork,
  describeProgram,
  openFolder,
}: Collaborators): Pick<Handlers, 'readSettings' | 'changeSettings' | 'describeProgram' | 'openDataFolder'> {
  return {
    readSettings: async () => settings.current(),
    changeSettings: async (input) => {
      const changed = await settings.change(parseInput(patchSchema, input))
      if (!changed.keepsHistory) await forgetLastWork()
      return changed
    },
    describeProgram,
    openDataFolder: async () => {
      await openFolder()
      return null
    },
  }
}
