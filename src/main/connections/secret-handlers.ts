import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import type { Connections } from './connections'

const oneConnection = v.object({ connectionId: identifier })
const otherSecret = v.object({ connectionId: identifier, secret: fieldText })

type SecretOperations = 'saveOtherSecret' | 'promoteSecret' | 'forgetOtherSecret'

/** The two secrets that a credential can have while they are rotated. */
export function secretHandlers(connections: Connections): Pick<Handlers, SecretOperations> {
  return {
    saveOtherSecret: async (input) => {
      const { connectionId, secret } = parseInput(otherSecret, input)
      return connections.saveOtherSecret(connectionId, secret)
    },
    promoteSecret: async (input) => connections.promoteSecret(parseInput(oneConnection, input).connectionId),
    forgetOtherSecret: async (input) =>
      connections.forgetOtherSecret(parseInput(oneConnection, input).connectionId),
  }
}
