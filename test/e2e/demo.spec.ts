import { expect } from '@playwright/test'
import { addConnectionTo } from './support/cloud'
import type { MainWindow } from './support/main-window'
import type { Program } from './support/program'
import { test } from './support/test'

test.describe('the first start', () => {
  test('offers the demo and a new connection, and no third button', async ({ open }) => {
    const { page } = await open()
    await expect(page.getByRole('main').getByRole('button')).toHaveText(['Try the demo', 'Add connection'])
  })

  test('leads from the demo to the metadata of an asset', async ({ open }) => {
    const { window } = await open()
    await window.button('Try the demo').click()
    await expect(window.row('dc:title')).toContainText('Harbour at first light')
  })
})

test.describe('the tree', () => {
  async function openDemo(open: () => Promise<Program>): Promise<Program> {
    const program = await open()
    await program.window.tryDemo()
    return program
  }
  async function focusTree({ window }: Program): Promise<void> {
    await window.tree.focus()
    await expect(window.activeRow).toContainText('Asset metadata')
  }
  /** Makes a row the active one without opening or closing it. */
  async function activate(window: MainWindow, key: string): Promise<void> {
    await window.row(key).click()
    await expect(window.activeRow).toContainText(key)
  }
  function readClipboard({ app }: Program): Promise<string> {
    return app.evaluate(async ({ clipboard }) => clipboard.readText())
  }

  test('groups asset metadata by namespace', async ({ open }) => {
    const { window } = await openDemo(open)
    await expect(window.row('Dublin Core')).toHaveAttribute('aria-level', '2')
    await expect(window.row('dc:title')).toHaveAttribute('aria-level', '3')
  })

  test('shows repository metadata beside asset metadata', async ({ open }) => {
    const { window } = await openDemo(open)
    await window.button('Collapse all').click()
    await expect(window.rows.getByRole('gridcell').locator('.tree-name')).toHaveText([
      'Asset metadata',
      'Repository metadata',
    ])
  })

  test('is narrowed by the filter to the fields that match', async ({ open }) => {
    const { window } = await openDemo(open)
    await window.filter.fill('sunrise')
    await expect(window.row('dc:format')).toHaveCount(0)
    await expect(window.row('dc:description')).toBeVisible()
  })

  test('marks what the filter found', async ({ open }) => {
    const { window } = await openDemo(open)
    await window.filter.fill('sunrise')
    await expect(window.row('dc:description').locator('mark')).toHaveText('sunrise')
  })

  test('tells how many fields match', async ({ open }) => {
    const { window } = await openDemo(open)
    await window.filter.fill('Geirangerfjord or any other text that is not there')
    await expect(window.status.filter({ hasText: 'No field matches' })).toBeVisible()
    await window.filter.fill('dc:title')
    await expect(window.status.filter({ hasText: /^1 of \d+ fields match$/ })).toBeVisible()
  })

  test('opens a row that has fields, and closes it again', async ({ open }) => {
    const { window } = await openDemo(open)
    const subjects = window.row('dc:subject')
    await subjects.dblclick()
    await expect(window.row(/^Item 3sunrise$/)).toBeVisible()
    await subjects.dblclick()
    await expect(window.row(/^Item 3sunrise$/)).toHaveCount(0)
  })

  test('opens everything at once', async ({ open }) => {
    const { window } = await openDemo(open)
    await window.button('Expand all').click()
    await expect(window.row(/^Item 3sunrise$/)).toBeVisible()
  })

  test('closes everything at once', async ({ open }) => {
    const { window } = await openDemo(open)
    await window.button('Collapse all').click()
    await expect(window.tree.getByRole('row', { expanded: true })).toHaveCount(0)
  })

  test('is walked with the arrow keys', async ({ open }) => {
    const program = await openDemo(open)
    const { page, window } = program
    await focusTree(program)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(window.activeRow).toContainText('dc:title')
    await page.keyboard.press('ArrowLeft')
    await expect(window.activeRow).toContainText('Dublin Core')
    await page.keyboard.press('ArrowLeft')
    await expect(window.activeRow).toHaveAttribute('aria-expanded', 'false')
    await page.keyboard.press('ArrowRight')
    await expect(window.activeRow).toHaveAttribute('aria-expanded', 'true')
  })

  test('goes to its last row with End and to its first with Home', async ({ open }) => {
    const program = await openDemo(open)
    const { page, window } = program
    await focusTree(program)
    await page.keyboard.press('End')
    const rowCount = await window.tree.getAttribute('aria-rowcount')
    await expect(window.activeRow).toHaveAttribute('aria-rowindex', rowCount ?? '')
    await page.keyboard.press('Home')
    await expect(window.activeRow).toContainText('Asset metadata')
  })

  test('goes to the row whose key is typed', async ({ open }) => {
    const program = await openDemo(open)
    const { page, window } = program
    await focusTree(program)
    await page.keyboard.type('dc:rig')
    await expect(window.activeRow).toContainText('dc:rights')
  })

  test('copies the value of the active row with Ctrl+C', async ({ open }) => {
    const program = await openDemo(open)
    await activate(program.window, 'dc:rights')
    await program.page.keyboard.press('Control+C')
    await expect.poll(() => readClipboard(program)).toBe('© Fjordline Outdoor AS')
  })

  test('copies the key of the active row', async ({ open }) => {
    const program = await openDemo(open)
    await activate(program.window, 'dc:rights')
    await program.window.button('Copy key').click()
    await expect.poll(() => readClipboard(program)).toBe('dc:rights')
  })

  test('copies the JSON Pointer of the active row', async ({ open }) => {
    const program = await openDemo(open)
    await activate(program.window, 'dc:rights')
    await program.window.button('Copy JSON Pointer').click()
    await expect.poll(() => readClipboard(program)).toBe('/assetMetadata/dc:rights')
  })
})

test.describe('the same asset again', () => {
  test('is asked for by its entity tag, and shown as unchanged', async ({ open, cloud }) => {
    const { window } = await open()
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    await window.askFor(cloud.assets[0]?.assetId ?? '')
    await expect(window.status.filter({ hasText: 'Read at' })).toBeVisible()
    await window.button('Get metadata').click()
    await expect(window.status.filter({ hasText: /unchanged since/i })).toBeVisible()
    const [first, second] = cloud.requests.filter(({ server }) => server === 'aem')
    expect(first?.headers['if-none-match']).toBeUndefined()
    expect(second?.headers['if-none-match']).toMatch(/^"/)
  })
})

test('an asset of the demo is changed, and changed back, without anything to set before', async ({
  open,
}) => {
  const { window, page } = await open()
  await window.tryDemo()
  await window.button('Edit metadata').click()
  await window.row('dc:title').first().click()
  await window.field('Value').fill('Harbour at noon')
  await window.button('Review changes').click()
  await window.button('Send changes').click()
  await expect(page.getByText('Changed 1 field in AEM. The asset was read again and has it.')).toBeVisible()
  await window.button('Undo this change').click()
  await window.button('Review changes').click()
  await window.button('Send changes').click()
  await expect(window.row('dc:title').first()).toContainText('Harbour at first light')
})
