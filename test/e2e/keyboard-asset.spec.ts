import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { answerSaveDialog } from './support/desktop'
import { keepSnapshot } from './support/kept'
import { read, shareProgram } from './support/shared-program'
import { test } from './support/test'

const harbour = 'harbour at first light (final).jpg'
const glacier = 'glacier-stock.jpg'

test.describe('an asset, with the keyboard alone', () => {
  const start = shareProgram(async ({ window }) => window.tryDemo())

  test('is chosen from the demo’s', async () => {
    const { keyboard, page, window } = await start()
    await keyboard.choose(window.button('Demo assets'), /^glacier-stock/)
    await expect(window.row('Glacier tongue, stock')).toBeVisible()
    await expect(page.getByRole('menu')).toHaveCount(0)
  })

  test('is asked for anew from anywhere on the page', async () => {
    const started = await start()
    await read(started, harbour)
    await started.keyboard.tabTo(started.window.tree)
    await started.keyboard.press('ControlOrMeta+Enter')
    await expect(started.window.status.filter({ hasText: /unchanged since/i })).toBeVisible()
    await started.keyboard.press('ControlOrMeta+l')
    await expect(started.window.field('Asset')).toBeFocused()
  })

  test('has its rows opened, closed and selected', async () => {
    const started = await start()
    const { keyboard, window } = started
    await read(started, harbour)
    await keyboard.tabTo(window.tree)
    await keyboard.press('Home', 'ArrowLeft')
    await expect(window.activeRow).toHaveAttribute('aria-expanded', 'false')
    await keyboard.press('ArrowRight', 'ArrowDown', 'ArrowDown', 'Shift+ArrowDown')
    await keyboard.choose(window.button('Copy as'), 'Dotted path')
    await expect.poll(keyboard.clipboard).toBe('assetMetadata.dc:title\nassetMetadata.dc:description')
    await expect(window.button('Copy as')).toBeFocused()
  })

  test('has its fields opened and closed all at once', async () => {
    const started = await start()
    const { keyboard, window } = started
    await read(started, harbour)
    await keyboard.activate(window.button('Collapse all'))
    await expect(window.tree.getByRole('row', { expanded: true })).toHaveCount(0)
    await keyboard.activate(window.button('Expand all'))
    await expect(window.row('dc:title')).toBeVisible()
  })

  test('is filtered, and its matches are gone through', async () => {
    const started = await start()
    const { keyboard, page, window } = started
    await read(started, harbour)
    await keyboard.press('ControlOrMeta+f')
    await expect(window.filter).toBeFocused()
    await page.keyboard.insertText('type:place')
    await expect(window.status.filter({ hasText: /^2 of \d+ fields match$/ })).toBeVisible()
    await keyboard.press('Enter', 'F3')
    await expect(window.activeRow).toContainText('exif:GPSLongitude')
    await keyboard.press('Shift+F3')
    await expect(window.activeRow).toContainText('exif:GPSLatitude')
    await keyboard.press('ControlOrMeta+f', 'Escape', 'Escape')
    await expect(window.tree).toBeFocused()
  })

  test('is filtered with the menu of ways', async () => {
    const started = await start()
    const { keyboard, window } = started
    await read(started, harbour)
    await keyboard.choose(window.button('Filter options'), /^Numbers/)
    await expect(window.filter).toBeFocused()
    await expect(window.filter).toHaveValue('type:number')
  })

  test('is grouped by meaning', async () => {
    const started = await start()
    const { keyboard, page, window } = started
    await read(started, harbour)
    await keyboard.tabTo(page.getByRole('radiogroup', { name: 'Group fields by' }))
    await keyboard.arrowTo(page.getByRole('radio', { name: 'Meaning' }), 'ArrowRight')
    await keyboard.press('Enter')
    await expect(window.row('Rights and usage')).toBeVisible()
  })

  test('is seen as text, and as a tree again', async () => {
    const started = await start()
    const { keyboard, page, window } = started
    await read(started, harbour)
    const views = page.getByRole('radiogroup', { name: 'Show as' })
    await keyboard.tabTo(views)
    await keyboard.arrowTo(views.getByRole('radio', { name: 'Text' }), 'ArrowRight')
    await keyboard.press('Enter')
    await keyboard.tabTo(page.getByRole('region', { name: 'Answer as text' }))
    await keyboard.tabTo(views)
    await keyboard.arrowTo(views.getByRole('radio', { name: 'Tree' }), 'ArrowLeft')
    await keyboard.press('Enter')
    await expect(window.tree).toBeVisible()
  })

  test('has its summary opened, and a fact of it copied', async () => {
    const started = await start()
    const { keyboard, window } = started
    await read(started, harbour)
    await keyboard.activate(window.button('Show summary'))
    await keyboard.activate(window.button('Copy Name'))
    await expect.poll(keyboard.clipboard).toBe(harbour)
  })

  test('has its call looked at and copied', async () => {
    const started = await start()
    const { keyboard, page } = started
    await read(started, harbour)
    await keyboard.tabTo(page.getByRole('tab', { name: 'Metadata' }))
    await keyboard.press('ArrowRight')
    await keyboard.tabTo(page.getByRole('region', { name: 'Latest request' }))
    await keyboard.activate(page.getByRole('button', { name: 'Copy: cURL', exact: true }))
    await expect.poll(keyboard.clipboard).toContain('$ACCESS_TOKEN')
  })

  test('is exported', async () => {
    const started = await start()
    const { keyboard, page, window } = started
    await read(started, harbour)
    const path = join(started.folder, 'exported.json')
    await answerSaveDialog(started, path)
    await keyboard.choose(window.button('Export'), /^JSON/)
    await expect(page.getByText('exported.json')).toBeVisible()
    expect(readFileSync(path, 'utf8')).toContain('Harbour at first light')
    await keyboard.activate(page.getByRole('main').getByRole('button', { name: 'Close' }))
    await expect(page.getByText('exported.json')).toHaveCount(0)
  })

  test('is made a favourite with a note, and is none any more', async () => {
    const started = await start()
    const { keyboard, page, window } = started
    await read(started, harbour)
    const favourites = page.getByRole('list', { name: 'Favorites' })
    await keyboard.activate(window.button('Add to favorites'))
    await keyboard.type(window.field('Note'), 'Noted by keyboard')
    await keyboard.press('Enter')
    await expect(favourites).toContainText('Noted by keyboard')
    await keyboard.activate(window.button('Remove from favorites'))
    await expect(favourites).toHaveCount(0)
  })

  test('is compared with a snapshot, and the focus is where it was', async () => {
    const started = await start()
    const { keyboard, page, window } = started
    await read(started, harbour)
    await keepSnapshot(started, '{"assetMetadata":{"dc:title":"Before"}}')
    await keyboard.activate(window.button('Keep snapshot'))
    await expect(page.getByText('Snapshot kept.')).toBeVisible()
    await keyboard.choose(window.button('What changed since'), /Jan 2, 2026/)
    await expect(page.getByRole('table', { name: 'Changed values' })).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(window.button('What changed since')).toBeFocused()
  })

  test('is opened from the history, taken out of it, and the history cleared', async () => {
    const started = await start()
    const { keyboard, page, window } = started
    const history = page.getByRole('list', { name: 'History' })
    await read(started, glacier)
    await read(started, harbour)
    await keyboard.tabTo(history)
    await keyboard.arrowTo(history.getByRole('button', { name: /^Glacier/ }))
    await keyboard.press('Enter')
    await expect(window.row('Glacier tongue, stock')).toBeVisible()
    await keyboard.tabTo(history)
    await keyboard.arrowTo(history.getByRole('button', { name: /^Harbour/ }))
    await keyboard.press('Delete')
    await expect(history).not.toContainText('Harbour')
    await keyboard.choose(window.button('Clear history'), 'For all connections')
    await expect(history).toHaveCount(0)
  })

  test('is searched for in the history', async () => {
    const started = await start()
    const { keyboard, page, window } = started
    await read(started, glacier)
    await keyboard.type(window.field('Search history'), 'nothing of that name')
    await expect(page.getByText('Nothing matches')).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('list', { name: 'History' })).toContainText('Glacier')
  })

  test('is left for the other pane and come back to', async () => {
    const { keyboard, page } = await start()
    await keyboard.press('F6')
    await expect(page.getByRole('navigation', { name: 'Connections' })).toBeFocused()
    await keyboard.press('F6')
    await expect(page.getByRole('main')).toBeFocused()
  })
})
