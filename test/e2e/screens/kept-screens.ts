import { expect } from '@playwright/test'
import { addConnectionTo, assetAt } from '../support/cloud'
import { keepSnapshot } from '../support/kept'
import { openBrowse } from './request-screens'
import type { ScreenGroup, Stage } from './screen'

const glacier = 'glacier-stock.jpg'

async function openAsset(stage: Stage): Promise<void> {
  await openBrowse(stage, 'Reader')
  await stage.window.askFor(assetAt(stage.cloud, glacier))
  await expect(stage.window.tree).toBeVisible()
}

export const keepScreens: ScreenGroup = {
  name: 'what is kept',
  prepare: async (stage) => {
    const { window, cloud } = stage
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    for (const { assetId } of cloud.assets.slice(0, 4)) {
      await window.askFor(assetId)
      await expect(window.status.filter({ hasText: 'Read at' })).toBeVisible()
    }
    await openAsset(stage)
    await keepSnapshot(stage, '{"assetMetadata":{"dc:title":"Glacier before","tiff:ImageWidth":1.0}}')
  },
  screens: [
    {
      name: 'favourite with its note',
      reach: async (stage) => {
        const { page, window } = stage
        await openAsset(stage)
        await window.button('Add to favorites').click()
        await window.field('Note').fill('Ask Tomas whether the licence was renewed')
        await page.keyboard.press('Enter')
        await expect(page.getByRole('list', { name: 'Favorites' })).toContainText('Ask Tomas')
      },
    },
    {
      name: 'nothing found in the history',
      reach: async (stage) => {
        await openAsset(stage)
        await stage.window.field('Search history').fill('no such asset')
        await expect(stage.page.getByText('Nothing matches')).toBeVisible()
      },
    },
    {
      name: 'ways to clear the history',
      reach: async (stage) => {
        await openAsset(stage)
        await stage.window.button('Clear history').click()
        await expect(stage.page.getByRole('menu')).toBeVisible()
      },
    },
    {
      name: 'snapshot kept',
      reach: async (stage) => {
        await openAsset(stage)
        await stage.window.button('Keep snapshot').click()
        await expect(stage.page.getByText('Snapshot kept.')).toBeVisible()
      },
    },
    {
      name: 'snapshots to compare with',
      reach: async (stage) => {
        await openAsset(stage)
        await stage.window.button('What changed since').click()
        await expect(stage.page.getByRole('menu')).toBeVisible()
      },
    },
    {
      name: 'what changed',
      reach: async (stage) => {
        await openAsset(stage)
        await stage.window.button('What changed since').click()
        await stage.page.getByRole('menuitem').last().click()
        await expect(stage.page.getByRole('table', { name: 'Changed values' })).toBeVisible()
      },
    },
  ],
}
