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
  updates: Updates,
  openPage: (address: string) => Promise<void>,
): Pick<Handlers, Operations> {
  return {
    readUpdates: async () => updates.state(),
    allowUpdates: (input) => updates.allow(parseInput(allowSchema, input).isAllowed),
    checkForUpdate: updates.check,
    downloadUpdate: async () => updates.download(),
    cancelUpdate: async () => updates.cancel(),
    installUpdate: updates.install,
    openUpdateServer: async () => {
      const { server } = updates.state()
      if (server !== null) await openPage(server)
      return null
    },
  }
}
