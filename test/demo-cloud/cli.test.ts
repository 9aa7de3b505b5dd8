import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'

const cli = fileURLToPath(new URL('../../src/demo-cloud/cli.ts', import.meta.url))

const reversedGates = 'rights,allow-list,scopes,api-key,token'

interface Run {
  child: ChildProcess
  output(): { stdout: string; stderr: string }
  /** Resolves with the exit code. */
  ended: Promise<unknown>
}

function runCli(...args: string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')))
  return { child, output: () => ({ stdout, stderr }), ended: once(child, 'close').then(([code]) => code) }
}

/** Standard output once it holds the text. */
async function printed(run: Run, text: string): Promise<string> {
  while (!run.output().stdout.includes(text)) {
    const stdout = run.child.stdout
    if (stdout === null || run.child.exitCode !== null) throw new Error(`Ended early: ${run.output().stderr}`)
    await once(stdout, 'data')
  }
  return run.output().stdout
}

function curl(...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('curl', ['--silent', ...args], (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    )
  })
}

describe('npm run demo-cloud', { timeout: 30_000 }, () => {
  it('prints one line of JSON once it listens, and nothing else', async () => {
    const run = runCli('--port', '0', '--json')
    const line = await printed(run, '\n')
    const listing: unknown = JSON.parse(line)
    expect(line.trimEnd()).not.toContain('\n')
    expect(listing).toEqual({
      ims: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      aem: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      bucket: expect.stringMatching(/^author-p\d+-e\d+$/),
      organizationId: expect.stringMatching(/^[0-9A-F]{24}@AdobeOrg$/),
      credentials: expect.arrayContaining([
        {
          name: 'Reader',
          clientId: expect.any(String),
          clientSecret: expect.any(String),
          scopes: ['AdobeID', 'openid', 'aem.folders', 'aem.assets.author'],
          shows: expect.any(String),
        },
      ]),
      assets: expect.arrayContaining([
        { assetId: expect.any(String), path: expect.any(String), shows: expect.any(String) },
      ]),
      stage: {
        aem: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        bucket: expect.stringMatching(/^author-p\d+-e\d+$/),
        credentialName: expect.any(String),
        assets: expect.arrayContaining([{ assetId: expect.any(String), path: expect.any(String) }]),
      },
    })
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(run.output()).toEqual({ stdout: line, stderr: '' })
  })

  it("serves the tutorial's flow to curl: token, metadata, and 403 to a read-only PATCH", async () => {
    const run = runCli('--port', '0', '--json')
    const { ims, aem, credentials, assets } = JSON.parse(await printed(run, '\n'))
    const [{ clientId, clientSecret, scopes }] = credentials
    const form = {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: scopes,
    }
    const fields = Object.entries(form).flatMap(([name, value]) => ['--data-urlencode', `${name}=${value}`])
    const { access_token: token } = JSON.parse(await curl(`${ims}/ims/token/v3`, ...fields))
    const headers = [
      `Authorization: Bearer ${token}`,
      `X-Api-Key: ${clientId}`,
      'X-Adobe-Accept-Experimental: 1',
    ]
    const withHeaders = headers.flatMap((header) => ['-H', header])
    const url = `${aem}/adobe/assets/${assets[0].assetId}/metadata`

    const read = JSON.parse(await curl(url, ...withHeaders, '-H', 'If-None-Match: string'))
    expect(read).toMatchObject({
      assetId: assets[0].assetId,
      repositoryMetadata: { 'repo:path': assets[0].path },
    })

    const patch = ['-X', 'PATCH', '-H', 'Content-Type: application/json-patch+json', '-H', 'If-Match: *']
    const change = ['-d', '[{"op":"add","path":"/dc:title","value":"foo"}]']
    expect(JSON.parse(await curl(url, ...withHeaders, ...patch, ...change))).toMatchObject({ status: 403 })
  })

  it('prints a listing for people whose curl lines work as they stand', async () => {
    const run = runCli('--port', '0')
    const text = await printed(run, 'Runs until Ctrl+C.')
    const lines = text.slice(text.indexOf('  TOKEN='), text.indexOf('Runs until'))
    const output = await new Promise<string>((resolve, reject) => {
      execFile('bash', ['-c', lines], (error, stdout) => (error === null ? resolve(stdout) : reject(error)))
    })
    expect(output.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 403'])
  })

  it('ends on Ctrl+C', async () => {
    const run = runCli('--port', '0')
    await printed(run, 'Runs until Ctrl+C.')
    run.child.kill('SIGINT')
    expect(await run.ended).toBe(0)
  })

  it('names a port that is taken', async () => {
    const server = createServer()
    onTestFinished(() => void server.close())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const run = runCli('--port', String(port))
    expect(await run.ended).toBe(1)
    expect(run.output().stdout).toBe('')
    expect(run.output().stderr).toMatch(new RegExp(`^Port ${port} is in use`))
  })

  it('turns the switches that it is told to', async () => {
    const run = runCli(
      '--port',
      '0',
      '--json',
      '--invalid-client-status',
      '401',
      '--gate-order',
      reversedGates,
    )
    const { ims, aem } = JSON.parse(await printed(run, '\n'))
    const form = ['-d', 'grant_type=client_credentials', '-d', 'client_id=nobody']
    const status = ['--output', '/dev/null', '--write-out', '%{http_code}']
    expect(await curl(`${ims}/ims/token/v3`, ...form, ...status)).toBe('401')
    // Without a token and an API key, the reversed order refuses the missing key first.
    expect(await curl(`${aem}/adobe/assets/x/metadata`)).toContain('403000')
  })

  it.each([
    ['--gate-order', 'token'],
    ['--gate-order', 'token,token,api-key,scopes,rights'],
    ['--patch-paths', ''],
    ['--missing-if-match-status', '429'],
    ['--non-files-have-metadata', 'true'],
    ['--drip-ms', '1.5'],
    ['--request-id-header', 'no: header'],
  ])('says what a switch takes: %s %s', async (option, text) => {
    const run = runCli('--port', '0', option, text)
    expect(await run.ended).toBe(2)
    expect(run.output().stderr).toContain(`${option} takes `)
    expect(run.output().stderr).toContain(`, and got "${text}".`)
  })

  it.each([['--port', 'abc'], ['--port', '70000'], ['--port'], ['--nonsense'], ['extra']])(
    'refuses bad arguments: %s %s',
    async (...args) => {
      const run = runCli(...args)
      expect(await run.ended).toBe(2)
      expect(run.output().stdout).toBe('')
      expect(run.output().stderr).toContain('Usage: npm run demo-cloud')
    },
  )

  it('prints help', async () => {
    const run = runCli('--help')
    expect(await run.ended).toBe(0)
    expect(run.output().stdout).toContain('--json')
    expect(run.output().stdout).toContain('--gate-order token,api-key,scopes,allow-list,rights in any order')
  })
})
