import { describe, expect, it } from 'vitest'
import { tryKeychain } from '../../../src/main/self-check/keychain-trial'
import { errorOf } from '../../support/failures'
import { createMemorySecretStore } from '../../support/memory-secret-store'

const { signal } = new AbortController()

describe('the trial of the keychain', () => {
  it('leaves nothing behind', async () => {
    const keychain = createMemorySecretStore(new Map([['a user’s', 'secret']]))
    expect(await tryKeychain(keychain, signal)).toMatchObject({ state: 'ok', code: 'keychain-works' })
    expect([...keychain.kept.keys()]).toEqual(['a user’s'])
  })

  it('removes its entry also when it cannot be read', async () => {
    const keychain = createMemorySecretStore()
    keychain.failWhen('refused', (operation) => operation === 'get')
    expect(await errorOf(tryKeychain(keychain, signal))).toMatchObject({ problem: 'refused' })
    expect(keychain.kept.size).toBe(0)
  })

  it('finds an entry that stays after it was removed', async () => {
    const keychain = { ...createMemorySecretStore(), delete: async () => undefined }
    expect(await tryKeychain(keychain, signal)).toMatchObject({ code: 'keychain-not-removed' })
  })

  it('finds a keychain that gives another value back', async () => {
    const keychain = { ...createMemorySecretStore(), get: async () => 'another' }
    expect(await tryKeychain(keychain, signal)).toMatchObject({ code: 'keychain-value-differs' })
  })

  it('removes what an earlier check has left', async () => {
    const keychain = createMemorySecretStore(new Map([['self-check', 'of a program that was ended']]))
    await tryKeychain(keychain, signal)
    expect(keychain.kept.size).toBe(0)
  })
})
