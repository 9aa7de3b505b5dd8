import { cancelled } from '../failures/failure'
import {
  createKeychainWorker,
  isKeychainFailure,
  type KeychainRequest,
  type KeychainWorkerOptions,
  keychainFailure,
} from './keychain-worker'
import type { SecretStore } from './secret-store'
import { createWaitingLine } from './waiting-line'

type Options = KeychainWorkerOptions & {
  /**
   * Milliseconds until a call counts as hung. A keychain that asks for its password answers only after a person has typed
   * it.
   */
  deadlineMs: number
  /**
   * Whether this system's keychain answers "no such secret" although it is only locked, as libsecret does; then a
   * trial write tells the two apart.
   */
  hidesLock: boolean
}

export type Keychain = SecretStore & {
  /** Every call that is not answered yet counts as hung from now on. Nothing happens when there is none. */
  stopWaiting: () => void
  /** Ends its process for good: pending and later calls are canceled. */
  close: () => void
}

/** Always the same, so that a program that is ended in between leaves one at most, which the next trial removes. */
const trialAccount = 'trial'

type Ask = (request: KeychainRequest) => Promise<string | null | boolean>

/** The OS keychain, reached through a process of its own; see `keychain-process`. One call at a time. */
export function createKeychain({ deadlineMs, hidesLock, ...workerOptions }: Options): Keychain {
  const worker = createKeychainWorker(workerOptions)
  const line = createWaitingLine({ ms: deadlineMs, reason: () => keychainFailure('hung') })
  let isClosed = false

  async function inTurn<T>(work: (ask: Ask) => Promise<T>, cancel?: AbortSignal): Promise<T> {
    if (isClosed) throw cancelled()
    try {
      return await line.run((signal) => work((request) => worker.call(request, signal)), cancel)
    } catch (thrown) {
      // Whoever waits behind a call that hangs would hang as well, each after the other.
      if (isKeychainFailure(thrown, 'hung')) line.endAll(thrown)
      throw thrown
    }
  }

  /** Opens a keychain that is locked, which may ask for its password, or throws `locked`. */
  async function openByTrial(ask: Ask): Promise<void> {
    await ask({ operation: 'set', account: trialAccount, secret: 'trial' })
    await ask({ operation: 'delete', account: trialAccount })
  }

  /** Asks once more where the answer is "no such secret" and the keychain was perhaps locked. */
  async function askPastLock(ask: Ask, request: KeychainRequest): Promise<string | null | boolean> {
    const answer = await ask(request)
    if (!hidesLock || (answer !== null && answer !== false)) return answer
    await openByTrial(ask)
    return ask(request)
  }

  return {
    get: (account, signal) =>
      inTurn(async (ask) => {
        const secret = await askPastLock(ask, { operation: 'get', account })
        if (typeof secret !== 'string') throw keychainFailure('secret-missing')
        return secret
      }, signal),
    set: (account, secret, signal) =>
      inTurn(async (ask) => {
        await ask({ operation: 'set', account, secret })
        if ((await ask({ operation: 'get', account })) !== secret) throw keychainFailure('not-kept')
      }, signal),
    delete: (account) =>
      inTurn(async (ask) => {
        await askPastLock(ask, { operation: 'delete', account })
      }),
    stopWaiting: () => line.endAll(keychainFailure('hung')),
    close: () => {
      isClosed = true
      line.endAll(cancelled())
      worker.end()
    },
  }
}
