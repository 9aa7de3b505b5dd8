import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { addConnectionTo, assetAt, stageConnectionTo } from './support/cloud'
import { answerSaveDialog } from './support/desktop'
import { keyboardOf } from './support/keyboard'
import type { Program } from './support/program'
import { test } from './support/test'

const harbour = 'harbour at first light (final).jpg'

function comparisonIn(page: Page) {
  const grid = page.getByRole('grid', { name: 'Comparison' })
  return { grid, row: (text: string) => grid.getByRole('row').filter({ hasText: text }) }
}

/** The demo with its second environment, and the asset that it opens with on both. */
async function compareDemo({ page, window }: Program): Promise<void> {
  await window.tryDemo()
  await window.goTo('Compare')
  await window.button('Add the demo’s stage environment').click()
  await window.button('Start comparison').click()
  await expect(comparisonIn(page).row('dc:title').first()).toContainText('Harbour, early')
}

test('the demo shows where stage differs, and what always does is not counted', async ({ open }) => {
  const program = await open()
  const { page, window } = program
  await compareDemo(program)
  const { grid, row } = comparisonIn(page)
  await expect(row('dc:title').first()).toContainText('Harbour at first light')
  await expect(page.getByRole('status').filter({ hasText: 'fields differ' })).toContainText(
    /^6 fields differ, \d+ are equal\. \d+ more always differ and aren’t counted\.$/,
  )
  await expect(page.getByText(/^Same file as .?Demo cloud/)).toBeVisible()
  await expect(page.getByText('Newest by date', { exact: true })).toHaveCount(1)
  await page.getByRole('switch', { name: 'Differences only' }).check({ force: true })
  await expect(grid).toHaveAttribute('aria-rowcount', '7')
  await page.getByRole('switch', { name: 'Include what always differs' }).check({ force: true })
  await grid.press('End')
  await expect(row('repo:etag')).toContainText('Always differs')

  await window.button('Fields that always differ').click()
  await page.getByRole('textbox', { name: 'Field names' }).fill('dc:*')
  await window.button('Save names').click()
  await expect(row('repo:etag')).toContainText('Differs')
  await grid.press('Home')
  await expect(row('dc:title').first()).toContainText('Always differs')
})

test('a value of one environment becomes an edit of the other, with the keyboard alone', async ({ open }) => {
  const program = await open()
  const { page, window } = program
  await compareDemo(program)
  const { grid, row } = comparisonIn(page)
  const keyboard = keyboardOf(program)
  await keyboard.tabTo(page.getByRole('switch', { name: 'Differences only' }))
  await keyboard.press('Space')
  await keyboard.tabTo(grid)
  await keyboard.press('Home')
  const title = row('dc:title').first()
  for (let step = 0; (await title.getAttribute('aria-selected')) !== 'true' && step < 10; step++) {
    await keyboard.press('ArrowDown')
  }
  await keyboard.press('Enter')
  await keyboard.activate(title.getByRole('button', { name: 'Use in Demo cloud, stage' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Demo cloud, stage' })).toBeVisible()
  // Stage may not be changed before somebody says so.
  await keyboard.activate(window.button('Allow changes'))
  await expect(page.getByRole('toolbar', { name: 'Editing' }).getByRole('status')).toHaveText('1 change')
  await expect(window.row('dc:title').first()).toContainText('Harbour at first light')
})

test('a connection that fails says so in its column, and the others are compared', async ({
  open,
  cloud,
}, info) => {
  const program = await open()
  const { page, window } = program
  await addConnectionTo(window, cloud, 'Reader with repository paths')
  await window.addConnection(stageConnectionTo(cloud, 'Stage: metadata editor with repository paths'))
  await window.addConnection({ ...stageConnectionTo(cloud, 'Wrong secret'), name: 'Broken' })
  await window.connection('Reader with repository paths').click()
  await window.goTo('Compare')
  await page.getByRole('checkbox', { name: 'Live' }).check({ force: true })
  await page.getByRole('checkbox', { name: 'Broken' }).check({ force: true })
  await window.field('Asset').fill(assetAt(cloud, harbour))
  await window.button('Start comparison').click()
  const { row } = comparisonIn(page)
  const title = row('dc:title').first()
  await expect(title).toContainText('Harbour, early')
  await expect(title).toContainText('Not read')
  await expect(page.getByRole('region', { name: 'Broken' }).getByRole('alert')).toBeVisible()

  const file = join(info.outputDir, 'comparison.csv')
  await answerSaveDialog(program, file)
  await window.button('Export').click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  await expect(page.getByText(file)).toBeVisible()
  const lines: string[][] = parse(readFileSync(file), { bom: true })
  const [headings = []] = lines
  expect(headings.slice(3)).toEqual(['Reader with repository paths', 'Live', 'Broken'])
  expect(lines.find(([key]) => key === 'dc:title')?.slice(2)).toEqual([
    'Differs',
    'Harbour at first light',
    'Harbour, early',
    '',
  ])
  expect(lines.find(([key]) => key === 'Read')?.at(-1)).toMatch(/^Not read: ./)
  expect(cloud.requests.filter(({ method }) => method === 'PATCH')).toEqual([])
})

test('an asset at another path is chosen by hand', async ({ open, cloud }) => {
  const program = await open()
  const { page, window } = program
  await addConnectionTo(window, cloud, 'Reader with repository paths')
  await window.addConnection(stageConnectionTo(cloud, 'Stage: metadata editor with repository paths'))
  await window.connection('Reader with repository paths').click()
  await window.goTo('Compare')
  await window.field('Asset').fill(assetAt(cloud, 'IMG_0001.JPG'))
  await window.button('Start comparison').click()
  await expect(page.getByRole('alert')).toContainText('No asset at this path')
  const other = cloud.stage.assets.find(({ path }) => path.endsWith('portrait-amina.jpg'))
  await window.field('Asset on Live').fill(other?.assetId ?? '')
  await window.button('Start comparison').click()
  await expect(comparisonIn(page).row('dc:title').first()).toContainText(/Only in .?Live/)
})
