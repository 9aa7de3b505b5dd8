import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import type { Connections } from './connections'

const oneConnection = v.object({ connectionId: identifier })
const secondSecret = v.object({ connectionId: identifier, secret: fieldText })

type SecretOperations = 'saveSecondSecret' | 'promoteSecret' | 'forgetSecondSecret'

/** The two secrets that a credential can have while they are rotated. */
export function secretHandlers(connections: Connections): Pick<Handlers, SecretOperations> {
  return {
    saveSecondSecret: async (input) => {
      const { connectionId, secret } = parseInput(secondSecret, input)
      return connections.saveSecondSecret(connectionId, secret)
    },
    promoteSecret: async (input) => connections.promoteSecret(parseInput(oneConnection, input).connectionId),
    forgetSecondSecret: async (input) =>
      connections.forgetSecondSecret(parseInput(oneConnection, input).connectionId),
  }
}
