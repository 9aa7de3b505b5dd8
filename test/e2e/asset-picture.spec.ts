import { expect, type Locator, type Page } from '@playwright/test'
import { addConnectionTo, assetAt, requestsTo } from './support/cloud'
import { test } from './support/test'

const harbour = 'harbour at first light (final).jpg'

/** Drags with the mouse, as a user does, and tells what another program would get. */
async function dragOut(page: Page, handle: Locator): Promise<{ text: string; json: string }> {
  await page.evaluate(() => {
    document.addEventListener(
      'dragstart',
      ({ dataTransfer }) => {
        const [text, json] = ['text/plain', 'application/json'].map((type) => dataTransfer?.getData(type))
        Object.assign(globalThis, { dragged: { text, json } })
      },
      { once: true },
    )
  })
  const box = await handle.boundingBox()
  if (!box) throw new Error('Nothing to drag')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 + 40, { steps: 5 })
  await page.waitForFunction(() => Reflect.has(globalThis, 'dragged'))
  await page.mouse.up()
  return page.evaluate(() => Reflect.get(globalThis, 'dragged') as { text: string; json: string })
}

test.describe('the picture of an asset', () => {
  test('is got when the user asks for it, and stays as a small one', async ({ open, cloud }) => {
    const { page, window } = await open()
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    await window.askFor(assetAt(cloud, harbour))
    await expect(window.tree).toBeVisible()
    expect(requestsTo(cloud, 'aem').filter(({ target }) => !target.endsWith('/metadata'))).toEqual([])
    await window.button('Show picture').press('Enter')
    const picture = page.getByRole('img', { name: 'Picture of Harbour at first light' })
    await expect(picture).toBeVisible()
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(319)
    await page.keyboard.press('Escape')
    await expect(window.button('Show picture')).toBeFocused()
    await expect(window.button('Show picture').locator('img')).toBeVisible()
  })

  test('says what came instead of one', async ({ open, cloud }) => {
    const { page, window } = await open()
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    const cases = [
      ['pictures/html-as-png.png', 'not a PNG, JPEG, WebP or GIF'],
      ['pictures/heavy.png', 'larger than 5 MB or 16 megapixels'],
      ['pictures/html.png', 'sign-in page'],
    ] as const
    for (const [path, words] of cases) {
      await window.askFor(assetAt(cloud, path))
      await expect(window.row('dc:title').first()).toContainText(path.slice(9, -4))
      await window.button('Show picture').click()
      await expect(page.getByRole('dialog').getByText(words).first()).toBeVisible()
      await page.keyboard.press('Escape')
    }
    await expect(window.tree).toBeVisible()
  })
})

test.describe('dragging out of the window', () => {
  test('takes a value by its key, and the whole asset by its picture', async ({ open, cloud }) => {
    const { page, window } = await open()
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    await window.askFor(assetAt(cloud, harbour))
    const key = window.row('dc:title').first().getByRole('gridcell').first()
    expect(await dragOut(page, key)).toEqual({
      text: 'Harbour at first light',
      json: '"Harbour at first light"',
    })
    const whole = await dragOut(page, window.button('Show picture'))
    expect(JSON.parse(whole.json)).toMatchObject({ assetMetadata: { 'dc:title': 'Harbour at first light' } })
  })
})
