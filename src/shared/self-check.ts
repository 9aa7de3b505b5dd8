import type { AppError, MessageValues } from './result'

/** What the program tries of its own installation, in this order; `start` is told of only where it failed. */
export const selfCheckItems = ['start', 'files', 'window', 'page', 'fuses', 'keychain', 'demo'] as const
export type SelfCheckItem = (typeof selfCheckItems)[number]

/** `not-tried`: nothing here could tell, which is no fault of the installation. */
export type SelfCheckState = 'ok' | 'failed' | 'not-tried'

export type SelfCheckCode =
  | 'ended-early'
  | 'no-screen'
  | 'files-written'
  | 'window-painted'
  | 'window-hidden'
  | 'window-blank'
  | 'window-without-bridge'
  | 'page-guarded'
  | 'page-of-server'
  | 'page-header-differs'
  | 'page-policy-without-effect'
  | 'fuses-set'
  | 'fuses-differ'
  | 'fuses-not-packaged'
  | 'fuses-not-read'
  | 'keychain-works'
  | 'keychain-value-differs'
  | 'keychain-not-removed'
  | 'demo-read'
  | 'timed-out'
  | 'broken'
  /** The words are those of `error`. */
  | 'error'

export type SelfCheckOutcome = {
  state: SelfCheckState
  /** Message `note.<code>` with its values. */
  code: SelfCheckCode
  values: MessageValues
  error: AppError | null
}

export type SelfCheckResult = SelfCheckOutcome & { item: SelfCheckItem; durationMs: number }

export type SelfCheckReport = {
  program: { version: string; isTestBuild: boolean; isPackaged: boolean }
  runtime: { electron: string; chromium: string; node: string }
  system: {
    platform: string
    release: string
    arch: string
    /** Of Linux, such as `x11` or `wayland`; null elsewhere and where the session does not tell. */
    session: string | null
    locale: string
  }
  /** ISO 8601, UTC. */
  startedAt: string
  finishedAt: string
  /** Nothing failed. */
  isOk: boolean
  results: readonly SelfCheckResult[]
}
