import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { addConnectionTo, assetAt } from './support/cloud'
import { filesIn, readText } from './support/files'
import { keepSnapshot } from './support/kept'
import type { Program } from './support/program'
import { test } from './support/test'

function historyList(page: Page) {
  return page.getByRole('list', { name: 'History' })
}
async function openSettings({ page }: Program): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible()
  // By its shortcut: the first start offers two things and nothing else.
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('heading', { name: 'Hosts contacted' })).toBeVisible()
}
async function openChanges({ page, window }: Program): Promise<void> {
  await window.button('What changed since').click()
  await page.getByRole('menuitem').last().click()
  await expect(window.button('Remove this snapshot')).toBeVisible()
}
async function turnHistoryOff(program: Program): Promise<void> {
  await openSettings(program)
  await program.page.getByRole('switch', { name: 'Keep history' }).click({ force: true })
  await expect(program.page.getByRole('switch', { name: 'Keep history' })).not.toBeChecked()
}

test.describe('the history', () => {
  test('survives a restart', async ({ open }) => {
    const first = await open()
    await first.window.tryDemo()
    await expect(historyList(first.page)).toContainText('Harbour at first light')
    await first.close()
    const { page } = await open()
    await expect(historyList(page)).toContainText('Harbour at first light')
  })

  test('survives that the program is killed', async ({ open, userData }) => {
    const first = await open()
    await first.window.tryDemo()
    await expect.poll(() => readText(join(userData, 'kept', 'history.json'))).toContain('Harbour')
    first.app.process().kill('SIGKILL')
    await first.close()
    const { page } = await open()
    await expect(historyList(page)).toContainText('Harbour at first light')
  })

  test('opens an asset again', async ({ open, cloud }) => {
    const { page, window } = await open()
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    await window.askFor(assetAt(cloud, 'glacier-stock.jpg'))
    await expect(window.row('dc:title')).toContainText('Glacier tongue, stock')
    await window.askFor(cloud.assets[0]?.assetId ?? '')
    await expect(window.row('dc:title')).toContainText('Harbour at first light')
    await historyList(page)
      .getByRole('button', { name: /^Glacier/ })
      .click()
    await expect(window.row('dc:title')).toContainText('Glacier tongue, stock')
  })

  test('marks the asset in work, however it was asked for', async ({ open, cloud }) => {
    const { page, window } = await open()
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    await window.askFor(assetAt(cloud, 'glacier-stock.jpg').slice(-36).toUpperCase())
    await expect(historyList(page).getByRole('button', { name: /^Glacier/ })).toHaveAttribute(
      'aria-current',
      'true',
    )
  })

  test('writes nothing while it is off', async ({ open, userData }) => {
    const program = await open()
    await turnHistoryOff(program)
    await program.window.tryDemo()
    await program.close()
    const { page, window } = await open()
    await expect(window.connection('Demo cloud')).toBeVisible()
    await expect(historyList(page)).toHaveCount(0)
    expect(existsSync(join(userData, 'kept'))).toBe(false)
    expect(readText(join(userData, 'session.json'))).not.toContain('urn:aaid')
  })
})

test('settings that the disk does not give mean no history, and are told of', async ({ open, userData }) => {
  mkdirSync(join(userData, 'settings.json'))
  const program = await open()
  await expect(program.window.status.filter({ hasText: 'settings.json' })).toBeVisible()
  await program.window.tryDemo()
  await program.close()
  expect(existsSync(join(userData, 'kept'))).toBe(false)
  expect(readText(join(userData, 'session.json'))).not.toContain('urn:aaid')
})

test('what a killed write left in a folder is gone after the next start', async ({ open, userData }) => {
  const leftovers = ['session.json', 'kept/history.json', 'kept/bodies/0a'].map((name) =>
    join(userData, `${name}.tmp-1234567890abcdef`),
  )
  for (const path of leftovers) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'x')
  }
  await open()
  await expect.poll(() => leftovers.filter((path) => existsSync(path))).toEqual([])
})

test('deleting everything kept leaves no file of it', async ({ open, userData }) => {
  const program = await open()
  const { page, window } = program
  await window.tryDemo()
  await window.button('Add to favorites').click()
  await expect(page.getByRole('list', { name: 'Favorites' })).toContainText('Harbour')
  await window.button('Keep snapshot').click()
  await expect(page.getByText('Snapshot kept.')).toBeVisible()
  await expect.poll(() => filesIn(join(userData, 'kept')).length).toBe(4)
  await openSettings(program)
  await window.button('Delete all saved data').click()
  await window.dialog.getByRole('button', { name: 'Delete everything', exact: true }).click()
  await expect(page.getByText('All saved data was deleted.')).toBeVisible()
  expect(existsSync(join(userData, 'kept'))).toBe(false)
  expect(readText(join(userData, 'session.json'))).not.toContain('urn:aaid')
  await expect(historyList(page)).toHaveCount(0)
})

test('the settings are reached and left with Ctrl+comma, and name the hosts that were contacted', async ({
  open,
  cloud,
}) => {
  const { page, window } = await open()
  await addConnectionTo(window, cloud, 'Reader')
  await window.goTo('Browse')
  await window.askFor(cloud.assets[0]?.assetId ?? '')
  await expect(window.tree).toBeVisible()
  await page.keyboard.press('Control+,')
  const hosts = page.getByRole('table', { name: 'Hosts contacted' })
  await expect(hosts).toContainText(new URL(cloud.aem).host)
  await expect(hosts).toContainText(new URL(cloud.ims).host)
  await page.keyboard.press('Control+,')
  await expect(window.tree).toBeVisible()
})

test('a snapshot from before shows what changed since', async ({ open }) => {
  const program = await open()
  const { page, window } = program
  await window.tryDemo()
  await keepSnapshot(program, '{"assetMetadata":{"dc:title":"Harbour before light","tiff:ImageWidth":1.0}}')
  await window.button('Get metadata').click()
  await window.button('What changed since').click()
  await page.getByRole('menuitem').last().click()
  const table = page.getByRole('table', { name: 'Changed values' })
  await expect(table.getByRole('row', { name: /dc:title/ })).toContainText('"Harbour before light"')
})

test('compact rows are lower, and stay so after a restart', async ({ open }) => {
  async function heightOf({ window }: Program) {
    return (await window.row('dc:title').boundingBox())?.height
  }
  const first = await open()
  await first.window.tryDemo()
  const comfortable = await heightOf(first)
  await openSettings(first)
  await first.page.getByRole('radio', { name: 'Compact' }).click({ force: true })
  await first.page.keyboard.press('Control+,')
  await expect.poll(() => heightOf(first)).toBeLessThan(comfortable ?? 0)
  await first.close()
  const second = await open()
  await second.window.button('Get metadata').click()
  await expect(second.window.tree).toBeVisible()
  expect(await heightOf(second)).toBeLessThan(comfortable ?? 0)
})

test.describe('what was removed comes back with Undo', () => {
  test('a history, a favorite with its note, a snapshot, and typed settings', async ({ open }) => {
    const program = await open()
    const { page, window } = program
    await window.tryDemo()
    const undo = window.button('Undo')

    await window.button('Clear history').click()
    await page.getByRole('menuitem', { name: 'For all connections' }).click()
    await expect(page.getByText('History cleared.')).toBeVisible()
    await expect(historyList(page)).toHaveCount(0)
    await undo.click()
    await expect(historyList(page)).toContainText('Harbour at first light')

    await window.button('Add to favorites').click()
    await page.getByRole('textbox', { name: 'Note' }).fill('for the spring shop')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'Favorites' })).toContainText('for the spring shop')
    await window.button('Remove from favorites').click()
    await expect(page.getByRole('list', { name: 'Favorites' })).toHaveCount(0)
    await undo.click()
    await expect(page.getByRole('list', { name: 'Favorites' })).toContainText('for the spring shop')

    await keepSnapshot(program, '{"assetMetadata":{"dc:title":"Before"}}')
    await window.button('Get metadata').click()
    await openChanges(program)
    await window.button('Remove this snapshot').click()
    await expect(page.getByText(/^The snapshot of .* was removed\.$/)).toBeVisible()
    await undo.click()
    await openChanges(program)
    await page.keyboard.press('Escape')

    await window.goTo('Connection settings')
    await window.field('Connection name').fill('Renamed')
    await window.button('Discard changes').click()
    await expect(window.field('Connection name')).toHaveValue('Demo cloud')
    await undo.click()
    await expect(window.field('Connection name')).toHaveValue('Renamed')
  })
})
