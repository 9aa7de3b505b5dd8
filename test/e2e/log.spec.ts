import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type Answer, answerJson, startTestServer } from '../support/test-server'
import { assetAt, connectionTo } from './support/cloud'
import { filesIn, readText } from './support/files'
import type { Program } from './support/program'
import { test } from './support/test'

const missingAsset = 'urn:aaid:aem:00000000-0000-4000-8000-0000ca4a0000'

function logIn(userData: string): string {
  return readText(join(userData, 'logs', 'main.log'))
}

/** Every file of the program that holds a text, whatever it is written in. */
function filesWith(userData: string, text: string): string[] {
  return filesIn(userData).filter((path) => readText(path).includes(text))
}

async function turnHistoryOff({ page }: Program): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible()
  await page.keyboard.press('Control+,')
  await page.getByRole('switch', { name: 'Keep history' }).click({ force: true })
  await expect(page.getByRole('switch', { name: 'Keep history' })).not.toBeChecked()
  await page.keyboard.press('Control+,')
}

test.describe('the log', () => {
  test('says what failed, and nothing that was typed', async ({ open, cloud, userData }) => {
    const { window } = await open()
    const typed = connectionTo(cloud, 'Reader')
    await window.addConnection({ ...typed, scopes: 'openid, canary-of-an-older-kind' })
    await window.goTo('Browse')
    await window.askFor(missingAsset)
    await expect(window.alert).toBeVisible()
    expect(logIn(userData)).toMatch(/info readMetadata: ims-\S+, status 400/)
    expect(logIn(userData)).not.toContain('canary')
  })

  test('names no asset, and no file does while no history is kept', async ({ open, cloud, userData }) => {
    const program = await open()
    const { window } = program
    await turnHistoryOff(program)
    await window.addConnection(connectionTo(cloud, 'Reader'))
    await window.goTo('Browse')
    const assetId = assetAt(cloud, 'glacier-stock.jpg')
    await window.askFor(assetId)
    await expect(window.row('Glacier tongue, stock')).toBeVisible()
    await window.askFor(missingAsset)
    await expect(window.alert).toBeVisible()
    await expect.poll(() => logIn(userData)).toContain('readMetadata: ')
    await program.close()
    expect([assetId, missingAsset, 'Glacier tongue'].flatMap((text) => filesWith(userData, text))).toEqual([])
  })

  test('knows of a bug in the window, without its words', async ({ open, userData }) => {
    const { page } = await open({ provokes: true })
    await expect(page.getByRole('main')).toBeVisible()
    await page.evaluate('setTimeout(() => { throw new TypeError("canary") })').catch(() => undefined)
    await page.evaluate('void Promise.reject(new RangeError("canary"))').catch(() => undefined)
    await expect.poll(() => logIn(userData)).toContain('Bug in the window: TypeError')
    await expect.poll(() => logIn(userData)).toContain('Bug in the window: RangeError')
    expect(logIn(userData)).not.toContain('canary')
  })

  test('knows of a rejection that nothing in the main process handles, without its words', async ({
    open,
    userData,
  }) => {
    const { app } = await open()
    await app.evaluate(() => void Promise.reject(new RangeError('canary')))
    await expect.poll(() => logIn(userData)).toContain('Unhandled rejection: RangeError')
    expect(logIn(userData)).not.toContain('canary')
  })

  test('goes with everything kept', async ({ open, cloud, userData }) => {
    const { page, window } = await open()
    await window.addConnection(connectionTo(cloud, 'Reader'))
    await window.goTo('Browse')
    await window.askFor(missingAsset)
    await expect.poll(() => logIn(userData)).toContain('readMetadata: ')
    await page.keyboard.press('Control+,')
    await window.button('Delete all saved data').click()
    await window.dialog.getByRole('button', { name: 'Delete everything', exact: true }).click()
    await expect(page.getByText('All saved data was deleted.')).toBeVisible()
    expect(logIn(userData)).not.toContain('readMetadata')
  })
})

test('a host that echoes token and secret brings them to no page, file or log', async ({
  open,
  userData,
}) => {
  const token = 'canary-opaque-token-0123456789'
  const secret = 'canary-secret-of-the-older-kind-0123456789'
  const echo = { 'X-Request-Id': `${token}${secret}`, 'Content-Language': token }
  const answer: Answer = ({ method, path, body }, response) => {
    if (path.startsWith('/ims/')) {
      const grant = { access_token: token, token_type: 'bearer', expires_in: 86_399, scope: `openid ${body}` }
      answerJson(response, grant, 200, echo)
    } else if (method === 'GET') {
      const assetMetadata = { 'dc:title': `Echo of ${token}`, 'dc:description': secret }
      answerJson(response, { assetMetadata }, 200, echo)
    } else answerJson(response, { detail: `${token} ${secret}` }, 403, echo)
  }
  const server = await startTestServer(answer)
  const program = await open()
  const { page, window } = program
  await window.addConnection({
    name: 'Echo',
    bucket: 'author-p1-e2',
    clientId: 'client-1',
    secret,
    scopes: 'openid',
    imsHost: server.origin,
    aemHost: server.origin,
  })
  await window.goTo('Browse')
  await window.askFor(missingAsset)
  await expect(window.row('dc:title')).toContainText('Echo of [hidden secret]')
  const shown = [await page.content()]
  await page.getByRole('tab', { name: 'Request' }).click()
  await expect(page.getByText('x-request-id', { exact: false }).first()).toBeVisible()
  shown.push(await page.content())
  await window.goTo('Check')
  await window.button('Check connection').click()
  await expect(page.getByText(/^Checked at/)).toBeVisible()
  shown.push(await page.content())
  await program.close()
  await server.close()
  expect(shown.filter((html) => html.includes('canary'))).toEqual([])
  expect(filesWith(userData, 'canary')).toEqual([])
})
