import * as v from 'valibot'
import { type ConnectionDraft, environments } from '../../shared/connections'
import type { Handlers } from '../../shared/contract'
import { Failure } from '../failures/failure'
import type { FoundCredential } from '../imports/clean-credential'
import type { Imports } from '../imports/imports'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import type { Connections } from './connections'
import type { DemoConnections } from './demo-connections'

const draftSchema = v.object({
  id: v.nullable(identifier),
  name: fieldText,
  environment: v.picklist(environments),
  bucket: fieldText,
  clientId: fieldText,
  secret: fieldText,
  scopes: fieldText,
  imsHost: fieldText,
  aemHost: fieldText,
  keepSecretIn: v.picklist(['keychain', 'session']),
  imported: v.nullable(
    v.object({ importId: identifier, candidate: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  ),
})
const oneConnection = v.object({ connectionId: identifier })

type Collaborators = {
  connections: Connections
  demo: DemoConnections
  imports: Imports
  /** Drops tokens and documents of a connection that was changed or forgotten. */
  dropWhatIsHeld: (connectionId: string) => void
  /** Lets what is kept of a connection go with it, or stay because it came back. */
  markForgotten: (connectionId: string, isForgotten: boolean) => Promise<void>
}

type ConnectionOperations =
  | 'listConnections'
  | 'saveConnection'
  | 'forgetConnection'
  | 'restoreConnection'
  | 'tryDemo'
  | 'listDemo'

export function connectionHandlers({
  connections,
  demo,
  imports,
  dropWhatIsHeld,
  markForgotten,
}: Collaborators): Pick<Handlers, ConnectionOperations> {
  function takeImport(imported: ConnectionDraft['imported']): FoundCredential | null {
    if (imported === null) return null
    const found = imports.take(imported)
    if (found) return found
    throw new Failure({ kind: 'input', problems: [{ field: 'secret', code: 'import-gone', values: {} }] })
  }
  return {
    listConnections: () => connections.list(),
    saveConnection: async (input) => {
      const draft = parseInput(draftSchema, input)
      const connection = await connections.save(draft, takeImport(draft.imported))
      if (draft.imported !== null) imports.drop(draft.imported.importId)
      dropWhatIsHeld(connection.id)
      return connection
    },
    forgetConnection: async (input) => {
      const { connectionId } = parseInput(oneConnection, input)
      const list = await connections.forget(connectionId)
      dropWhatIsHeld(connectionId)
      await markForgotten(connectionId, true)
      return list
    },
    restoreConnection: async (input) => {
      const { connectionId } = parseInput(oneConnection, input)
      const list = await connections.restore(connectionId)
      await markForgotten(connectionId, false)
      return list
    },
    tryDemo: () => demo.open(),
    listDemo: () => demo.offer(),
  }
}
