import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { parseInput } from '../input/parse-input'
import type { Updates } from './updates'

const allowSchema = v.object({ isAllowed: v.boolean() })

type Operations =
  | 'readUpdates'
  | 'allowUpdates'
  | 'checkForUpdate'
  | 'downloadUpdate'
  | 'cancelUpdate'
  | 'installUpdate'
  | 'openUpdateServer'

/** Newer versions of the program. `openPage` opens an address in the user's browser. */
export function updateHandlers(
  updates: () => Promise<Updates>,
  openPage: (address: string) => Promise<void>,
): Pick<Handlers, Operations> {
  return {
    readUpdates: async () => (await updates()).state(),
    allowUpdates: async (input) => {
      const { isAllowed } = parseInput(allowSchema, input)
      return (await updates()).allow(isAllowed)
    },
    checkForUpdate: async () => (await updates()).check(),
    downloadUpdate: async () => (await updates()).download(),
    cancelUpdate: async () => (await updates()).cancel(),
    installUpdate: async () => (await updates()).install(),
    openUpdateServer: async () => {
      const { server } = (await updates()).state()
      if (server !== null) await openPage(server)
      return null
    },
  }
}
