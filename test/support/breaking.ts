import { Failure } from '../../src/main/failures/failure'
import type { JsonFile } from '../../src/main/files/json-file'
import type { SecretStore } from '../../src/main/keychain/secret-store'

export type Breaker = {
  /** Steps that were begun so far. */
  steps: () => number
  run: <T>(effect: () => Promise<T>) => Promise<T>
}

/** Whether a step that breaks has had its effect. */
export type Effect = 'before' | 'after'

/**
 * Ends a program at one of its steps on disk or keychain, as a kill would: that step has had its effect or not, and
 * none of the later ones happens.
 */
export function createBreaker(breakAt: number | null, effect: Effect): Breaker {
  let isDead = false
  function killed(): Error {
    return new Error('The program was ended')
  }
  const breaker = breakOnce(breakAt, effect, () => {
    isDead = true
    throw killed()
  })
  return {
    ...breaker,
    run: async (work) => {
      if (isDead) throw killed()
      return breaker.run(work)
    },
  }
}

/** Lets one step on disk or keychain fail, with its effect or without; all others go well. */
export function createRefusal(breakAt: number | null, effect: Effect): Breaker {
  return breakOnce(breakAt, effect, () => {
    throw new Failure({ kind: 'storage', path: '', detail: 'The disk is full' })
  })
}

function breakOnce(breakAt: number | null, effect: Effect, fail: () => never): Breaker {
  let step = 0
  return {
    steps: () => step,
    run: async (work) => {
      const breaks = ++step === breakAt
      if (breaks && effect === 'before') return fail()
      const value = await work()
      return breaks ? fail() : value
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
    set: (account, secret, signal) => breaker.run(() => secrets.set(account, secret, signal)),
    delete: (account) => breaker.run(() => secrets.delete(account)),
  }
}
