import { expect } from '@playwright/test'
import { addConnectionTo } from '../support/cloud'
import type { ScreenGroup, Stage } from './screen'

async function openAssets({ window }: Stage): Promise<void> {
  await window.connection('Reader').first().click()
  await window.goTo('Assets')
  await expect(window.field('Find assets')).toBeVisible()
}

async function find(stage: Stage, text: string): Promise<void> {
  await openAssets(stage)
  await stage.window.field('Find assets').fill(text)
  await stage.window.button('Find').click()
  await expect(stage.page.getByRole('grid', { name: 'Assets' })).toBeVisible()
  await expect(stage.window.button('Export')).toBeVisible()
}

export const findScreens: ScreenGroup = {
  name: 'finding assets',
  prepare: ({ window, cloud }) => addConnectionTo(window, cloud, 'Reader'),
  screens: [
    { name: 'before anything is looked for', reach: openAssets },
    { name: 'found assets', reach: (stage) => find(stage, '') },
    {
      name: 'found assets with filters and folders',
      reach: async (stage) => {
        await find(stage, '')
        await stage.window.button('Filters').click()
        await stage.window.button('Folders').click()
        await stage.window.field('Field').fill('dc:rights')
        await stage.window.field('Modified from').fill('yesterday')
        await stage.window.button('Find').click()
        await expect(stage.window.field('Modified from')).toHaveAttribute('aria-invalid', 'true')
        await expect(stage.page.getByRole('row', { name: 'fjordline', exact: true })).toBeVisible()
      },
    },
  ],
}
