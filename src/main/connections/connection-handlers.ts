import * as v from 'valibot'
import { type ConnectionDraft, environments, type ImportedCredential } from '../../shared/connections'
import type { Handlers } from '../../shared/contract'
import { Failure } from '../failures/failure'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import type { Connections, ImportedSecrets } from './connections'
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
const forgetSchema = v.object({ connectionId: identifier, forGood: v.boolean() })

type Collaborators = {
  connections: Connections
  demo: DemoConnections
  imports: {
    /** What was read from a file or a text; null when it is no longer there. */
    take: (imported: ImportedCredential) => ImportedSecrets | null
    drop: (importId: string) => void
  }
}

type ConnectionOperations =
  | 'saveConnection'
  | 'forgetConnection'
  | 'restoreConnection'
  | 'tryDemo'
  | 'addDemoStage'
  | 'listDemo'

export function connectionHandlers({
  connections,
  demo,
  imports,
}: Collaborators): Pick<Handlers, ConnectionOperations> {
  function takeImport(imported: ConnectionDraft['imported']): ImportedSecrets | null {
    if (imported === null) return null
    const found = imports.take(imported)
    if (found) return found
    throw new Failure({ kind: 'input', problems: [{ field: 'secret', code: 'import-gone', values: {} }] })
  }
  return {
    saveConnection: async (input) => {
      const draft = parseInput(draftSchema, input)
      const connection = await connections.save(draft, takeImport(draft.imported))
      if (draft.imported !== null) imports.drop(draft.imported.importId)
      return connection
    },
    forgetConnection: async (input) => {
      const { connectionId, forGood } = parseInput(forgetSchema, input)
      const { isSecretLeft } = await connections.forget(connectionId, forGood)
      return { list: await connections.list(), isSecretLeft }
    },
    restoreConnection: async (input) => {
      await connections.restore(parseInput(oneConnection, input).connectionId)
      return connections.list()
    },
    tryDemo: () => demo.open(),
    addDemoStage: () => demo.openStage(),
    listDemo: () => demo.offer(),
  }
}
