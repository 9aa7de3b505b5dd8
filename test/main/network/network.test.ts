import { describe, expect, test } from 'vitest'
import { Failure } from '../../../src/main/failures/failure'
import { createNetwork } from '../../../src/main/network/network'
import { emptyNetworkFile, type NetworkFile } from '../../../src/main/network/network-file'
import type { ProxyChoice } from '../../../src/shared/network'
import { createMemorySecretStore } from '../../support/memory-secret-store'

const proxy = 'proxy.example.com:8080'

/** A disk and a keychain that outlive the program, of which each step can be the last one. */
function openMachine() {
  let content: NetworkFile = emptyNetworkFile
  let stepsLeft = Number.POSITIVE_INFINITY
  const keychain = createMemorySecretStore()
  async function step<T>(work: () => T | Promise<T>): Promise<T> {
    if (stepsLeft <= 0) throw new Failure({ kind: 'storage', path: '', detail: 'ended' })
    stepsLeft -= 1
    return work()
  }
  return {
    keychain,
    content: () => content,
    endAfter: (steps: number) => {
      stepsLeft = steps
    },
    start: () => {
      stepsLeft = Number.POSITIVE_INFINITY
      return createNetwork({
        file: {
          read: async () => content,
          write: (changed) =>
            step(() => {
              content = changed
            }),
          setAside: () => null,
        },
        secrets: {
          get: keychain.get,
          set: (account, secret) => step(() => keychain.set(account, secret)),
          delete: (account) => step(() => keychain.delete(account)),
        },
        clock: { now: () => 0, elapsed: () => 0 },
        onChange: () => undefined,
      })
    },
  }
}

const server: ProxyChoice = { mode: 'server', address: proxy }
const first = { user: 'ada', password: 'first', keepsInKeychain: true }
const second = { user: 'ada', password: 'second', keepsInKeychain: true }

async function withLogin() {
  const machine = openMachine()
  const network = machine.start()
  await network.chooseProxy(server)
  await network.saveLogin(first)
  return { machine, network }
}

describe('a sign-in for a proxy', () => {
  test('is given to that proxy alone', async () => {
    const { network } = await withLogin()
    expect(await network.rules.proxyLogin(proxy)).toEqual({ user: 'ada', password: 'first' })
    expect(await network.rules.proxyLogin('other.example.com:8080')).toBeNull()
  })

  test('that was rejected is not given again until it is changed', async () => {
    const { network } = await withLogin()
    network.rules.noteRefusedLogin(proxy)
    expect(await network.rules.proxyLogin(proxy)).toBe('refused')
    await network.saveLogin(second)
    expect(await network.rules.proxyLogin(proxy)).toEqual({ user: 'ada', password: 'second' })
  })

  test('is asked for anew when the keychain has lost its password', async () => {
    const { machine, network } = await withLogin()
    machine.keychain.kept.clear()
    expect(await network.rules.proxyLogin(proxy)).toBeNull()
  })

  test('is told as what it is while the keychain is locked', async () => {
    const { machine, network } = await withLogin()
    machine.keychain.failWith('locked')
    await expect(network.rules.proxyLogin(proxy)).rejects.toMatchObject({ error: { problem: 'locked' } })
  })

  test('can be set for a proxy that only a script names, once it has asked', async () => {
    const network = openMachine().start()
    await network.chooseProxy({ mode: 'script', address: 'http://example.com/proxy.pac' })
    expect((await network.state()).loginFor).toBeNull()
    await network.rules.proxyLogin(proxy)
    expect((await network.state()).loginFor).toBe(proxy)
  })

  const acts = {
    replace: (network: ReturnType<typeof createNetwork>) => network.saveLogin(second),
    'keep in memory': (network: ReturnType<typeof createNetwork>) =>
      network.saveLogin({ ...second, keepsInKeychain: false }),
    forget: (network: ReturnType<typeof createNetwork>) => network.forgetLogin(),
  }
  const cases = Object.keys(acts).flatMap((act) => [0, 1, 2, 3, 4].map((steps) => [act, steps] as const))
  test.each(cases)('%s, ended after %i steps, leaves no password for ever', async (act, steps) => {
    const { machine, network } = await withLogin()
    machine.endAfter(steps)
    await acts[act as keyof typeof acts](network).catch(() => undefined)
    const again = machine.start()
    await again.saveLogin(first)
    await again.forgetLogin()
    expect([...machine.keychain.kept.values()]).toEqual([])
    expect(machine.content().leftAccounts).toEqual([])
  })
})

describe('the address of a proxy', () => {
  test.each<[ProxyChoice['mode'], string, string]>([
    ['server', 'proxy.example.com', 'http://proxy.example.com:80'],
    ['server', ' proxy.example.com:3128 ', 'http://proxy.example.com:3128'],
    ['server', 'HTTP://Proxy.Example.com:3128/', 'http://proxy.example.com:3128'],
    ['server', 'https://proxy.example.com', 'https://proxy.example.com:443'],
    ['server', 'socks5://10.0.0.1', 'socks5://10.0.0.1:1080'],
    ['server', 'http://[fd00::1]:8080', 'http://[fd00::1]:8080'],
    ['script', 'http://wpad.example.com/proxy.pac?a=1', 'http://wpad.example.com/proxy.pac?a=1'],
  ])('%s %s is %s', async (mode, typed, understood) => {
    const { proxy: kept } = await openMachine().start().chooseProxy({ mode, address: typed })
    expect(kept).toEqual({ mode, address: understood })
  })

  test.each<[ProxyChoice['mode'], string, string]>([
    ['server', '', 'empty'],
    ['server', 'ftp://proxy.example.com', 'proxy-not-an-address'],
    ['server', 'http://proxy.example.com:99999', 'proxy-not-an-address'],
    ['server', 'http://proxy.example.com/path', 'proxy-not-an-address'],
    ['server', 'a.example.com:1;b.example.com:2', 'proxy-not-an-address'],
    ['server', 'a.example.com,direct://', 'proxy-not-an-address'],
    ['server', 'http://ada:pass@proxy.example.com', 'proxy-has-login'],
    ['server', `${'a'.repeat(3_000)}.example.com`, 'too-long'],
    ['script', 'proxy.pac', 'script-not-an-address'],
    ['script', 'file:///etc/passwd', 'script-not-an-address'],
    ['script', 'data:text/plain,x', 'script-not-an-address'],
  ])('%s %s is refused', async (mode, typed, code) => {
    const machine = openMachine()
    await expect(machine.start().chooseProxy({ mode, address: typed })).rejects.toMatchObject({
      error: { problems: [{ field: 'proxyAddress', code }] },
    })
    expect(machine.content()).toEqual(emptyNetworkFile)
  })
})
