import type { Environment } from './connections'

export type ImportFormat =
  | 'adc-project'
  | 'env'
  | 'postman-environment'
  | 'curl'
  | 'json'
  /** What `shareConnection` of a colleague made: everything but the secret. */
  | 'shared-connection'

/** Why nothing was taken; each has words that say which file to fetch, and where. */
export type ImportRefusal =
  | 'empty'
  | 'too-large'
  | 'broken-json'
  | 'not-understood'
  | 'no-credential'
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
  leftOut: ImportLeftOut
}

export type ImportReading =
  | { found: true; importId: string; format: ImportFormat; candidates: readonly ImportCandidate[] }
  | { found: false; refusal: ImportRefusal }

/** Far above any file that Adobe makes, and quick to read. */
export const largestImportBytes = 1_048_576
