import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { type DemoCloud, startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import { addConnectionTo, assetAt } from './support/cloud'
import type { Program } from './support/program'
import { test } from './support/test'

let cloud: DemoCloud
let program: Program

test.beforeAll(async ({ programs }) => {
  cloud = await startDemoCloud()
  program = await programs.open()
  await addConnectionTo(program.window, cloud, 'Reader')
  await program.window.goTo('Browse')
})

test.afterAll(async () => {
  await program.close()
  await cloud.close()
})

const harbour = 'harbour at first light (final).jpg'

/** Opens an asset with an empty filter, as a tree by namespace. */
async function openAsset(pathEnd: string): Promise<void> {
  const { page, window } = program
  const assetId = assetAt(cloud, pathEnd)
  await window.askFor(assetId)
  await expect(window.status.filter({ hasText: assetId })).toBeVisible()
  await choose('Tree')
  await choose('Namespace')
  await window.filter.fill('')
  await expect(page.getByRole('region', { name: 'Summary of the asset' })).toBeVisible()
}

function choose(name: string): Promise<void> {
  return program.page.getByRole('radio', { name, exact: true }).click({ force: true })
}

function details(page: Page) {
  return page.getByRole('region', { name: 'Details of the selected field' })
}

function readClipboard(): Promise<string> {
  return program.app.evaluate(async ({ clipboard }) => clipboard.readText())
}

/** Picks a row with the filter; the tree has more rows than it shows. */
async function pick(key: string): Promise<void> {
  const { window } = program
  await window.filter.fill(`key:${key}`)
  await window.row(key).last().click()
  await expect(window.activeRow).toContainText(key)
}

test.describe('groups', () => {
  test('come by meaning, and go back to namespaces with the same row active', async () => {
    await openAsset(harbour)
    const { window } = program
    await window.row('dc:rights').click()
    await choose('Meaning')
    await expect(window.row('Rights and usage')).toHaveAttribute('aria-level', '2')
    await expect(window.activeRow).toContainText('dc:rights')
    await choose('Namespace')
    await expect(window.row('Dublin Core')).toBeVisible()
    await expect(window.activeRow).toContainText('dc:rights')
  })

  test('stay for the next asset', async () => {
    await openAsset(harbour)
    await choose('Meaning')
    await program.window.askFor(assetAt(cloud, 'glacier-stock.jpg'))
    await expect(program.window.row('Rights and usage')).toBeVisible()
  })
})

test.describe('the details', () => {
  for (const [asset, key, means] of [
    [harbour, 'dc:rights', 'The copyright statement.'],
    [harbour, 'isPublishedToAemPublish', 'Whether the asset is published to AEM’s publish tier.'],
    [harbour, 'dam:size', '8,421,337 bytes'],
    [harbour, 'exif:ExposureTime', '1/60 s'],
    [harbour, 'exif:FNumber', 'f/8'],
    [harbour, 'exif:GPSLatitude', '62.4726° N, 6.1531° E'],
    [harbour, 'exif:PixelXDimension', '8,256 × 5,504 px'],
    [harbour, 'exif:ColorSpace', 'sRGB'],
    ['fjordline-summer-60s.mp4', 'xmpDM:duration', '1 min'],
    ['scan_0017.tif', 'xmp:CreateDate', 'not a real date'],
    ['scan_0017.tif', 'exif:DateTimeOriginal', 'date not set'],
    ['scan_0017.tif', 'exif:DateTimeDigitized', 'Monday, May 6, 2019 at 2:58:03 PM, no time zone given'],
  ] as const) {
    test(`tell of ${key}: ${means}`, async () => {
      await openAsset(asset)
      await pick(key)
      await expect(details(program.page)).toContainText(means)
    })
  }
})

test.describe('values', () => {
  test('stay the raw text in their cell, whatever stands beside it', async () => {
    await openAsset(harbour)
    await program.window.filter.fill('key:xmp:CreateDate')
    await expect(program.window.row('xmp:CreateDate').getByRole('gridcell').nth(1)).toHaveText(
      '2026-01-30T06:52:11.000Z',
    )
  })

  test('of colors are shown as colors', async () => {
    await openAsset(harbour)
    await program.window.filter.fill('type:color')
    await expect(program.window.row('color0').locator('.tree-swatch')).toHaveCSS(
      'background-color',
      'rgb(40, 88, 140)',
    )
  })
})

test.describe('the summary', () => {
  test('tells that rights are over although the asset is published', async () => {
    await openAsset('glacier-stock.jpg')
    const summary = program.page.getByRole('region', { name: 'Summary of the asset' })
    await expect(summary).toContainText(/Rights expired .*2024.*, still published/)
  })

  test('tells name, publication and size, and copies each', async () => {
    await openAsset(harbour)
    const { page, window } = program
    const summary = page.getByRole('region', { name: 'Summary of the asset' })
    await expect(summary).toContainText(harbour)
    await expect(summary).toContainText('Published')
    await window.button('Show summary').click()
    await window.button('Copy Path').click()
    await expect.poll(readClipboard).toBe(`/content/dam/fjordline/campaigns/summer-2026/hero/${harbour}`)
    await window.button('Hide summary').click()
  })

  test('names who has checked the asset out', async () => {
    await openAsset('poster-a1_draft.ai')
    await expect(program.page.getByRole('region', { name: 'Summary of the asset' })).toContainText(
      'Checked out by tomas.berg@fjordline.example',
    )
  })
})

test.describe('the text', () => {
  test('is the exact body, found in and copied whole', async () => {
    await openAsset('{{name}}.jpg')
    const { window } = program
    await choose('Text')
    await window.filter.fill('0.1000000000000000055')
    await expect(program.page.locator('.tree-body-text mark')).toHaveText('0.1000000000000000055')
    await window.button('Copy all').click()
    await expect.poll(readClipboard).toContain('"number:digits": 0.1000000000000000055,')
    await expect.poll(readClipboard).toContain('"text:loneSurrogate": "before \\ud800 after"')
  })
})

test.describe('finding', () => {
  test('steps from match to match with F3 and Ctrl+G', async () => {
    await openAsset(harbour)
    const { page, window } = program
    await window.filter.fill('type:place')
    await expect(window.status.filter({ hasText: /^2 of \d+ fields match$/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByText('1 of 2', { exact: true })).toBeVisible()
    await page.keyboard.press('F3')
    await expect(window.activeRow).toContainText('exif:GPSLongitude')
    await page.keyboard.press('Control+g')
    await expect(window.activeRow).toContainText('exif:GPSLatitude')
  })

  test('is taught by a menu', async () => {
    await openAsset('scan_0017.tif')
    await program.window.button('Filter options').click()
    await program.page.getByRole('menuitem', { name: /^Empty values/ }).click()
    await expect(program.window.filter).toHaveValue('is:empty')
    await expect(program.window.row('fjordline:condition')).toBeVisible()
  })
})

test.describe('missing fields', () => {
  function list() {
    return program.page.getByRole('list', { name: 'Fields that are missing or empty' })
  }

  test('are listed with what they mean, found by keyboard and copied', async () => {
    await openAsset('scan_0017.tif')
    const { page, window } = program
    await window.button('Filter options').click()
    await page.getByRole('menuitem', { name: /^Missing or empty fields/ }).click()
    await expect(window.filter).toHaveValue('is:missing')
    await expect(window.status.filter({ hasText: /^\d+ fields missing/ })).toBeVisible()
    await expect(list().getByRole('listitem').filter({ hasText: 'dc:rights' })).toContainText(
      'The copyright statement.',
    )
    await window.button('Copy list').click()
    await expect.poll(readClipboard).toContain('dc:rights\tmissing')
    await window.filter.fill('missing:dc:rights missing:fjordline:condition')
    await expect(window.status.filter({ hasText: /^1 field missing, 1 empty$/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(window.activeRow).toContainText('fjordline:condition')
  })

  test('are none where all are there', async () => {
    await openAsset(harbour)
    const { page, window } = program
    await window.filter.fill('missing:dc:rights')
    await expect(page.getByText('The field is there.')).toBeVisible()
    await expect(window.status.filter({ hasText: /^No field missing$/ })).toBeVisible()
  })
})

test.describe('several rows', () => {
  test('are selected by keyboard and copied as lines', async () => {
    await openAsset(harbour)
    const { page, window } = program
    await window.row('dc:title').click()
    await page.keyboard.press('Shift+ArrowDown')
    await window.button('Copy as').click()
    await page.getByRole('menuitem', { name: 'Dotted path' }).click()
    await expect.poll(readClipboard).toBe('assetMetadata.dc:title\nassetMetadata.dc:description')
  })
})

test.describe('accessibility', () => {
  async function violations(): Promise<string[]> {
    const found = await new AxeBuilder({ page: program.page }).setLegacyMode(true).include('.tree').analyze()
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }

  for (const theme of ['Light', 'Dark'] as const) {
    test(`has nothing against the missing fields in the ${theme.toLowerCase()} theme`, async () => {
      await program.window.chooseTheme(theme)
      await openAsset('scan_0017.tif')
      await program.window.filter.fill('is:missing missing:fjordline:condition')
      await expect(program.page.getByRole('region', { name: 'Missing fields' })).toBeVisible()
      expect(await violations()).toEqual([])
    })

    for (const view of ['Tree', 'Text'] as const) {
      test(`has nothing against the ${view.toLowerCase()} in the ${theme.toLowerCase()} theme`, async () => {
        await program.window.chooseTheme(theme)
        await openAsset('scan_0017.tif')
        await choose(view)
        await program.window.filter.fill(view === 'Tree' ? 'type:date' : 'date')
        await expect(program.page.locator('.tree mark, .tree-problem').first()).toBeVisible()
        expect(await violations()).toEqual([])
      })
    }
  }
})
