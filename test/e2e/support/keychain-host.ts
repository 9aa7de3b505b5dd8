import type { KeychainAsked, KeychainOutcome } from '../../support/adapter-host/adapter-host'
import { launchAdapterHost, type RunningHost } from '../../support/adapter-host/launch'

/** The adapter of the keychain in a real Electron, with what a test asks of it. */
export type KeychainHost = {
  get: (account: string) => Promise<KeychainOutcome>
  /** Reads a secret while the process that does it is killed. */
  getWhileKilled: (account: string) => Promise<KeychainOutcome>
  set: (account: string, secret: string) => Promise<KeychainOutcome>
  remove: (account: string) => Promise<KeychainOutcome>
  /** Cancels the latest call for that account. */
  cancel: (account: string) => Promise<void>
  stopWaiting: () => Promise<void>
  /** Whether it was told that the keychain has not answered yet. */
  isWaiting: () => Promise<boolean>
  closeKeychain: () => Promise<void>
  /** Null while there is none. */
  keychainPid: () => Promise<number | null>
  running: RunningHost
}

export async function startKeychainHost(
  environment: NodeJS.ProcessEnv,
  deadlineMs = 10_000,
): Promise<KeychainHost> {
  const running = await launchAdapterHost(environment)
  function call(operation: KeychainAsked['operation'], account: string, rest: Partial<KeychainAsked> = {}) {
    return running.app.evaluate((_electron, asked) => globalThis.adapterHost.callKeychain(asked), {
      operation,
      account,
      secret: '',
      deadlineMs,
      killMeanwhile: false,
      ...rest,
    })
  }
  return {
    get: (account) => call('get', account),
    getWhileKilled: (account) => call('get', account, { killMeanwhile: true }),
    set: (account, secret) => call('set', account, { secret }),
    remove: (account) => call('delete', account),
    cancel: (account) =>
      running.app.evaluate((_electron, name) => globalThis.adapterHost.cancelKeychainCall(name), account),
    stopWaiting: () => running.app.evaluate(() => globalThis.adapterHost.stopWaitingForKeychain()),
    isWaiting: () => running.app.evaluate(() => globalThis.adapterHost.isKeychainWaiting()),
    closeKeychain: () => running.app.evaluate(() => globalThis.adapterHost.closeKeychain()),
    keychainPid: () => running.app.evaluate(() => globalThis.adapterHost.keychainPid()),
    running,
  }
}

export function kept(value: string): KeychainOutcome {
  return { ok: true, value }
}

export const done: KeychainOutcome = { ok: true, value: null }
