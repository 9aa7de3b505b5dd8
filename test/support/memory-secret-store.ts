import { EventEmitter, once } from 'node:events'
import { Failure } from '../../src/main/failures/failure'
import type { SecretStore } from '../../src/main/keychain/secret-store'
import type { KeychainProblem } from '../../src/shared/result'

export type KeychainOperation = 'get' | 'set' | 'delete'

export type MemorySecretStore = SecretStore & {
  /** What is kept, by account. */
  kept: Map<string, string>
  /** From now on every call fails with this; null brings the keychain back. */
  failWith: (problem: KeychainProblem | null) => void
  /** From now on calls that `fails` tells of fail with this. */
  failWhen: (problem: KeychainProblem, fails: (operation: KeychainOperation) => boolean) => void
  /** From now on calls are not answered until the keychain is let go, unless they are cancelled. */
  hold: () => { letGo: () => void }
  /** From now on a new secret does not come back as it was written. */
  keepNothing: () => void
}

/** A keychain in memory that can be absent, locked, hung or forgetful. */
export function createMemorySecretStore(kept = new Map<string, string>()): MemorySecretStore {
  let problemOf: (operation: KeychainOperation) => KeychainProblem | null = () => null
  let held = Promise.resolve()
  let keepsNothing = false
  function refuse(problem: KeychainProblem): never {
    throw new Failure({ kind: 'keychain', problem, detail: '' })
  }
  async function take(operation: KeychainOperation, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    const cancelled = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
    await Promise.race([held, cancelled])
    const problem = problemOf(operation)
    if (problem !== null) refuse(problem)
  }
  return {
    kept,
    failWith: (problem) => {
      problemOf = () => problem
    },
    failWhen: (problem, fails) => {
      problemOf = (operation) => (fails(operation) ? problem : null)
    },
    hold: () => {
      const waiting = new EventEmitter()
      held = once(waiting, 'over').then(() => undefined)
      return { letGo: () => void waiting.emit('over') }
    },
    keepNothing: () => {
      keepsNothing = true
    },
    get: async (account, signal) => {
      await take('get', signal)
      return kept.get(account) ?? refuse('secret-missing')
    },
    set: async (account, secret, signal) => {
      await take('set', signal)
      if (keepsNothing) return refuse('not-kept')
      kept.set(account, secret)
    },
    delete: async (account) => {
      await take('delete')
      kept.delete(account)
    },
  }
}
