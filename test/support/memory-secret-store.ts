import { Failure } from '../../src/main/failures/failure'
import type { SecretStore } from '../../src/main/keychain/secret-store'
import type { KeychainProblem } from '../../src/shared/result'

export type MemorySecretStore = SecretStore & {
  /** What is kept, by account. */
  kept: Map<string, string>
  /** From now on every call fails with this; null brings the keychain back. */
  failWith: (problem: KeychainProblem | null) => void
  /** From now on a new secret does not come back as it was written. */
  keepNothing: () => void
}

/** A keychain in memory that can be absent, locked, hung or forgetful. */
export function createMemorySecretStore(kept = new Map<string, string>()): MemorySecretStore {
  let failing: KeychainProblem | null = null
  let keepsNothing = false
  function refuse(problem: KeychainProblem): never {
    throw new Failure({ kind: 'keychain', problem, detail: '' })
  }
  return {
    kept,
    failWith: (problem) => {
      failing = problem
    },
    keepNothing: () => {
      keepsNothing = true
    },
    get: async (account) => {
      if (failing !== null) return refuse(failing)
      return kept.get(account) ?? refuse('secret-missing')
    },
    set: async (account, secret) => {
      if (failing !== null) return refuse(failing)
      if (keepsNothing) return refuse('not-kept')
      kept.set(account, secret)
    },
    delete: async (account) => {
      if (failing !== null) return refuse(failing)
      kept.delete(account)
    },
  }
}
