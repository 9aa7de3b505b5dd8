import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { answerJson, startTestServer } from '../support/test-server'
import { addConnectionTo, connectionTo, requestsTo } from './support/cloud'
import { makeUserDataFolder } from './support/files'
import { needsLinux } from './support/linux'
import { findElectron, programArguments } from './support/program'
import { test } from './support/test'

type Environment = Readonly<Record<string, string | undefined>>
type Ended = { code: number | null; out: string; err: string }

function start(userData: string, words: readonly string[], env: Environment = {}): ChildProcess {
  return spawn(findElectron(), [...programArguments(userData), ...words], {
    env: { ...process.env, CLIENT_ID: undefined, CLIENT_SECRET: undefined, SCOPES: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** What was printed and how it ended; Chromium's own complaints are not of interest. */
async function ended(program: ChildProcess): Promise<Ended> {
  const printed = { out: '', err: '' }
  program.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text
  })
  program.stderr?.setEncoding('utf8').on('data', (text: string) => {
    printed.err += text
  })
  const [code] = await once(program, 'close')
  return { code, ...printed }
}

function run(userData: string, words: readonly string[], env: Environment = {}): Promise<Ended> {
  return ended(start(userData, words, env))
}

/** A credential of a demo cloud as pipelines have it. */
function variables(cloud: DemoCloud, credential: string) {
  const { clientId, secret, scopes, bucket, imsHost, aemHost } = connectionTo(cloud, credential)
  return {
    env: { CLIENT_ID: clientId, CLIENT_SECRET: secret, SCOPES: scopes },
    words: ['--bucket', bucket, '--ims-host', imsHost, '--aem-host', aemHost],
  }
}

function anAsset(cloud: DemoCloud): string {
  return cloud.assets[0]?.assetId ?? ''
}

test.describe('the check of a stored connection', () => {
  test('takes its secret from the keychain, beside an open window, and changes nothing', async ({
    open,
    cloud,
    userData,
  }) => {
    const { window, page } = await open()
    await addConnectionTo(window, cloud, 'Reader')
    const before = readFileSync(join(userData, 'connections.json'), 'utf8')
    const { code, out } = await run(userData, ['check', '--connection', 'Reader', '--asset', anAsset(cloud)])
    expect(out).toContain('Ready to read, update not proven')
    expect(code).toBe(0)
    expect(readFileSync(join(userData, 'connections.json'), 'utf8')).toBe(before)
    await window.goTo('Browse')
    await window.askFor(anAsset(cloud))
    await expect(window.tree).toBeVisible()
    expect(await page.title()).not.toBe('')
  })

  test('tests the right to update, on production only when it may change and its name is confirmed', async ({
    open,
    cloud,
    userData,
  }) => {
    const program = await open()
    const words = connectionTo(cloud, 'Editor')
    await program.window.addConnection({ ...words, name: 'Live', environment: 'Production' })
    const command = [
      'check',
      '--connection',
      'Live',
      '--asset',
      anAsset(cloud),
      '--rights',
      '--confirm',
      'Live',
    ]
    const locked = await run(userData, command)
    expect(locked.out).toContain('changes are locked for this connection.')
    expect(cloud.requests.filter(({ method }) => method === 'PATCH')).toEqual([])
    await program.window.allowChanges()
    await program.close()
    const refused = await run(userData, command.slice(0, -2))
    expect(refused.err).toContain('Enter it exactly as shown.')
    expect(refused.code).toBe(2)
    const tested = await run(userData, command)
    expect(tested.out).toMatch(/\nReady\n/)
    expect(tested.code).toBe(0)
  })

  test('of all connections fails when one of them does', async ({ open, cloud, userData }) => {
    const program = await open()
    await addConnectionTo(program.window, cloud, 'Reader')
    await addConnectionTo(program.window, cloud, 'Not allow-listed')
    await program.close()
    const { code, out } = await run(userData, [
      'check',
      '--all',
      '--asset',
      anAsset(cloud),
      '--format',
      'json',
    ])
    expect(code).toBe(1)
    const { reports } = JSON.parse(out)
    expect(reports.map((report: { connectionName: string }) => report.connectionName)).toEqual([
      'Reader',
      'Not allow-listed',
    ])
  })

  test('names those that are there when one is not', async ({ open, cloud, userData }) => {
    const program = await open()
    await addConnectionTo(program.window, cloud, 'Reader')
    await program.close()
    const { code, err } = await run(userData, ['check', '--connection', 'Raeder'])
    expect(err).toContain('There is no connection named Raeder. These are there: Reader')
    expect(code).toBe(2)
  })
})

test.describe('the check of a credential of the environment', () => {
  test('prints neither secret nor token, whatever fails', async ({ cloud, userData }) => {
    const { env, words } = variables(cloud, 'Wrong secret')
    const { code, out, err } = await run(userData, ['check', ...words, '--format', 'json'], env)
    expect(code).toBe(1)
    expect(
      JSON.parse(out).reports[0].steps.find(({ state }: { state: string }) => state === 'red').step,
    ).toBe('token')
    expect(out + err).not.toContain(env.CLIENT_SECRET)
    expect(readdirSync(userData)).toEqual([])
  })

  test('does not pass without proof, unless that is asked for', async ({ cloud, userData }) => {
    const { env, words } = variables(cloud, 'Reader')
    const unproven = await run(userData, ['check', ...words], env)
    expect(unproven.out).toMatch(/^Works, not proven: .*Read an asset’s metadata$/m)
    expect(unproven.code).toBe(1)
    expect((await run(userData, ['check', ...words, '--allow-not-proven'], env)).code).toBe(0)
  })

  test('tells of a bucket that is missing at its name', async ({ cloud, userData }) => {
    const { env } = variables(cloud, 'Reader')
    const { code, err } = await run(userData, ['check'], env)
    expect(err).toContain('Bucket: Enter the bucket')
    expect(code).toBe(2)
  })
})

test('a file of Adobe Developer Console is checked', async ({ cloud, userData }) => {
  const { clientId, secret, scopes, bucket, imsHost, aemHost } = connectionTo(cloud, 'Reader')
  const folder = makeUserDataFolder()
  const file = join(folder.path, 'credential.env')
  writeFileSync(file, `CLIENT_ID=${clientId}\nCLIENT_SECRETS=["${secret}"]\nSCOPES=${scopes}\n`)
  const hosts = ['--bucket', bucket, '--ims-host', imsHost, '--aem-host', aemHost]
  const { code, out } = await run(userData, ['check', '--from', file, ...hosts, '--asset', anAsset(cloud)])
  const refused = await run(userData, ['check', '--from', join(folder.path, 'none.json'), ...hosts])
  folder.remove()
  expect(out).toContain('Ready to read')
  expect(code).toBe(0)
  expect(refused.err).toContain('none.json can’t be read')
  expect(refused.code).toBe(2)
})

test('the report for JUnit is read by another parser', async ({ cloud, userData }) => {
  const { env, words } = variables(cloud, 'Not allow-listed')
  const file = join(userData, 'junit.xml')
  const command = ['check', ...words, '--asset', anAsset(cloud), '--format', 'junit', '--output', file]
  const { code, out } = await run(userData, command, env)
  expect(code).toBe(1)
  expect(out).toBe('')
  const xml = readFileSync(file, 'utf8')
  expect(XMLValidator.validate(xml)).toBe(true)
  const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml)
  const { testsuite } = parsed.testsuites
  const cases: { name: string; failure?: { type: string; message: string } }[] = testsuite.testcase
  expect(Number(testsuite.tests)).toBe(cases.length)
  expect(Number(testsuite.failures)).toBe(cases.filter(({ failure }) => failure).length)
  expect(cases.find(({ name }) => name.startsWith('7.'))?.failure?.type).toBe('aem-client-not-allowlisted')
  expect(cases.at(-1)).toMatchObject({ name: 'Verdict', failure: { message: 'Not ready' } })
})

test('the report in HTML is whole', async ({ userData }) => {
  const { code, out } = await run(userData, ['check', '--demo', '--format', 'html'])
  expect(code).toBe(0)
  expect(out).toMatch(/^<!doctype html>\n<html lang="en-US">[\s\S]*<\/html>\n$/)
})

test.describe('reading an asset', () => {
  test('prints the body as AEM sent it', async ({ userData }) => {
    const body =
      '{"assetId":"x", "assetMetadata" : {"n":1.0e+2,"n":10000000000000000000001,\n "s":"\\u00e4 ä 🎈"}}\r\n'
    const server = await startTestServer((request, response) => {
      if (request.path.startsWith('/ims/token')) {
        return answerJson(response, { access_token: 'token', token_type: 'bearer', expires_in: 3_600 })
      }
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(body)
    })
    const hosts = ['--ims-host', server.origin, '--aem-host', server.origin, '--bucket', 'author-p1-e2']
    const asset = 'urn:aaid:aem:12345678-1234-1234-1234-123456789012'
    const env = { CLIENT_ID: 'client', CLIENT_SECRET: 'secret-of-a-test', SCOPES: 'openid' }
    const { code, out, err } = await run(userData, ['read', '--asset', asset, ...hosts], env)
    await server.close()
    expect(out, err).toBe(body)
    expect(code).toBe(0)
  })

  test('tells why it failed, on the other stream', async ({ cloud, userData }) => {
    const { env, words } = variables(cloud, 'No read right')
    const { code, out, err } = await run(userData, ['read', '--asset', anAsset(cloud), ...words], env)
    expect(out).toBe('')
    expect(err).toContain('technical account')
    expect(code).toBe(1)
  })

  test('ends well when nobody reads on', async ({ userData }) => {
    const program = start(userData, ['read', '--demo'])
    program.stdout?.destroy()
    const [code] = await once(program, 'close')
    expect(code).toBe(0)
  })
})

test.describe('a command that can’t be carried out', () => {
  for (const [words, reason] of [
    [['check'], 'Name the credential'],
    [['check', '--demo', '--all'], 'Name one of these'],
    [['check', '--demo', '--fromat', 'json'], 'Unknown option'],
    [['check', '--demo', '--format', 'xml'], 'Unknown format: xml'],
    [['check', '--demo', '--client-secret', 'p8e-x'], 'A secret is never taken as an argument'],
    [['check', '--demo', '--confirm', 'p8e-abcdefghijklmnopqrstuvwxyz012345'], 'A secret is never taken'],
    [['check', '--connection', 'Nothing'], 'no connections yet'],
    [['read', '--all', '--asset', 'x'], 'read takes one connection'],
    [['check', '--demo', '--asset', 'not an asset'], 'Asset'],
    [['check', '--demo', '--output', '/no/such/folder/report.txt'], 'There is no folder'],
  ] as const) {
    test(words.join(' '), async ({ userData }) => {
      const { code, out, err } = await run(userData, words)
      expect(err).toContain(reason)
      expect(out).toBe('')
      expect(code).toBe(2)
    })
  }

  test('without a display says what to do', async ({ userData }) => {
    needsLinux('X11')
    const env = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined }
    const { code, err } = await run(userData, ['check', '--demo'], env)
    expect(err).toContain('put xvfb-run -a in front of the command')
    expect(code).toBe(2)
  })

  test('as its file can’t be written', async ({ userData }) => {
    needsLinux('/proc')
    const { code, err } = await run(userData, ['check', '--demo', '--output', '/proc/report.txt'])
    expect(err).toContain('/proc/report.txt can’t be written')
    expect(code).toBe(2)
  })
})

test('Ctrl+C ends a check, and leaves nothing behind', async ({ cloud, userData }) => {
  const silent = await startTestServer(() => undefined)
  const temporary = makeUserDataFolder()
  const { env } = variables(cloud, 'Reader')
  const hosts = ['--ims-host', silent.origin, '--aem-host', silent.origin, '--bucket', 'author-p1-e2']
  const program = spawn(findElectron(), [...programArguments(userData), 'check', ...hosts], {
    env: { ...process.env, ...env, TMPDIR: temporary.path },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const ending = ended(program)
  await expect.poll(() => silent.seen.length, { timeout: 20_000 }).toBeGreaterThan(0)
  // As a terminal does, to all of the group.
  process.kill(-(program.pid ?? 0), 'SIGINT')
  const { code, err } = await ending
  await silent.close()
  const left = readdirSync(temporary.path)
  temporary.remove()
  expect(err).toContain('Canceled.')
  expect(code).toBe(130)
  expect(left.filter((name) => name.includes('asset-inspector'))).toEqual([])
})

test('nothing is sent for a report that has no place', async ({ cloud, userData }) => {
  const { env, words } = variables(cloud, 'Reader')
  const { code } = await run(userData, ['check', ...words, '--output', '/no/such/folder/report.txt'], env)
  expect(code).toBe(2)
  expect(requestsTo(cloud, 'ims')).toEqual([])
})
