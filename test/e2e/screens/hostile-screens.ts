import { expect } from '@playwright/test'
import { assetAt, connectionTo } from '../support/cloud'
import { openBrowse } from './request-screens'
import type { ScreenGroup, Stage } from './screen'

const long = `Storefront of the northern region ${'x'.repeat(86)}`
const hebrew = `חנות ראשית (ייצור) ${'ש'.repeat(60)} 2026`
const turned = 'Live \u200Fgnp.exe'

async function openAsset(stage: Stage, connection: string, pathEnd: string): Promise<void> {
  await openBrowse(stage, connection)
  await stage.window.askFor(assetAt(stage.cloud, pathEnd))
  await expect(stage.window.tree).toBeVisible()
}

export const hostileScreens: ScreenGroup = {
  name: 'names and values that nobody expects',
  prepare: async (stage) => {
    const { window, cloud } = stage
    await window.addConnection({ ...connectionTo(cloud, 'Reader'), name: hebrew, environment: 'Stage' })
    await window.addConnection({ ...connectionTo(cloud, 'Editor'), name: long, environment: 'Production' })
    await window.addConnection({ ...connectionTo(cloud, 'Not allow-listed'), name: turned })
    for (const connection of [hebrew, long]) await openAsset(stage, connection, '{{name}}.jpg')
  },
  screens: [
    { name: 'odd metadata', reach: (stage) => openAsset(stage, long, '{{name}}.jpg') },
    { name: 'metadata from right to left', reach: (stage) => openAsset(stage, hebrew, '.docx') },
    {
      name: 'odd metadata as a favourite',
      reach: async (stage) => {
        await openAsset(stage, long, '{{name}}.jpg')
        await stage.window.button('Add to favorites').click()
        await stage.window.field('Note').fill(`${'ש'.repeat(100)} ${'n'.repeat(300)}`)
        await stage.page.keyboard.press('Enter')
        await expect(stage.page.getByRole('list', { name: 'Favorites' })).toContainText('nnn')
      },
    },
    {
      name: 'check of a long name',
      reach: async ({ page, window, cloud }) => {
        await window.connection(long).click()
        await window.goTo('Check')
        await window.field('Asset').fill(cloud.assets[0]?.assetId ?? '')
        await window.button('Check connection').click()
        await expect(page.getByText(/^Checked at/)).toBeVisible()
      },
    },
    {
      name: 'settings of a long name',
      reach: async ({ window }) => {
        await window.connection(long).click()
        await window.goTo('Connection settings')
        await expect(window.field('Connection name')).toHaveValue(long)
      },
    },
    {
      name: 'check of all odd names',
      reach: async ({ window }) => {
        await window.button('Check all').click()
        await window.button('Check connections').click()
        await expect(window.button('Save report')).toBeVisible()
      },
    },
  ],
}
