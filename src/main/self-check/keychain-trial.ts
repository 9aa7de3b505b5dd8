import { randomUUID } from 'node:crypto'
import type { SelfCheckOutcome } from '../../shared/self-check'
import { isKeychainFailure } from '../keychain/keychain-worker'
import type { SecretStore } from '../keychain/secret-store'
import { failed, ok } from './run-trials'

/** Always the same: what a program that was ended in between has left is overwritten and removed by the next check. */
const account = 'self-check'

/** Stores an entry of its own in the keychain, reads it and removes it. Throws the keychain's `Failure`. */
export async function tryKeychain(keychain: SecretStore, signal: AbortSignal): Promise<SelfCheckOutcome> {
  const value = randomUUID()
  let found: string
  try {
    await keychain.set(account, value, signal)
    found = await keychain.get(account, signal)
  } finally {
    await keychain.delete(account)
  }
  if (found !== value) return failed('keychain-value-differs')
  return (await isThere(keychain, signal)) ? failed('keychain-not-removed') : ok('keychain-works')
}

async function isThere(keychain: SecretStore, signal: AbortSignal): Promise<boolean> {
  try {
    await keychain.get(account, signal)
    return true
  } catch (thrown) {
    if (isKeychainFailure(thrown, 'secret-missing')) return false
    throw thrown
  }
}
