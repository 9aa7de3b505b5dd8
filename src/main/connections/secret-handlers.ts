import * as v from 'valibot'
import type { Connection } from '../../shared/connections'
import type { Handlers } from '../../shared/contract'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import type { Connections } from './connections'

const oneConnection = v.object({ connectionId: identifier })
const otherSecret = v.object({ connectionId: identifier, secret: fieldText })

type Collaborators = {
  connections: Connections
  /** Drops tokens and documents that were got with a secret that is no longer the current one. */
  dropWhatIsHeld: (connectionId: string) => void
  /** Lets the keychain call under way fail as hung. */
  stopWaitingForKeychain: () => void
}

type SecretOperations = 'saveOtherSecret' | 'promoteSecret' | 'forgetOtherSecret' | 'stopWaitingForKeychain'

/** The two secrets that a credential can have while they are rotated, and the keychain that keeps them. */
export function secretHandlers({
  connections,
  dropWhatIsHeld,
  stopWaitingForKeychain,
}: Collaborators): Pick<Handlers, SecretOperations> {
  async function afterwards(connection: Promise<Connection>): Promise<Connection> {
    const changed = await connection
    dropWhatIsHeld(changed.id)
    return changed
  }
  return {
    saveOtherSecret: (input) => {
      const { connectionId, secret } = parseInput(otherSecret, input)
      return afterwards(connections.saveOtherSecret(connectionId, secret))
    },
    promoteSecret: (input) =>
      afterwards(connections.promoteSecret(parseInput(oneConnection, input).connectionId)),
    forgetOtherSecret: (input) =>
      afterwards(connections.forgetOtherSecret(parseInput(oneConnection, input).connectionId)),
    stopWaitingForKeychain: async () => {
      stopWaitingForKeychain()
      return null
    },
  }
}
