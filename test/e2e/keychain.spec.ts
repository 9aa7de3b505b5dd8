import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { HttpOutcome, KeychainOutcome } from '../support/adapter-host/adapter-host'
import { type Keyring, startKeyring, startSessionBus } from '../support/keyring'
import { startTestServer } from '../support/test-server'
import { done, type KeychainHost, kept, startKeychainHost } from './support/keychain-host'
import { needsLinux } from './support/linux'

needsLinux('gnome-keyring')

const atEnd: (() => Promise<unknown>)[] = []
test.afterEach(async () => {
  for (const end of atEnd.splice(0).reverse()) await end()
})

async function startHost(environment: NodeJS.ProcessEnv, deadlineMs?: number): Promise<KeychainHost> {
  const host = await startKeychainHost(environment, deadlineMs)
  atEnd.push(host.running.close)
  return host
}

async function withKeyring(deadlineMs?: number): Promise<KeychainHost & { keyring: Keyring }> {
  const keyring = await startKeyring()
  atEnd.push(keyring.close)
  return { ...(await startHost(keyring.bus.environment, deadlineMs)), keyring }
}

test('a secret comes back as it was, whatever it holds', async () => {
  const { get, set } = await withKeyring()
  const secrets = ['p8e-AbC_123', 'a&b+c=d%e\'f"g', 'é密😀', ' spaces ', 'é'.repeat(1_280)]
  const back: KeychainOutcome[] = []
  for (const secret of secrets) {
    const account = randomUUID()
    await set(account, secret)
    back.push(await get(account))
  }
  expect(back).toEqual(secrets.map(kept))
})

test('a secret is there for the next start of the program', async () => {
  const keyring = await startKeyring()
  atEnd.push(keyring.close)
  const first = await startHost(keyring.bus.environment)
  await first.set('account', 'canary')
  const second = await startHost(keyring.bus.environment)
  expect(await second.get('account')).toEqual(kept('canary'))
})

test('a secret that is not there is missing', async () => {
  const { get } = await withKeyring()
  expect(await get('account')).toMatchObject({ ok: false, problem: 'secret-missing' })
})

test('a removed secret is missing', async () => {
  const { get, set, remove } = await withKeyring()
  await set('account', 'canary')
  expect([await remove('account'), await get('account')]).toMatchObject([done, { problem: 'secret-missing' }])
})

test('a secret that is not there is removed all the same', async () => {
  const { remove } = await withKeyring()
  expect(await remove('account')).toEqual(done)
})

test('a secret that is cut at NUL by the keychain is not taken for kept', async () => {
  const { set } = await withKeyring()
  expect(await set('account', 'a\u0000b')).toMatchObject({ ok: false, problem: 'not-kept' })
})

test('calls at the same time do not mix', async () => {
  const { get, set } = await withKeyring()
  const names = Array.from({ length: 10 }, (_, index) => `account-${index}`)
  await Promise.all(names.map((name) => set(name, `of ${name}`)))
  expect(await Promise.all(names.map(get))).toEqual(names.map((name) => kept(`of ${name}`)))
})

test.describe('a locked keychain', () => {
  const locked = { ok: false, problem: 'locked' }
  async function withLocked() {
    const host = await withKeyring()
    await host.set('account', 'canary')
    host.keyring.lock()
    return host
  }

  test('says that it is locked when a secret is read', async () => {
    const { get } = await withLocked()
    expect(await get('account')).toMatchObject(locked)
  })

  test('says that it is locked when a secret is kept', async () => {
    const { set } = await withLocked()
    expect(await set('other', 'canary')).toMatchObject(locked)
  })

  test('says that it is locked when a secret is removed', async () => {
    const { remove } = await withLocked()
    expect(await remove('account')).toMatchObject(locked)
  })
})

test.describe('a keychain that was started anew', () => {
  test('gives a secret with the first call', async () => {
    const { get, set, keyring } = await withKeyring()
    await set('account', 'canary')
    await keyring.startAnew()
    expect(await get('account')).toEqual(kept('canary'))
  })

  test('keeps a secret with the first call', async () => {
    const { get, set, keyring } = await withKeyring()
    await get('account')
    await keyring.startAnew()
    expect([await set('account', 'canary'), await get('account')]).toEqual([done, kept('canary')])
  })
})

test.describe('an absent keychain', () => {
  const absent = { ok: false, problem: 'absent' }

  test('is named where there is no D-Bus', async () => {
    const nowhere = 'unix:path=/nonexistent/bus'
    const { set } = await startHost({ ...process.env, DBUS_SESSION_BUS_ADDRESS: nowhere })
    expect(await set('account', 'canary')).toMatchObject(absent)
  })

  test('is named where D-Bus has no secret service', async () => {
    const bus = await startSessionBus()
    atEnd.push(bus.close)
    const { get } = await startHost(bus.environment)
    expect(await get('account')).toMatchObject(absent)
  })

  test('is named where the secret service was never set up', async () => {
    const keyring = await startKeyring(false)
    atEnd.push(keyring.close)
    const { set } = await startHost(keyring.bus.environment)
    expect(await set('account', 'canary')).toMatchObject(absent)
  })
})

test.describe('a keychain that never answers', () => {
  const deadlineMs = 4_000

  test('is told as hung, and serves again when it answers', async () => {
    const { get, set, keyring } = await withKeyring(deadlineMs)
    await set('account', 'canary')
    keyring.freeze()
    const hung = await get('account')
    keyring.thaw()
    expect([hung, await get('account')]).toEqual([{ ok: false, problem: 'hung', detail: '' }, kept('canary')])
  })

  test('is told of meanwhile, and counts as hung when the waiting is ended', async () => {
    const { get, isWaiting, stopWaiting, keyring } = await withKeyring(60_000)
    await get('account')
    keyring.freeze()
    const hanging = get('account')
    await expect.poll(isWaiting).toBe(true)
    await stopWaiting()
    const outcome = await hanging
    keyring.thaw()
    expect([outcome, await isWaiting()]).toEqual([{ ok: false, problem: 'hung', detail: '' }, false])
  })

  test('keeps nothing else waiting', async () => {
    const { get, running, keyring } = await withKeyring(60_000)
    await get('account')
    const server = await startTestServer((_request, response) => response.end('{}'))
    atEnd.push(server.close)
    keyring.freeze()
    const hanging = get('account')
    const answer: HttpOutcome = await running.app.evaluate(
      (_electron, url) =>
        globalThis.adapterHost.send({
          id: 'meanwhile',
          method: 'GET',
          url,
          headers: {},
          body: null,
          headersDeadlineMs: 15_000,
          totalDeadlineMs: 15_000,
          maxBytes: 1_000,
          cancelOnceReceived: false,
        }),
      server.origin,
    )
    const first = await Promise.race([hanging.then(() => 'the keychain answered'), answer.kind])
    keyring.thaw()
    await hanging
    expect(first).toBe('answer')
  })

  test('fails when its process is killed, and serves again', async () => {
    const host = await withKeyring(60_000)
    await host.set('account', 'canary')
    host.keyring.freeze()
    const failed = await host.getWhileKilled('account')
    host.keyring.thaw()
    expect([failed, await host.get('account')]).toMatchObject([
      { ok: false, problem: 'refused' },
      kept('canary'),
    ])
  })
})

test('a keychain process that was ended between calls is started again', async () => {
  const host = await withKeyring()
  await host.set('account', 'canary')
  const before = await host.keychainPid()
  if (before !== null) process.kill(before, 'SIGKILL')
  await expect.poll(host.keychainPid).toBeNull()
  expect([await host.get('account'), await host.keychainPid()]).toEqual([kept('canary'), expect.any(Number)])
})

test('a secret is in no command line, environment or file of the program', async () => {
  const canary = `canary-${randomUUID()}`
  const { get, set, running } = await withKeyring()
  await set('account', canary)
  await get('account')
  expect([...processesWith(canary), ...filesWith(canary, running.userData)]).toEqual([])
})

/** Files of processes that show the text to every program of this user. */
function processesWith(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`])
    .filter((path) => holds(path, text))
}

function filesWith(text: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.path, entry.name))
    .filter((path) => holds(path, text))
}

function holds(path: string, text: string): boolean {
  try {
    return readFileSync(path).includes(text)
  } catch {
    return false // The process has ended, or belongs to somebody else.
  }
}
