import { expect, type Locator, type Page } from '@playwright/test'
import { failureAssetId } from '../../src/demo-cloud/failures/failure-assets'
import { addConnectionTo, assetAt, requestsTo } from './support/cloud'
import type { Program } from './support/program'
import { test } from './support/test'

/** As a user pastes: over the system's clipboard. */
async function paste({ app, page, window }: Program, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  await window.field('Asset').focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+V')
}

function listOf(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Assets in the text' })
}
function historyOf(page: Page): Locator {
  return page.getByRole('list', { name: 'History' }).getByRole('listitem')
}

const harbour = 'harbour at first light (final).jpg'
const missing = failureAssetId(404)
const broken = failureAssetId(2004)
const hanging = failureAssetId(9001)

test.describe('a list of assets', () => {
  test('is read with one press, with one token, past those that fail', async ({ open, cloud }) => {
    const program = await open()
    const { page, window } = program
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    const good = cloud.assets.filter(({ path }) => path !== null && path !== '').slice(0, 26)
    const ids = [
      missing,
      ...good.map(({ assetId }) => assetId),
      broken,
      failureAssetId(500),
      failureAssetId(403),
    ]
    await paste(program, [...ids, ids[1]].map((id, row) => `${row}\t${id}`).join('\n'))
    const list = listOf(page)
    await expect(list.getByRole('option').first()).toContainText('Not read')
    await window.button('Read all').click()
    await expect(page.getByText(`${good.length} read, 4 failed.`)).toBeVisible({ timeout: 30_000 })
    await expect(list.getByRole('option').first()).toContainText('answered 404 for this asset ID')
    const asked = requestsTo(cloud, 'aem').map(({ target }) => target)
    expect([asked.length, new Set(asked).size]).toEqual([ids.length, ids.length])
    expect(requestsTo(cloud, 'ims')).toHaveLength(1)
  })

  test('leaves the history to what is opened from it, by keyboard', async ({ open, cloud }) => {
    const program = await open()
    const { page, window } = program
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    await paste(program, [missing, assetAt(cloud, harbour), assetAt(cloud, 'glacier-stock.jpg')].join('\n'))
    const list = listOf(page)
    await window.button('Read all').click()
    await expect(page.getByText('2 read, 1 failed.')).toBeVisible()
    await expect(list.getByRole('option', { name: 'Harbour at first light' })).toBeVisible()
    await expect(historyOf(page)).toHaveCount(0)
    await list.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(window.row('Harbour at first light')).toBeVisible()
    await expect(page.getByText(/^Unchanged since/)).toBeVisible()
    await expect(historyOf(page)).toHaveCount(1)
    await expect(list.getByRole('option', { selected: true })).toContainText('Harbour at first light')
  })

  test('tells how far it is, ends when it is cancelled, and goes on with the rest', async ({
    open,
    cloud,
  }) => {
    const program = await open()
    const { page, window } = program
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    await paste(program, [assetAt(cloud, harbour), hanging].join('\n'))
    await window.button('Read all').click()
    await expect(page.getByRole('progressbar', { name: '1 of 2' })).toBeVisible()
    await expect(listOf(page).getByRole('option').nth(1)).toContainText('Reading')
    await window.button('Cancel').click()
    await expect(page.getByText('Canceled. 1 read.')).toBeVisible()
    await expect(listOf(page).getByRole('option').nth(1)).toContainText('Not read')
    await expect(window.button('Read the rest')).toBeEnabled()
  })

  test('of a thousand keeps the window small', async ({ open }) => {
    const program = await open()
    const { page, window } = program
    await window.tryDemo()
    const ids = Array.from(
      { length: 1_000 },
      (_, index) => `urn:aaid:aem:00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    )
    await paste(program, ids.join('\n'))
    await expect(listOf(page).getByRole('option').first()).toHaveAttribute('aria-setsize', '1000')
    await window.button('Read all').click()
    await expect(page.getByText('0 read, 1,000 failed.')).toBeVisible({ timeout: 60_000 })
    expect(await page.locator('*').count()).toBeLessThan(1_500)
    await listOf(page).focus()
    await page.keyboard.press('End')
    await expect(listOf(page).getByRole('option').last()).toHaveAttribute('aria-posinset', '1000')
  })
})
