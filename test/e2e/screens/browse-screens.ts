import { join } from 'node:path'
import { expect } from '@playwright/test'
import { addConnectionTo, assetAt } from '../support/cloud'
import { answerSaveDialog } from '../support/desktop'
import { openBrowse } from './request-screens'
import type { ScreenGroup, Stage } from './screen'

const harbour = 'harbour at first light (final).jpg'

async function openAsset(stage: Stage, pathEnd = harbour): Promise<void> {
  await openBrowse(stage, 'Reader')
  await stage.window.askFor(assetAt(stage.cloud, pathEnd))
  await expect(stage.window.tree).toBeVisible()
}

function choose({ page }: Stage, name: string): Promise<void> {
  return page.getByRole('radio', { name, exact: true }).click({ force: true })
}

async function openMenu({ page, window }: Stage, name: string): Promise<void> {
  await window.button(name).click()
  await expect(page.getByRole('menu')).toBeVisible()
}

async function openRequest({ page }: Stage): Promise<void> {
  await page.getByRole('tab', { name: 'Request' }).click()
  await expect(page.getByRole('region', { name: 'Latest request' })).toBeVisible()
}

export const browseScreens: ScreenGroup = {
  name: 'the metadata of an asset',
  prepare: ({ window, cloud }) => addConnectionTo(window, cloud, 'Reader'),
  screens: [
    { name: 'metadata by namespace', reach: openAsset },
    {
      name: 'picture of an asset',
      reach: async (stage) => {
        await openAsset(stage)
        await stage.window.button('Show picture').click()
        await expect(stage.page.getByRole('img', { name: /^Picture of / })).toBeVisible()
      },
    },
    {
      name: 'picture that failed',
      reach: async (stage) => {
        await openAsset(stage, 'pictures/html.png')
        await stage.window.button('Show picture').click()
        await expect(stage.page.getByRole('dialog').getByRole('alert')).toBeVisible()
      },
    },
    {
      name: 'metadata by meaning',
      reach: async (stage) => {
        await openAsset(stage)
        await choose(stage, 'Meaning')
        await expect(stage.window.row('Rights and usage')).toBeVisible()
      },
    },
    {
      name: 'metadata filtered',
      reach: async (stage) => {
        await openAsset(stage, 'scan_0017.tif')
        await stage.window.filter.fill('type:date')
        await stage.page.keyboard.press('Enter')
        await expect(stage.page.locator('.tree-problem').first()).toBeVisible()
      },
    },
    {
      name: 'text found in metadata',
      reach: async (stage) => {
        await openAsset(stage)
        await stage.window.filter.fill('sunrise')
        await expect(stage.window.tree.locator('mark').first()).toBeVisible()
      },
    },
    {
      name: 'nothing found',
      reach: async (stage) => {
        await openAsset(stage)
        await stage.window.filter.fill('no such thing anywhere')
        await expect(stage.page.locator('.tree-nothing')).toBeVisible()
      },
    },
    {
      name: 'ways to filter',
      reach: async (stage) => {
        await openAsset(stage)
        await openMenu(stage, 'Filter options')
      },
    },
    {
      name: 'several rows selected',
      reach: async (stage) => {
        await openAsset(stage)
        await stage.window.row('dc:title').click()
        await stage.page.keyboard.press('Shift+ArrowDown')
        await stage.page.keyboard.press('Shift+ArrowDown')
        await openMenu(stage, 'Copy as')
      },
    },
    {
      name: 'details of a date',
      reach: async (stage) => {
        await openAsset(stage)
        await stage.window.filter.fill('key:xmp:CreateDate')
        await stage.window.row('xmp:CreateDate').click()
      },
    },
    {
      name: 'long value',
      reach: async (stage) => {
        await openAsset(stage, '{{name}}.jpg')
        await stage.window.filter.fill('key:long')
        await stage.page.keyboard.press('Enter')
        await expect(stage.window.activeRow).toBeVisible()
      },
    },
    {
      name: 'summary opened',
      reach: async (stage) => {
        await openAsset(stage)
        await stage.window.button('Show summary').click()
        await expect(stage.window.button('Copy Path')).toBeVisible()
      },
    },
    {
      name: 'answer as text',
      reach: async (stage) => {
        await openAsset(stage)
        await choose(stage, 'Text')
        await stage.window.filter.fill('dc:')
        await expect(stage.page.locator('.tree-body-text mark').first()).toBeVisible()
      },
    },
    {
      name: 'request',
      reach: async (stage) => {
        await openAsset(stage)
        await openRequest(stage)
      },
    },
    {
      name: 'call copied',
      reach: async (stage) => {
        await openAsset(stage)
        await openRequest(stage)
        await stage.page.getByRole('button', { name: 'Copy: cURL', exact: true }).click()
        await expect(stage.page.getByRole('button', { name: /^Copied.*: cURL$/ })).toBeVisible()
      },
    },
    {
      name: 'forms of export',
      reach: async (stage) => {
        await openAsset(stage)
        await openMenu(stage, 'Export')
      },
    },
    {
      name: 'export saved',
      reach: async (stage) => {
        await openAsset(stage)
        await answerSaveDialog(stage, join(stage.userData, 'import.csv'))
        await openMenu(stage, 'Export')
        await stage.page.getByRole('menuitem', { name: /^CSV for AEM/ }).click()
        await expect(stage.page.getByText(/fields were left out:/)).toBeVisible()
      },
    },
  ],
}
