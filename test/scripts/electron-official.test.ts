import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  downloadOfficial,
  installedOfficial,
  proxyAwareEnvironment,
  recentFailure,
  rememberFailure,
} from '../../scripts/electron-official.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'electron-package-'))
  writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function givenInstaller(source: string) {
  return writeFileSync(join(folder, 'install.js'), source)
}

function givenBinary(version: string) {
  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/electron'), '')
  writeFileSync(join(folder, 'dist/version'), version)
  writeFileSync(join(folder, 'path.txt'), 'electron')
}

describe.runIf(process.platform === 'linux')('the installed binary', () => {
  test('is found with its version', () => {
    givenBinary('v45.4.1\n')
    expect(installedOfficial(folder)).toEqual({
      dist: join(folder, 'dist'),
      executable: join(folder, 'dist/electron'),
      version: '45.4.1',
    })
  })

  test('of another version than the package counts as missing', () => {
    givenBinary('44.0.0')
    expect(installedOfficial(folder)).toBeUndefined()
  })

  test('without path.txt, which comes last, is half an unpacking', () => {
    givenBinary('45.4.1')
    rmSync(join(folder, 'path.txt'))
    expect(installedOfficial(folder)).toBeUndefined()
  })
})

describe('the download', () => {
  test('reports what the installer complained of', async () => {
    givenInstaller("console.error('TypeError: fetch failed\\n    at somewhere'); process.exit(1)")
    expect(await downloadOfficial(folder)).toEqual({ ok: false, reason: 'TypeError: fetch failed' })
  })

  test('that brings nothing is given up', async () => {
    givenInstaller('setInterval(() => {}, 1000)')
    const download = await downloadOfficial(folder, { stallMs: 300, pollMs: 20 })
    expect(download).toEqual({ ok: false, reason: 'nothing arrived for 0.3 s' })
  })

  test('that keeps bringing something is waited for longer than that', async () => {
    givenInstaller(`
      const { appendFileSync } = require('node:fs')
      const file = require('node:path').join(require('node:os').tmpdir(), 'electron.zip')
      let times = 0
      const timer = setInterval(() => {
        appendFileSync(file, 'some bytes')
        if (++times === 20) clearInterval(timer)
      }, 100)`)
    expect(await downloadOfficial(folder, { stallMs: 1_000, pollMs: 20 })).toEqual({ ok: true })
  })

  test('leaves no temporary folder behind', async () => {
    const seen = join(folder, 'seen')
    givenInstaller(`require('node:fs').writeFileSync(${JSON.stringify(seen)}, require('node:os').tmpdir())`)
    await downloadOfficial(folder)
    const temporary = readFileSync(seen, 'utf8')
    expect(temporary).toContain('electron-download-')
    expect(existsSync(temporary)).toBe(false)
  })
})

describe('a download behind a proxy', () => {
  test.each([
    [{ HTTPS_PROXY: 'http://proxy:3128' }, { HTTPS_PROXY: 'http://proxy:3128' }],
    [
      { npm_config_https_proxy: 'http://npm:3128', npm_config_noproxy: 'mirror.example' },
      { HTTPS_PROXY: 'http://npm:3128', NO_PROXY: 'mirror.example' },
    ],
    [
      { npm_config_proxy: 'http://npm:3128' },
      { HTTP_PROXY: 'http://npm:3128', HTTPS_PROXY: 'http://npm:3128' },
    ],
    [
      { https_proxy: 'http://own:3128', npm_config_https_proxy: 'http://npm:3128' },
      { HTTPS_PROXY: 'http://own:3128' },
    ],
  ])('is told of it where the environment is %j', (environment, told) => {
    expect(proxyAwareEnvironment(environment)).toMatchObject({ ...told, ELECTRON_GET_USE_PROXY: '1' })
  })

  test('is told of none where there is none', () => {
    const environment = { PATH: '/bin', NO_PROXY: 'localhost' }
    expect(proxyAwareEnvironment(environment)).toEqual(environment)
  })
})

describe('a failed download', () => {
  const hour = 3_600_000

  test('is remembered for half a day with its reason, for its version', () => {
    expect(recentFailure(folder, '45.4.1')).toBeUndefined()
    rememberFailure(folder, '45.4.1', 'fetch failed')
    const later = new Date(Date.now() + 11 * hour)
    expect(recentFailure(folder, '45.4.1', later)).toMatch(/^fetch failed, at \d{4}-/)
    expect(recentFailure(folder, '45.4.1', new Date(Date.now() + 13 * hour))).toBeUndefined()
    expect(recentFailure(folder, '45.5.0')).toBeUndefined()
  })
})
