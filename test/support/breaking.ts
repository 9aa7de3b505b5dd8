import type { JsonFile } from '../../src/main/files/json-file'
import type { SecretStore } from '../../src/main/keychain/secret-store'

export type Breaker = {
  /** Steps that were begun so far. */
  steps: () => number
  run: <T>(effect: () => Promise<T>) => Promise<T>
}

/**
 * Ends a program at one of its steps on disk or keychain, as a kill would: that step has had its effect or not, and
 * none of the later ones happens.
 */
export function createBreaker(breakAt: number | null, effect: 'before' | 'after'): Breaker {
  let step = 0
  let isDead = false
  function killed(): Error {
    return new Error('The program was ended')
  }
  return {
    steps: () => step,
    run: async (work) => {
      if (isDead) throw killed()
      const breaks = ++step === breakAt
      if (breaks && effect === 'before') {
        isDead = true
        throw killed()
      }
      const value = await work()
      if (!breaks) return value
      isDead = true
      throw killed()
    },
  }
}

export function breakingFile<T>(file: JsonFile<T>, breaker: Breaker): JsonFile<T> {
  return {
    ...file,
    write: (content) => breaker.run(() => file.write(content)),
  }
}

export function breakingSecrets(secrets: SecretStore, breaker: Breaker): SecretStore {
  return {
    get: secrets.get,
    set: (account, secret) => breaker.run(() => secrets.set(account, secret)),
    delete: (account) => breaker.run(() => secrets.delete(account)),
  }
}
