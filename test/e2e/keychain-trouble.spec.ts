import { expect, test } from '@playwright/test'
import { startKeyring } from '../support/keyring'
import { type ScriptedSecretService, startScriptedSecretService } from '../support/scripted-secret-service'
import { done, type KeychainHost, kept, startKeychainHost } from './support/keychain-host'
import { needsLinux } from './support/linux'

needsLinux('the Secret Service')

const atEnd: (() => Promise<unknown>)[] = []
test.afterEach(async () => {
  for (const end of atEnd.splice(0).reverse()) await end()
})

async function withService(deadlineMs?: number): Promise<KeychainHost & { service: ScriptedSecretService }> {
  const service = await startScriptedSecretService()
  atEnd.push(service.close)
  const host = await startKeychainHost(service.bus.environment, deadlineMs)
  atEnd.push(host.running.close)
  return { ...host, service }
}

test.describe('a keychain that is locked and asks for its password', () => {
  /** Answers its prompts in this order, then as the last one. */
  async function withPrompts(...answers: ('accepted' | 'dismissed')[]) {
    const host = await withService()
    await host.set('account', 'canary')
    host.service.lock()
    host.service.script.onPrompt = () => (answers.length > 1 ? answers.shift() : answers[0]) ?? 'dismissed'
    return host
  }

  test('gives the secret when it is opened', async () => {
    const { get } = await withPrompts('accepted')
    expect(await get('account')).toEqual(kept('canary'))
  })

  test('gives the secret when it is opened at the second asking', async () => {
    const { get } = await withPrompts('dismissed', 'accepted')
    expect(await get('account')).toEqual(kept('canary'))
  })

  test('is told as locked when it stays so', async () => {
    const { get } = await withPrompts('dismissed')
    expect(await get('account')).toMatchObject({ ok: false, problem: 'locked' })
  })

  test('removes the secret once it is opened', async () => {
    const { remove, service } = await withPrompts('accepted')
    expect([await remove('account'), [...service.secrets()]]).toEqual([done, []])
  })

  test('is told as locked when a secret was to be removed', async () => {
    const { remove, service } = await withPrompts('dismissed')
    expect([await remove('account'), service.secrets().get('account')]).toMatchObject([
      { ok: false, problem: 'locked' },
      'canary',
    ])
  })
})

test('a keychain that was asked for what it has not keeps nothing of the asking', async () => {
  const { get, remove, service } = await withService()
  await get('nowhere')
  await remove('nowhere')
  expect([...service.secrets()]).toEqual([])
})

test.describe('a keychain that dies in the middle', () => {
  test('is told as absent', async () => {
    const { get, service } = await withService()
    service.script.onCall = () => 'dies-before-it'
    expect(await get('account')).toMatchObject({ ok: false, problem: 'absent' })
  })

  test('serves again when it is there again', async () => {
    const { set, get, service } = await withService()
    await set('account', 'canary')
    service.script.onCall = () => 'dies-before-it'
    await get('account')
    service.script.onCall = () => 'answered'
    await service.revive()
    expect(await get('account')).toEqual(kept('canary'))
  })
})

test.describe('a keychain that never answers', () => {
  const hung = { ok: false, problem: 'hung', detail: '' }
  const longMs = 60_000
  async function withHanging(deadlineMs = longMs) {
    const host = await withService(deadlineMs)
    await host.set('account', 'canary')
    host.service.script.onCall = () => 'ignored'
    return host
  }

  test('keeps nobody waiting behind another', async () => {
    const { get, isWaiting, stopWaiting } = await withHanging()
    const calls = [get('account'), get('account'), get('account')]
    await expect.poll(isWaiting).toBe(true)
    await stopWaiting()
    expect(await Promise.all(calls)).toEqual([hung, hung, hung])
  })

  test('keeps nobody waiting longer than the deadline, by whichever call it is found out', async () => {
    const { get } = await withHanging(4_000)
    const before = Date.now()
    const outcomes = await Promise.all([get('account'), get('account'), get('account')])
    expect([outcomes, Date.now() - before < 8_000]).toEqual([[hung, hung, hung], true])
  })

  test('lets go of a call that is cancelled', async () => {
    const { get, cancel } = await withHanging()
    const asked = get('account')
    await cancel('account')
    expect(await asked).toMatchObject({ ok: false, problem: 'cancelled' })
  })

  test('lets go of a cancelled call that waits behind another', async () => {
    const { get, cancel, stopWaiting } = await withHanging()
    const first = get('first')
    const second = get('second')
    await cancel('second')
    const outcome = await second
    await stopWaiting()
    expect([outcome, await first]).toMatchObject([{ problem: 'cancelled' }, hung])
  })

  test('serves those behind a call that is cancelled', async () => {
    const { get, cancel, service } = await withHanging()
    const first = get('first')
    const second = get('account')
    service.script.onCall = () => 'answered'
    await cancel('first')
    await first
    expect(await second).toEqual(kept('canary'))
  })
})

test.describe('a keychain that was closed', () => {
  const cancelled = { ok: false, problem: 'cancelled', detail: '' }

  test('starts no process any more', async () => {
    const { set, get, closeKeychain, keychainPid } = await withService()
    await set('account', 'canary')
    await closeKeychain()
    await expect.poll(keychainPid).toBeNull()
    expect([await get('account'), await keychainPid()]).toEqual([cancelled, null])
  })

  test('ends what is under way and what waits', async () => {
    const { get, closeKeychain, keychainPid, service } = await withService(60_000)
    service.script.onCall = () => 'ignored'
    const calls = [get('account'), get('account')]
    await closeKeychain()
    expect(await Promise.all(calls)).toEqual([cancelled, cancelled])
    await expect.poll(keychainPid).toBeNull()
  })
})

test('a real keyring that hangs keeps nobody waiting behind another', async () => {
  const keyring = await startKeyring()
  atEnd.push(keyring.close)
  const host = await startKeychainHost(keyring.bus.environment, 60_000)
  atEnd.push(host.running.close)
  await host.get('account')
  keyring.freeze()
  const calls = [host.get('account'), host.get('account')]
  await expect.poll(host.isWaiting).toBe(true)
  await host.stopWaiting()
  const outcomes = await Promise.all(calls)
  keyring.thaw()
  expect(outcomes).toMatchObject([{ problem: 'hung' }, { problem: 'hung' }])
})
