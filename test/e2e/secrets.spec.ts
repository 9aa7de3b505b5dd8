import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { startTestServer, type TestServer } from '../support/test-server'
import { filesIn } from './support/files'
import { readHeapTexts } from './support/heap'
import { filesOfProcesses } from './support/processes'
import type { Program } from './support/program'
import { test as base } from './support/test'

/** How a text may stand in a file or in memory. */
function formsOf(text: string): Buffer[] {
  const base64 = Buffer.from(text).toString('base64')
  // Inside a longer text, base64 begins at any of three places; two characters at both ends depend on the neighbours.
  const shifted = ['', 'x', 'xx'].map((before) =>
    Buffer.from(before + text)
      .toString('base64')
      .slice(4, -4),
  )
  return [
    ...[text, base64, ...shifted, encodeURIComponent(text)].map((form) => Buffer.from(form)),
    Buffer.from(text, 'utf16le'),
  ]
}

function holdsAny(content: Buffer, texts: readonly string[]): boolean {
  return texts.flatMap(formsOf).some((form) => content.includes(form))
}

const goodAsset = 'urn:aaid:aem:00000000-0000-4000-8000-000000000001'
const refusedAsset = 'urn:aaid:aem:00000000-0000-4000-8000-000000000002'

type Canary = {
  secret: string
  token: string
  server: TestServer
}

/** An IMS and an AEM that give away a token nobody has seen before, and answer with what they were sent. */
async function startCanary(): Promise<Canary> {
  const secret = `p8e/${randomUUID()}+${randomUUID()}`
  const token = `canary.${randomUUID()}.${randomUUID()}`
  const json = { 'content-type': 'application/json' }
  const server = await startTestServer(({ path, headers, body }, response) => {
    if (path.startsWith('/ims/')) {
      const refuses = new URLSearchParams(body).get('client_id') === 'echo'
      const refusal = {
        error: 'invalid_client',
        error_description: `invalid client_secret parameter: ${body}`,
      }
      const grant = { access_token: token, token_type: 'bearer', expires_in: 86_399 }
      response.writeHead(refuses ? 400 : 200, json).end(JSON.stringify(refuses ? refusal : grant))
    } else if (path.includes(goodAsset)) {
      response.writeHead(200, json).end('{"assetMetadata":{"dc:title":"Tea"},"repositoryMetadata":{}}')
    } else {
      const detail = `Refused ${headers.authorization} with the token ${token}`
      response.writeHead(403, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ detail }))
    }
  })
  return { secret, token, server }
}

/** Does everything with the secret that can be done with one, but forgetting it. */
async function useSecret({ window, page }: Program, { secret, server }: Canary): Promise<void> {
  /** As by keyboard: text that a script fills in would be in the memory of that script. */
  async function typeSecret(): Promise<void> {
    await window.field('Client secret').focus()
    await page.keyboard.insertText(secret)
  }
  const words = { bucket: 'author-p1-e1', imsHost: server.origin, aemHost: server.origin }
  await window.button('Add connection').click()
  await window.fillConnection({ ...words, name: 'Canary', clientId: 'canary' })
  await typeSecret()
  await window.save()
  await window.button('Check connection').click()
  await expect(page.getByText(/^Checked at/)).toBeVisible()
  await window.goTo('Browse')
  await window.askFor(goodAsset)
  await expect(window.row('dc:title')).toBeVisible()
  await window.askFor(refusedAsset)
  await expect(window.alert).toBeVisible()
  await window.goTo('Connection settings')
  await window.fillConnection({ clientId: 'echo' })
  await typeSecret()
  await window.save()
  await window.button('Check connection').click()
  await expect(window.alert).toContainText('Access token from IMS')
}

const test = base.extend<{ canary: Canary; used: Program }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  canary: async ({}, use) => {
    const canary = await startCanary()
    await use(canary)
    await canary.server.close()
  },
  used: async ({ open, canary }, use) => {
    const program = await open()
    await useSecret(program, canary)
    await use(program)
  },
})

test.describe('a secret that was saved, used and refused, and its token', () => {
  test('reached IMS and AEM, so that there is something to find', async ({ used, canary }) => {
    await expect(used.page.getByRole('main')).toBeVisible()
    const tokenRequest = canary.server.seen.find(({ path }) => path.startsWith('/ims/token'))
    expect(new URLSearchParams(tokenRequest?.body).get('client_secret')).toBe(canary.secret)
    expect(canary.server.seen.map(({ headers }) => headers.authorization)).toContain(`Bearer ${canary.token}`)
  })

  test('are in no file of the program', async ({ used, canary, userData }) => {
    await used.close()
    const found = filesIn(userData).filter((path) =>
      holdsAny(readFileSync(path), [canary.secret, canary.token]),
    )
    expect(found).toEqual([])
  })

  test('are in no file after the connection was forgotten', async ({ used, canary, userData }) => {
    await used.window.goTo('Connection settings')
    await used.window.forget()
    await expect(used.window.connection('Canary')).toHaveCount(0)
    await used.close()
    const found = filesIn(userData).filter((path) =>
      holdsAny(readFileSync(path), [canary.secret, canary.token]),
    )
    expect(found).toEqual([])
  })

  test('are in nothing that the program prints', async ({ used, canary }) => {
    await used.close()
    expect(holdsAny(Buffer.from(used.output()), [canary.secret, canary.token])).toBe(false)
  })

  test('are in no command line and no environment of its processes', async ({ used, canary }) => {
    const contents = filesOfProcesses(used.app.process().pid ?? 0, ['cmdline', 'environ'])
    expect(contents.length).toBeGreaterThan(4)
    expect(contents.filter((content) => holdsAny(content, [canary.secret, canary.token]))).toEqual([])
  })

  test('are not in the page', async ({ used, canary }) => {
    expect(holdsAny(Buffer.from(await used.page.content()), [canary.secret, canary.token])).toBe(false)
  })

  test('are not in the details of a failure', async ({ used, canary }) => {
    await used.window.button('Details').first().click()
    await expect(used.page.getByText('invalid client_secret parameter')).toBeVisible()
    const text = (await used.page.getByRole('main').textContent()) ?? ''
    expect(holdsAny(Buffer.from(text), [canary.secret, canary.token])).toBe(false)
  })

  test('are in no text that a script of the page could come to', async ({ used, canary }) => {
    const texts = Buffer.from((await readHeapTexts(used)).join('\n'))
    expect(texts.includes('Asset Inspector')).toBe(true)
    expect(holdsAny(texts, [canary.secret])).toBe(false)
    expect(holdsAny(texts, [canary.token])).toBe(false)
  })
})
