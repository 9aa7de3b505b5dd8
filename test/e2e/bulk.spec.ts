import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { addConnectionTo, assetAt, connectionTo } from './support/cloud'
import type { Program } from './support/program'
import { test } from './support/test'

const endings = [
  'harbour at first light (final).jpg',
  'portrait-amina.jpg',
  'glacier-stock.jpg',
  'IMG_0001.JPG',
]

function changesOf(cloud: DemoCloud) {
  return cloud.requests.filter(({ method }) => method === 'PATCH')
}

async function openList({ window }: Program, cloud: DemoCloud): Promise<void> {
  await window.goTo('Browse')
  await window.field('Asset').fill(endings.map((end) => assetAt(cloud, end)).join(' '))
  await expect(window.button('Change all…')).toBeEnabled()
}

async function planCampaign({ window, page }: Program, value: string): Promise<void> {
  await window.button('Change all…').click()
  await page.getByRole('combobox', { name: 'Field' }).fill('x:campaign')
  await page.keyboard.press('Escape')
  await window.field('Value').fill(value)
  await window.button('Review changes').click()
}

function outcomes(page: Page) {
  return page.getByRole('table', { name: 'Outcome of each asset' })
}

test('the same change of many assets is reviewed, sent, exported and undone', async ({
  open,
  cloud,
}, info) => {
  const program = await open()
  const { window, page, app } = program
  await addConnectionTo(window, cloud, 'Editor')
  await openList(program, cloud)
  await planCampaign(program, 'Summer 2026')
  await expect(page.getByRole('heading', { name: 'Review: nothing has been sent yet' })).toBeFocused()
  await expect(page.getByText('4 assets · 4 to change')).toBeVisible()
  await expect(outcomes(page).getByRole('row')).toHaveCount(5)
  await expect(outcomes(page)).toContainText('x:campaign: Not there → Summer 2026')
  expect(changesOf(cloud)).toEqual([])
  await window.button('Send changes to 4 assets').click()
  await expect(page.getByText('4 assets · 4 changed')).toBeVisible()
  expect(changesOf(cloud)).toHaveLength(4)

  const path = info.outputPath('outcomes.csv')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, path)
  await window.button('Export').click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  await expect(page.getByText('Saved as')).toBeVisible()
  const lines = readFileSync(path, 'utf8').trim().split('\r\n')
  expect(lines).toHaveLength(5)
  expect(lines[1]).toContain('"Changed","","x:campaign: Not there → Summer 2026"')

  await window.button('Undo all 4 assets…').click()
  await expect(page.getByText('4 assets · 4 to change')).toBeVisible()
  await window.button('Send changes to 4 assets').click()
  await expect(page.getByText('4 assets · 4 changed')).toBeVisible()
  await window.field('Asset').fill(assetAt(cloud, endings[0] ?? ''))
  await window.button('Get metadata').click()
  await window.filter.fill('x:campaign')
  await expect(window.status.filter({ hasText: 'No field matches' })).toBeVisible()
})

test('is made and sent by keys alone, and opened again later', async ({ open, cloud }) => {
  const program = await open()
  const { window, page } = program
  await addConnectionTo(window, cloud, 'Editor')
  await openList(program, cloud)
  await window.button('Change all…').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Change all assets of the list' })).toBeFocused()
  // Close, then what to do, then the field.
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox', { name: 'Field' })).toBeFocused()
  await page.keyboard.type('x:campaign')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(window.field('Value')).toBeFocused()
  await page.keyboard.type('By keys')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Review: nothing has been sent yet' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(window.button('Send changes to 4 assets')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('4 assets · 4 changed')).toBeVisible()
  await window.goTo('Connection settings')
  await page.getByRole('button', { name: /^Open the changes of/ }).focus()
  await page.keyboard.press('Enter')
  await expect(window.button('Undo all 4 assets…')).toBeVisible()
})

test('nothing leaves for production before its name was typed', async ({ open, cloud }) => {
  const program = await open()
  const { window, page } = program
  await window.addConnection({ ...connectionTo(cloud, 'Editor'), name: 'Shop', environment: 'Production' })
  await openList(program, cloud)
  await planCampaign(program, 'Live')
  await expect(page.getByText('Production: changes you send are live.')).toBeVisible()
  await expect(window.button('Send changes to 4 assets')).toBeDisabled()
  await window.button('Allow changes').click()
  await window.field('Name of this connection').fill('Shop')
  await window.button('Unlock changes').click()
  expect(changesOf(cloud)).toEqual([])
  await window.button('Send changes to 4 assets').click()
  await expect(page.getByText('4 assets · 4 changed')).toBeVisible()
})
