import { expect } from '@playwright/test'
import { addConnectionTo, assetAt, connectionTo } from '../support/cloud'
import type { ScreenGroup, Stage } from './screen'

const endings = [
  'harbour at first light (final).jpg',
  'portrait-amina.jpg',
  'glacier-stock.jpg',
  'IMG_0001.JPG',
  'دليل-التخييم.pdf',
]
const missing = 'urn:aaid:aem:00000000-0000-4000-8000-000000000000'

async function openForm({ window, cloud }: Stage, connection: string): Promise<void> {
  await window.connection(connection).first().click()
  await window.goTo('Browse')
  await window.field('Asset').fill([...endings.map((end) => assetAt(cloud, end)), missing].join(' '))
  await expect(window.button('Change all…').or(window.button('Review changes')).first()).toBeVisible()
  if (await window.button('Close').isVisible()) await window.button('Close').click()
  await window.button('Change all…').click()
  await expect(window.button('Review changes')).toBeVisible()
}

async function plan(
  stage: Stage,
  connection: string,
  rights = '© Fjordline, all rights reserved',
): Promise<void> {
  const { window, page } = stage
  await openForm(stage, connection)
  await page.getByRole('combobox', { name: 'Field' }).fill('dc:rights')
  await page.keyboard.press('Escape')
  await window.field('Value').fill(rights)
  await window.button('Review changes').click()
  await expect(page.getByRole('table', { name: 'Outcome of each asset' })).toBeVisible()
}

export const bulkScreens: ScreenGroup = {
  name: 'the same change of many assets',
  prepare: async ({ window, cloud }) => {
    await addConnectionTo(window, cloud, 'Editor')
    await window.addConnection({ ...connectionTo(cloud, 'Reader'), name: 'Live', environment: 'Production' })
  },
  screens: [
    {
      name: 'what to do alike with many assets',
      reach: async (stage) => {
        const { window, page } = stage
        await openForm(stage, 'Editor')
        await window.button('Add another change').click()
        await window.button('Review changes').click()
        await expect(page.getByText('Enter a field, such as dc:rights.').first()).toBeVisible()
      },
    },
    { name: 'the dry run of a change of many assets', reach: (stage) => plan(stage, 'Editor') },
    {
      name: 'what came of a change of many assets',
      reach: async (stage) => {
        await plan(stage, 'Editor')
        await stage.page.getByRole('button', { name: /^Send changes to/ }).click()
        await expect(stage.page.getByRole('heading', { name: 'Outcome' })).toBeVisible()
        await expect(stage.page.getByRole('button', { name: /^Undo/ }).first()).toBeVisible()
      },
    },
    {
      name: 'a change of many assets for production',
      reach: async (stage) => {
        await plan(stage, 'Live', '© Live')
        await expect(stage.window.button('Allow changes')).toBeVisible()
      },
    },
  ],
}
