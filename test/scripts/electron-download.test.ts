import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Server } from 'node:net'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { downloadOfficial, installedOfficial } from '../../scripts/electron-official.mjs'
import { serve, tempFolder } from '../support/serve'

/*
 * The installer of the real `electron` package, against a mirror of Electron's releases on this machine. The archive is
 * ours, so that its checksum stands in the package's list for the one of the real file.
 */
const { arch, platform } = process
const zip = Buffer.from(
  zipSync({ electron: strToU8('#!/bin/sh\n'), version: strToU8('45.4.1'), LICENSE: strToU8('MIT') }),
)
const zipName = `electron-v45.4.1-${platform}-${arch}.zip`

let folder: string
beforeEach(() => {
  // Inside `node_modules`, so that the installer finds what it needs.
  const caches = join(process.cwd(), 'node_modules/.cache')
  mkdirSync(caches, { recursive: true })
  folder = mkdtempSync(join(caches, 'electron-package-'))
  cpSync(join(process.cwd(), 'node_modules/electron/install.js'), join(folder, 'install.js'))
  writeFileSync(join(folder, 'package.json'), '{"version":"45.4.1"}')
  const checksum = createHash('sha256').update(zip).digest('hex')
  writeFileSync(join(folder, 'checksums.json'), JSON.stringify({ [zipName]: checksum }))
  for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'no_proxy', 'NO_PROXY'])
    vi.stubEnv(name, undefined)
  for (const name of ['npm_config_proxy', 'npm_config_https_proxy', 'npm_config_noproxy'])
    vi.stubEnv(name, undefined)
  vi.stubEnv('electron_config_cache', join(tempFolder(), 'cache'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

async function givenMirror(body = zip): Promise<{ asked: string[] }> {
  const asked: string[] = []
  const mirror = await serve(({ path }, response) => {
    asked.push(path)
    response.end(body)
  })
  vi.stubEnv('ELECTRON_MIRROR', `${mirror.origin}/`)
  return { asked }
}

/** A proxy that opens tunnels, as those of companies do, and tells to whom. */
async function startProxy(): Promise<{ origin: string; tunnels: string[] }> {
  const tunnels: string[] = []
  const proxy: Server = createServer().on('connect', ({ url = '' }, socket) => {
    tunnels.push(url)
    const [host, port] = url.split(':')
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    for (const end of [socket, upstream]) end.on('error', () => undefined)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => void proxy.close())
  const { port } = proxy.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, tunnels }
}

describe.runIf(platform === 'linux')('the installer of the electron package', () => {
  test('brings a binary that counts as installed', async () => {
    const { asked } = await givenMirror()
    expect(await downloadOfficial(folder)).toEqual({ ok: true })
    expect(asked).toEqual([`/v45.4.1/${zipName}`])
    expect(installedOfficial(folder)).toMatchObject({ version: '45.4.1' })
  })

  test.each(['HTTP_PROXY', 'npm_config_proxy'])('goes through the proxy that %s names', async (variable) => {
    await givenMirror()
    const { origin, tunnels } = await startProxy()
    vi.stubEnv(variable, origin)
    expect(await downloadOfficial(folder)).toEqual({ ok: true })
    expect(tunnels).toEqual([new URL(process.env.ELECTRON_MIRROR ?? '').host])
  })

  test('refuses another file than the one that the package knows', async () => {
    await givenMirror(Buffer.concat([zip, Buffer.from('!')]))
    expect(await downloadOfficial(folder)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('checksum'),
    })
    expect(installedOfficial(folder)).toBeUndefined()
  })
})
