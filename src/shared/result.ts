import type { CauseId } from './failure-catalogue'
import type { HttpExchange } from './http-exchange'

/** What crosses both borders, main to preload and preload to window: errors travel as data, never as exceptions. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError }

export type MessageValues = Readonly<Record<string, string | number>>

export type FieldName =
  | 'name'
  | 'bucket'
  | 'clientId'
  | 'secret'
  | 'secondSecret'
  | 'scopes'
  | 'imsHost'
  | 'aemHost'
  | 'asset'
  | 'confirmedName'
  | 'note'
  | 'imsTimeout'
  | 'aemTimeout'
  | 'proxyAddress'
  | 'proxyUser'
  | 'proxyPassword'

/** A problem with one field. `code` names a message `field.<code>`; `values` fill its placeholders. */
export type FieldProblem = { field: FieldName; code: FieldProblemCode; values: MessageValues }

export type FieldProblemCode =
  | 'empty'
  | 'too-long'
  | 'control-characters'
  | 'name-taken'
  | 'bucket-not-author'
  | 'bucket-unknown'
  | 'bucket-of-other-connection'
  | 'client-id-characters'
  | 'client-id-is-account'
  | 'secret-line-break'
  | 'secret-control'
  | 'secret-spaces'
  | 'secret-too-big'
  | 'secret-surrogate'
  | 'secret-characters'
  | 'secret-again'
  | 'second-secret-stored'
  | 'looks-like-secret'
  | 'looks-like-token'
  | 'is-the-secret'
  | 'scope-characters'
  | 'host-not-https'
  | 'host-not-a-host'
  | 'host-has-login'
  | 'host-has-path'
  | 'asset-not-an-id'
  | 'asset-has-path'
  | 'asset-is-path'
  | 'asset-not-one'
  | 'asset-of-other-bucket'
  | 'asset-not-in-address'
  | 'asset-host-unknown'
  | 'asset-json-without-id'
  | 'asset-vanity-id'
  | 'text-too-long'
  | 'name-not-confirmed'
  | 'import-gone'
  | 'seconds-out-of-range'
  | 'proxy-not-an-address'
  | 'proxy-has-login'
  | 'script-not-an-address'
  | 'user-has-colon'

/** Why the keychain did not do what was asked; each has its own words in the window. */
export type KeychainProblem =
  | 'absent'
  | 'locked'
  | 'hung'
  | 'refused'
  | 'not-loaded'
  | 'secret-missing'
  | 'not-kept'

/** What was sent and seen, with secrets left out, for people who have to fix it and for Adobe support. */
export type Evidence = {
  method: string
  url: string
  status: number | null
  contentType: string | null
  /** The request ID of whichever header or body member carried one. */
  requestId: string | null
  /** At most 500 characters of the answer, plain text. */
  excerpt: string
  /** ISO 8601, UTC. */
  at: string
  durationMs: number
  /** The whole call, where it was recorded. */
  exchange?: HttpExchange
  /** Of a refused change: the positions of the operations that the answer names; empty where it names none. */
  operations?: readonly number[]
}

export type AppError =
  | { kind: 'input'; problems: readonly FieldProblem[] }
  | { kind: 'keychain'; problem: KeychainProblem; detail: string }
  | { kind: 'failure'; cause: CauseId; values: MessageValues; evidence: Evidence | null }
  | { kind: 'storage'; path: string; detail: string }
  | { kind: 'gone' }
  | { kind: 'cancelled' }
  | { kind: 'unexpected' }
