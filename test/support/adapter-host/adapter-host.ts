import type { ProxyRules } from '../../../src/main/calls/call-rules'
import type { Refusal } from '../../../src/shared/failure-signal'
import type { KeychainProblem } from '../../../src/shared/result'

/** What the program of the tests offers, as plain data, since it crosses from one process to another. */
export type AdapterHost = {
  send: (asked: HttpAsked) => Promise<HttpOutcome>
  cancel: (id: string) => void
  /** What calls go by from now on. */
  setNetwork: (asked: NetworkAsked) => void
  callKeychain: (asked: KeychainAsked) => Promise<KeychainOutcome>
  /** Whether the keychain keeps its caller waiting, as far as that was told. */
  isKeychainWaiting: () => boolean
  stopWaitingForKeychain: () => void
  /** Cancels the latest call for that account. */
  cancelKeychainCall: (account: string) => void
  closeKeychain: () => void
  keychainPid: () => number | null
  /** Copies a secret for so many milliseconds. */
  copySecret: (text: string, milliseconds: number) => Promise<void>
  /** What can be pasted, from each place of this system. */
  pasteEverywhere: () => Promise<string[]>
  /** What our own scheme answers to the window. */
  fetchApp: (folder: string, asked: { url: string; method: string }) => Promise<AppAnswer>
}

export type NetworkAsked = {
  proxy: (ProxyRules & { proxyBypassRules?: string }) | null
  /** PEM */
  authorities: readonly string[]
  login: { user: string; password: string } | 'refused' | null
  /** Fingerprint of a client certificate. */
  certificate: string | null
}

export type AppAnswer = { status: number; headers: Record<string, string>; body: string }

export type HttpAsked = {
  /** Names the request for `cancel`. */
  id: string
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body: string | null
  headersDeadlineMs: number
  totalDeadlineMs: number
  maxBytes: number
  cancelOnceReceived: boolean
}

export type HttpOutcome =
  | {
      kind: 'answer'
      status: number
      headers: Readonly<Record<string, string>>
      /** Base64 */
      body: string
      durationMs: number
      /** What was told of progress. */
      received: number[]
    }
  | {
      kind: 'problem'
      network: string | null
      refused: Refusal | null
      target: string | null
      status: number | null
    }
  | { kind: 'thrown'; reason: string }

export type KeychainAsked = {
  operation: 'get' | 'set' | 'delete'
  account: string
  secret: string
  deadlineMs: number
  /** Ends the keychain's process once the call is on its way to it. */
  killMeanwhile: boolean
}

export type KeychainOutcome =
  | { ok: true; value: string | null }
  | { ok: false; problem: KeychainProblem | 'cancelled'; detail: string }

declare global {
  var adapterHost: AdapterHost
}
