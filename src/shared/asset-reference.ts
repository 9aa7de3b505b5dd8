import type { Evidence, FieldProblem } from './result'

/** What a text that leads to an asset was taken for. */
export type ReferenceForm =
  | 'asset-id'
  | 'uuid'
  | 'api'
  | 'delivery'
  | 'json-address'
  | 'metadata-node'
  | 'details'
  | 'properties'
  | 'folder'
  | 'crxde'
  | 'experience-cloud'
  | 'content-hub'
  | 'fragment-editor'
  | 'file'
  | 'http-api'
  | 'table'
  | 'page'
  | 'path'
  | 'curl'
  | 'snippet'
  | 'json'
  | 'text'

/** A service of AEM as a Cloud Service, as the first word of its host says. */
export type AemTier = 'author' | 'publish' | 'preview' | 'delivery'

/** An asset ID, or a repository path below `/content/dam/` whose ID only AEM knows. */
export type AssetTarget = { by: 'id'; assetId: string } | { by: 'path'; path: string }

export type AssetReference = {
  form: ReferenceForm
  target: AssetTarget
  /** The author bucket of the environment that was named, such as `author-p1-e2`; null where none was. */
  bucket: string | null
  /** Which of the environment's hosts was named; null where none was. */
  tier: AemTier | null
  /** A host in the address that is none of AEM as a Cloud Service, as punycode: nothing is ever sent there. */
  foreignHost: string | null
}

/** Characters of a text that names assets. Nobody pastes more; longer ones are files for a script, and would stop the window. */
export const longestAssetText = 1_000_000

/** What the text in the asset field says. */
export type AssetUnderstanding =
  | {
      understood: true
      /** In the order of the text, each once. */
      references: readonly [AssetReference, ...AssetReference[]]
      /** There are more than are listed. */
      isCut: boolean
      /** The author buckets of all environments that the text names. */
      buckets: readonly string[]
    }
  | { understood: false; problem: FieldProblem }

/** What the window asks for; `bucket` as typed. */
export type PathQuery = {
  connectionId: string
  bucket: string
  path: string
  /** Names this piece of work for progress and cancel. */
  ticket: string
}

/** What AEM says about a path. */
export type PathLookup = {
  path: string
  /** The address that was asked, if it may be opened in a browser. */
  address: string | null
} & (
  | { outcome: 'found'; assetId: string }
  /**
   * `refused`: AEM wants a person here, not a technical account. `missing`: there is nothing at this path, or nothing that
   * may be seen. `no-id`: what is there has no `jcr:uuid`, as most folders.
   */
  | { outcome: 'refused' | 'missing' | 'no-id'; evidence: Evidence }
)
