import type { Environment } from './connections'

export type ImportFormat =
  | 'adc-project'
  | 'env'
  | 'postman-environment'
  | 'postman-collection'
  | 'curl'
  | 'http-request'
  | 'json'
  /** Names and values in the code or the words of a text. */
  | 'text'
  /** What `shareConnection` of a colleague made: everything but the secret. */
  | 'shared-connection'

/** Why nothing was taken; each has words that say which file to fetch, and where. */
export type ImportRefusal =
  | 'empty'
  | 'too-large'
  | 'broken-json'
  | 'not-understood'
  | 'no-credential'
  /** The names of a credential are there, their values are blank or to be filled in. */
  | 'values-missing'
  /** An environment of Postman that was exported with blank values. */
  | 'postman-values-missing'
  /** The `.aio` file of an Adobe I/O app: it lists credentials, and keeps what belongs to them elsewhere. */
  | 'aio-file'
  /** A token alone. */
  | 'access-token'
  /** AEM Developer Console, service credentials: the JWT flow. */
  | 'aem-service-credentials'
  /** AEM Developer Console, local development token: a user's token for a day. */
  | 'local-development-token'
  /** OAuth Web App, Single Page App or native app: for signed-in users. */
  | 'user-auth-credential'
  /** Service Account (JWT), out of service since 2026. */
  | 'jwt-credential'
  | 'api-key-only'

/** What a file says of a credential that an import does not take. */
export type ImportLeftOut = {
  /** Beyond the two that Adobe keeps of a credential. */
  secretCount: number
  /** Hosts that are neither Adobe's nor this machine: no file may choose where a secret goes. */
  imsHost: string | null
  aemHost: string | null
}

/** What an import is not sure of; each has words of its own. */
export type ImportDoubt =
  /** The secret has a `#` outside of quotes, where some programs begin a comment. It is taken whole. */
  | 'secret-with-hash'
  /** The file names a secret whose value is blank, or to be filled in. */
  | 'secret-left-blank'
  /** Several client IDs and secrets, and nothing that tells which belong together. No secret is taken. */
  | 'secrets-not-told-apart'

/** One credential of a file as the window may see it: how many secrets, not which. */
export type ImportCandidate = {
  name: string
  clientId: string
  scopes: readonly string[]
  secretCount: number
  technicalAccountEmail: string | null
  /** Organisation, project and workspace, as far as the file names them. */
  origin: string | null
  bucket: string | null
  environment: Environment | null
  imsHost: string | null
  aemHost: string | null
  /** The credential was migrated from JWT and keeps its client ID. */
  migrated: boolean
  doubts: readonly ImportDoubt[]
  leftOut: ImportLeftOut
}

export type ImportReading =
  | { found: true; importId: string; format: ImportFormat; candidates: readonly ImportCandidate[] }
  | { found: false; refusal: ImportRefusal }

/** Far above any file that Adobe makes, and quick to read. */
export const largestImportBytes = 1_048_576
