import { expect } from '@playwright/test'
import { addConnectionTo, assetAt, connectionTo, requestsTo } from './support/cloud'
import { dragFile } from './support/desktop'
import type { Program } from './support/program'
import { test } from './support/test'

/** As a user pastes: over the system's clipboard. */
async function paste({ app, page, window }: Program, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  await window.field('Asset').focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+V')
}

/** What the program hands to the system's browser from now on, instead of opening it. */
async function watchBrowser({ app }: Program): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (address) => void opened.push(address)
  })
  return () => app.evaluate(() => (Reflect.get(globalThis, 'opened') as string[]) ?? [])
}

/** Search does not find it, so that Sling is asked, which refuses. */
const unknownPath = '/content/dam/fjordline/not there yet.jpg'
const path = '/content/dam/fjordline/campaigns/summer-2026/hero/harbour at first light (final).jpg'
const harbour = 'harbour at first light (final).jpg'

test.describe('a pasted text with an asset ID', () => {
  test('is understood as it is pasted, and read with one press', async ({ open, cloud }) => {
    const program = await open()
    const { page, window } = program
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    const assetId = assetAt(cloud, harbour)
    await paste(
      program,
      `curl '${cloud.aem}/adobe/../assets/${assetId}/metadata' \\\n  -H 'Authorization: Bearer canary'`,
    )
    await expect(page.getByText('Asset ID found in a cURL command')).toBeVisible()
    await window.button('Get metadata').click()
    await expect(window.row('Harbour at first light')).toBeVisible()
    await expect(window.field('Asset')).toHaveValue(assetId)
    expect(requestsTo(cloud, 'aem').map(({ target }) => target)).toEqual([
      `/adobe/assets/${assetId}/metadata`,
    ])
  })

  test('of another environment is read with the connection for that', async ({ open, cloud }) => {
    const program = await open()
    const { page, window } = program
    await addConnectionTo(window, cloud, 'Reader')
    const other = { ...connectionTo(cloud, 'Editor'), name: 'Stage', bucket: 'author-p10001-e20002' }
    await window.addConnection(other)
    await window.connection('Reader').click()
    const assetId = assetAt(cloud, harbour)
    await paste(program, `https://author-p10001-e20002.adobeaemcloud.com/adobe/assets/${assetId}/metadata`)
    await expect(window.field('Bucket')).toHaveValue('author-p10001-e20002')
    await window.button('Get metadata').click()
    await expect(window.row('Harbour at first light')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Stage' })).toBeVisible()
    await expect(window.field('Bucket')).toHaveValue('author-p10001-e20002')
  })
})

test.describe('a pasted path', () => {
  test('is read with one press, though AEM lets the credential read no paths', async ({ open, cloud }) => {
    const program = await open()
    const { window } = program
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    await paste(program, `${cloud.aem}/ui#/aem/assetdetails.html${encodeURI(path)}`)
    await window.button('Get metadata').click()
    await expect(window.row('Harbour at first light')).toBeVisible()
    await expect(window.field('Asset')).toHaveValue(assetAt(cloud, harbour))
  })

  test('that AEM refuses opens in the browser when asked, and what that shows is read', async ({ open }) => {
    const program = await open()
    const { page, window } = program
    const opened = await watchBrowser(program)
    await window.tryDemo()
    await paste(program, unknownPath)
    await window.button('Get metadata').click()
    await expect(window.alert).toContainText('AEM requires a signed-in person here')
    expect(await opened()).toEqual([])
    await window.button('Open in the browser').click()
    await expect(page.getByText('Opened in your browser')).toBeVisible()
    const [address = '', ...more] = await opened()
    expect(new URL(address).hostname).toBe('127.0.0.1')
    expect([decodeURI(new URL(address).pathname), more]).toEqual([`${unknownPath}.json`, []])
  })

  test('is known by the page that the browser shows for it', async ({ open, cloud }) => {
    const program = await open()
    const { page, window } = program
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    const assetId = assetAt(cloud, harbour)
    const shown = { 'jcr:primaryType': 'dam:Asset', 'jcr:uuid': assetId.slice(-36), 'jcr:content': {} }
    await paste(program, JSON.stringify(shown, null, 2))
    await expect(page.getByText('Asset ID found in the JSON of an asset')).toBeVisible()
    await window.button('Get metadata').click()
    await expect(window.row('Harbour at first light')).toBeVisible()
  })
})

test.describe('a pasted list', () => {
  test('is worked through with the keyboard alone', async ({ open, cloud }) => {
    const program = await open()
    const { page, window } = program
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    const ids = [harbour, 'glacier-stock.jpg'].map((end) => assetAt(cloud, end))
    await paste(program, `harbour\t${ids[0]?.slice(-36)}\r\nglacier\t${ids[1]?.slice(-36)}`)
    await expect(page.getByText('2 assets found')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(window.row('Harbour at first light')).toBeVisible()
    await page.getByRole('listbox', { name: 'Assets in the text' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(window.row('Glacier tongue, stock')).toBeVisible()
    await expect(window.field('Asset')).toHaveValue(ids[1] ?? '')
    await window.button('Previous asset').focus()
    await page.keyboard.press('Enter')
    await expect(window.field('Asset')).toHaveValue(ids[0] ?? '')
  })
})

test.describe('a pasted address that only looks like AEM', () => {
  test('is told as what it is, and nothing is sent', async ({ open, cloud }) => {
    const program = await open()
    const { page, window } = program
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    await paste(program, 'https://\u0430uthor-p1-e2.adobeaemcloud.com/')
    await window.button('Get metadata').click()
    await expect(window.field('Asset')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByText('xn--uthor-p1-e2-xij.adobeaemcloud.com').first()).toBeVisible()
    expect(cloud.requests).toEqual([])
  })
})

test('a pasted text of 12 MB is refused at the field, and the window goes on', async ({ open }) => {
  const program = await open()
  await program.window.tryDemo()
  const before = await program.window.field('Asset').inputValue()
  await program.app.evaluate(({ clipboard }) => clipboard.writeText('/content/dam/a/b.jpg\n'.repeat(600_000)))
  await program.window.field('Asset').focus()
  await program.page.keyboard.press('ControlOrMeta+A')
  await program.page.keyboard.press('ControlOrMeta+V')
  await expect(program.window.field('Asset')).toHaveAccessibleDescription(/the limit is 1,000,000/)
  await expect(program.window.field('Asset')).toHaveValue(before)
})

test.describe('dropped onto the page Browse', () => {
  test('a file with asset IDs fills the request bar', async ({ open, cloud }) => {
    const program = await open()
    await addConnectionTo(program.window, cloud, 'Reader')
    await program.window.goTo('Browse')
    const ids = cloud.assets.slice(0, 3).map(({ assetId }) => assetId)
    const drop = await dragFile(program, 'assets.csv', `id\n${ids.join('\n')}\n`)
    await drop()
    await expect(program.window.button('Read all')).toBeVisible()
    await expect(program.window.field('Asset')).toHaveValue(`id ${ids.join(' ')}`)
  })

  test('a text is taken as if it were pasted, and nothing is sent or opened', async ({ open, cloud }) => {
    const { page, window } = await open()
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    const before = requestsTo(cloud, 'aem').length
    const assetId = assetAt(cloud, harbour)
    const dataTransfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      return data
    }, `${cloud.aem}/adobe/assets/${assetId}/metadata`)
    await page.dispatchEvent('main', 'dragover', { dataTransfer })
    await page.dispatchEvent('main', 'drop', { dataTransfer })
    await expect(window.field('Asset')).toHaveValue(`${cloud.aem}/adobe/assets/${assetId}/metadata`)
    await expect(page.getByText('Asset ID found')).toBeVisible()
    expect(requestsTo(cloud, 'aem')).toHaveLength(before)
  })

  test('a file with neither assets nor a credential is told in words', async ({ open, cloud }) => {
    const program = await open()
    await addConnectionTo(program.window, cloud, 'Reader')
    await program.window.goTo('Browse')
    const drop = await dragFile(program, 'letter.txt', 'Dear colleague')
    await drop()
    await expect(program.page.getByRole('alert')).toBeVisible()
  })
})
