import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import { addConnectionTo, assetAt, requestsTo } from './support/cloud'
import { answerSaveDialog, pasteInto } from './support/desktop'
import { keyboardOf } from './support/keyboard'
import { test } from './support/test'

test.describe('the page of assets', () => {
  test('finds by words and opens what it found, with the keyboard alone', async ({ open }) => {
    const program = await open()
    const { page, window } = program
    const keyboard = keyboardOf(program)
    await window.tryDemo()
    await keyboard.activate(
      page.getByRole('navigation', { name: 'Pages of this connection' }).getByText('Assets'),
    )
    await keyboard.type(window.field('Find assets'), 'polar dome')
    await keyboard.press('Enter')
    const grid = page.getByRole('grid', { name: 'Assets' })
    await expect(page.getByText('6 assets. AEM sent 6 of 6.')).toBeVisible()
    await keyboard.tabTo(grid)
    await keyboard.press('End')
    const last = grid.getByRole('row', { selected: true })
    await expect(last).toHaveAttribute('aria-rowindex', '7')
    const title = (await last.getByRole('gridcell').first().textContent()) ?? ''
    await keyboard.press('Enter')
    await expect(window.row(title).first()).toBeVisible()
    await window.goTo('Assets')
    await expect(window.field('Find assets')).toHaveValue('polar dome')
    await expect(grid.getByRole('row')).toHaveCount(7)
  })

  test('filters by a field that is missing, says who filtered, and saves the results', async ({
    open,
    cloud,
    userData,
  }) => {
    const program = await open()
    const { page, window } = program
    const keyboard = keyboardOf(program)
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Assets')
    await window.button('Filters').click()
    await window.field('Folder').fill('/content/dam/fjordline-shop')
    await window.field('Field').fill('dc:rights')
    await keyboard.activate(page.getByRole('button', { name: /Condition/ }))
    await page.getByRole('option', { name: 'is missing' }).click()
    await window.button('Find').click()
    await expect(page.getByText(/^50 assets\. AEM sent \d+ of \d+\. \d+ left out by filters\./)).toBeVisible()
    await expect(page.getByText(/Filtered in this program, not by AEM: folder, field\./)).toBeVisible()
    const path = join(userData, 'found.csv')
    await answerSaveDialog(program, path)
    await window.button('Export').click()
    await page.getByRole('menuitem', { name: 'CSV' }).click()
    await expect(page.getByText(/^Saved as/)).toBeVisible()
    const [head, ...rows]: string[][] = parse(readFileSync(path, 'utf8'), { bom: true })
    expect(head).toEqual(['Asset ID', 'Path', 'Title', 'Format', 'Size', 'Review', 'Modified'])
    expect(new Set(rows.map(([assetId]) => assetId)).size).toBe(50)
    expect(rows.every(([, path]) => path?.startsWith('/content/dam/fjordline-shop/'))).toBe(true)
  })

  test('takes a path for its asset, a folder, or a list, and a folder of the tree', async ({
    open,
    cloud,
  }) => {
    const program = await open()
    const { page, window } = program
    const keyboard = keyboardOf(program)
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Assets')
    const grid = page.getByRole('grid', { name: 'Assets' })
    await window.field('Find assets').fill('/content/dam/fjordline-shop/videos')
    await window.button('Find').click()
    await expect(page.getByText(/^20 assets\./)).toBeVisible()
    const path = '/content/dam/fjordline-shop/videos/brand-film-2026.mp4'
    const names = [path, assetAt(cloud, 'glacier-stock.jpg'), '/content/dam/nothing/here.jpg']
    await pasteInto(program, window.field('Find assets'), names.join('\n'))
    await window.button('Find').click()
    await expect(page.getByText(/^2 assets\./)).toBeVisible()
    await expect(page.getByText(/1 couldn’t be read/)).toBeVisible()
    await expect(grid.getByRole('row', { name: /Fjordline brand film 2026/ })).toBeVisible()
    await window.field('Find assets').fill('')
    await window.button('Folders').click()
    const tree = page.getByRole('treegrid', { name: 'Folders in AEM' })
    await keyboard.tabTo(tree)
    await expect(tree.getByRole('row', { name: 'fjordline-shop' })).toBeVisible()
    await keyboard.arrowTo(tree.getByRole('row', { name: 'fjordline-shop' }))
    await keyboard.press('Enter')
    await expect(page.getByText(/^200 assets\./)).toBeVisible()
  })

  test('says that a release has no search, and what works', async ({ open }) => {
    const cloud = await startDemoCloud({ switches: { search: false } })
    const { page, window } = await open()
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Assets')
    await window.field('Find assets').fill('tent')
    await window.button('Find').click()
    await expect(page.getByText('This environment has no asset search')).toBeVisible()
    await window.field('Find assets').fill(assetAt(cloud, 'glacier-stock.jpg'))
    await window.button('Find').click()
    await expect(page.getByText(/^1 asset\./)).toBeVisible()
    await cloud.close()
  })

  test('of a hundred thousand keeps the window small, and ends when it is canceled', async ({ open }) => {
    const cloud = await startDemoCloud({ switches: { madeAssets: 100_000 } })
    const { page, window } = await open()
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Assets')
    await window.button('Find').click()
    const grid = page.getByRole('grid', { name: 'Assets' })
    await expect(grid.getByRole('row').nth(1)).toBeVisible()
    await window.button('Cancel').click()
    await expect(page.getByText('Canceled: the rest is missing.')).toBeVisible()
    expect(await page.locator('*').count()).toBeLessThan(1_500)
    const asked = requestsTo(cloud, 'aem').length
    await grid.focus()
    await page.keyboard.press('End')
    await expect(grid.getByRole('row', { selected: true })).toBeVisible()
    expect(requestsTo(cloud, 'aem')).toHaveLength(asked)
    await cloud.close()
  })
})
