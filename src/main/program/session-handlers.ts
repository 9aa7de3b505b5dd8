import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import type { Theme } from '../../shared/session'
import { parseInput } from '../input/parse-input'
import { type SessionMemory, sessionPatchSchema } from './session-memory'

const textSchema = v.object({ text: v.string() })

type Collaborators = {
  session: SessionMemory
  applyTheme: (theme: Theme) => void
  /** Puts text on the clipboard and tells whether it can be read back as it is. */
  copy: (text: string) => Promise<boolean>
}

export function sessionHandlers({
  session,
  applyTheme,
  copy,
}: Collaborators): Pick<Handlers, 'rememberSession' | 'copyText'> {
  return {
    rememberSession: async (input) => {
      const state = await session.remember(parseInput(sessionPatchSchema, input))
      applyTheme(state.theme)
      return state
    },
    copyText: async (input) => ({ exact: await copy(parseInput(textSchema, input).text) }),
  }
}
