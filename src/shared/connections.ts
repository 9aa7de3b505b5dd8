export const environments = ['development', 'stage', 'production'] as const
export type Environment = (typeof environments)[number]

/** A secret in the keychain, or in memory until the program ends, because the user chose that. `since` is ISO 8601, UTC. */
export type StoredSecret = { place: 'keychain' | 'session'; since: string }

/** Where the secret of a connection is. */
export type SecretStatus =
  | StoredSecret
  | { place: 'missing' }
  /** The demo cloud brings its own; nothing is stored. */
  | { place: 'demo' }

/** A connection as the window sees it: everything but the secret. */
export type Connection = {
  id: string
  kind: 'adobe' | 'demo'
  name: string
  environment: Environment
  /** `author-p<program>-e<environment>` */
  bucket: string
  clientId: string
  scopes: readonly string[]
  /** Origin such as `https://ims-na1.adobelogin.com`, or null for the default of Adobe IMS. */
  imsHost: string | null
  /** Origin, or null for the host that belongs to the bucket. */
  aemHost: string | null
  /** Where its metadata comes from; see `AssetKey`. */
  author: string
  /** Whose hosts it uses. */
  hosts: HostOrigin
  secret: SecretStatus
  /** A second secret of the same credential, kept beside the first while secrets are rotated. */
  secondSecret: StoredSecret | null
  /** Days since the secret was stored, when it is due for rotation; null before that. */
  rotationDueAfterDays: number | null
  technicalAccountEmail: string | null
  /** Whether metadata may be changed with it: on development unless the user says otherwise, elsewhere only then. */
  allowsChanges: boolean
}

/** `custom`: at least one host is neither Adobe's nor the built-in demo cloud. */
export type HostOrigin = 'adobe' | 'demo' | 'custom'

/** Names a credential of an import, whose secrets the main process holds until the connection is saved. */
export type ImportedCredential = { importId: string; candidate: number }

/** What the user typed, as typed: the main process understands or refuses it. */
export type ConnectionDraft = {
  /** null for a new connection */
  id: string | null
  name: string
  environment: Environment
  bucket: string
  clientId: string
  /** Empty keeps the stored secret. */
  secret: string
  scopes: string
  imsHost: string
  aemHost: string
  /** Where a new secret goes: `session` only when the user chose it because the keychain cannot be used. */
  keepSecretIn: 'keychain' | 'session'
  /** The imported credential whose secrets are used, or null. */
  imported: ImportedCredential | null
}

export type ConnectionList = {
  connections: readonly Connection[]
  /** Where a connections file that could not be read was put aside in this session, or null. */
  setAside: string | null
  /** Connections that can be brought back until the window closes, newest first. */
  forgotten: readonly { id: string; name: string }[]
}
