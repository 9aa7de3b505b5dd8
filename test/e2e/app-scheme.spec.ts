import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { AppAnswer } from '../support/adapter-host/adapter-host'
import { launchAdapterHost, type RunningHost } from '../support/adapter-host/launch'
import { makeTempFolder } from '../support/temp-folder'

let host: RunningHost
const files = makeTempFolder()

test.beforeAll(async () => {
  mkdirSync(join(files.path, 'window/assets'), { recursive: true })
  writeFileSync(join(files.path, 'window/index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">')
  writeFileSync(join(files.path, 'window/assets/app.js'), '"__CSP_NONCE__"')
  writeFileSync(join(files.path, 'secret.txt'), 'canary')
  host = await launchAdapterHost()
})
test.afterAll(async () => {
  await host?.close()
  files.remove()
})

function get(url: string, method = 'GET'): Promise<AppAnswer> {
  return host.app.evaluate((_electron, { folder, asked }) => globalThis.adapterHost.fetchApp(folder, asked), {
    folder: join(files.path, 'window'),
    asked: { url, method },
  })
}

function policyOf({ headers }: AppAnswer): Map<string, string> {
  return new Map(
    (headers['content-security-policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    }),
  )
}

test.describe('the policy of the window', () => {
  function withoutNonce(text: string): string {
    return text.replace(/'nonce-[^']+'/, "'nonce-…'")
  }

  test('allows its own files and nothing else', async () => {
    const policy = policyOf(await get('app://bundle/index.html'))
    expect([...policy].map(([name, sources]) => [name, withoutNonce(sources)])).toEqual([
      ['default-src', "'none'"],
      ['script-src', "'self'"],
      ['style-src', "'self' 'nonce-…'"],
      ['img-src', "'self' blob:"],
      ['font-src', "'self'"],
      ['connect-src', "'none'"],
      ['base-uri', "'none'"],
      ['form-action', "'none'"],
      ['frame-ancestors', "'none'"],
      ['require-trusted-types-for', "'script'"],
      ['trusted-types', "'none'"],
    ])
  })

  test('has a nonce that the page knows', async () => {
    const answer = await get('app://bundle/index.html')
    const nonce = /'nonce-([^']+)'/.exec(policyOf(answer).get('style-src') ?? '')?.[1]
    expect(answer.body).toBe(`<meta property="csp-nonce" nonce="${nonce}">`)
  })

  test('has another nonce each time', async () => {
    const [first, second] = [await get('app://bundle/index.html'), await get('app://bundle/index.html')]
    expect(policyOf(first).get('style-src')).not.toBe(policyOf(second).get('style-src'))
  })
})

test.describe('a file of the window', () => {
  test('has its type, is not guessed at and not kept', async () => {
    const { headers, body } = await get('app://bundle/assets/app.js')
    expect([
      headers['content-type'],
      headers['x-content-type-options'],
      headers['cache-control'],
      body,
    ]).toEqual(['text/javascript; charset=utf-8', 'nosniff', 'no-store', '"__CSP_NONCE__"'])
  })

  for (const url of [
    'app://bundle/../secret.txt',
    'app://bundle/%2e%2e/secret.txt',
    'app://bundle/..%2fsecret.txt',
    'app://bundle/assets/..%5c..%5csecret.txt',
    'app://bundle//etc/hostname',
    'app://bundle/',
    'app://bundle/assets',
    'app://other/index.html',
  ]) {
    test(`is not ${url}`, async () => {
      const { status, body } = await get(url)
      expect([status, body]).toEqual([404, 'Not found'])
    })
  }

  test('cannot be posted to', async () => {
    expect((await get('app://bundle/index.html', 'POST')).status).toBe(404)
  })
})
