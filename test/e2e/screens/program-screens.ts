import { expect } from '@playwright/test'
import { linkTo } from '../../../src/shared/asset-link'
import { addConnectionTo } from '../support/cloud'
import { openLink } from '../support/desktop'
import type { ScreenGroup, Stage } from './screen'

async function openSettings({ page }: Stage): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible()
  await page.keyboard.press('Control+,')
  await expect(page.getByRole('heading', { name: 'Hosts contacted' })).toBeVisible()
}

async function scrollTo({ page }: Stage, heading: string): Promise<void> {
  return page.getByRole('heading', { name: heading }).evaluate((element) => element.scrollIntoView())
}

const longPath = `/content/dam/${'a-folder-with-a-long-name/'.repeat(8)}الشاي \u202etxt.jpg`

export const programScreens: ScreenGroup = {
  name: 'the settings of the program',
  prepare: async ({ window, cloud }) => {
    await addConnectionTo(window, cloud, 'Reader')
    await window.goTo('Browse')
    await window.askFor(cloud.assets[0]?.assetId ?? '')
    await expect(window.tree).toBeVisible()
  },
  screens: [
    { name: 'settings', reach: openSettings },
    {
      name: 'settings, places and hosts',
      reach: async (stage) => {
        await openSettings(stage)
        await scrollTo(stage, 'Storage locations')
      },
    },
    {
      name: 'the palette',
      reach: async ({ page }) => {
        await expect(page.getByRole('main')).toBeVisible()
        await page.keyboard.press('Control+k')
        await expect(page.getByRole('menuitem').first()).toBeVisible()
      },
    },
    {
      name: 'the palette, nothing found',
      reach: async ({ page }) => {
        await expect(page.getByRole('main')).toBeVisible()
        await page.keyboard.press('Control+k')
        await page.getByRole('dialog').getByRole('searchbox').fill('zzzz')
        await expect(page.getByText('Nothing found.')).toBeVisible()
      },
    },
    {
      name: 'the sheet of keys',
      reach: async ({ page }) => {
        await expect(page.getByRole('main')).toBeVisible()
        await page.keyboard.press('F1')
        await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
      },
    },
    {
      name: 'a link that was opened',
      reach: async (stage) => {
        await expect(stage.page.getByRole('main')).toBeVisible()
        await openLink(stage, linkTo({ bucket: stage.cloud.bucket, asset: longPath }))
        await expect(stage.page.getByRole('dialog', { name: 'Open a link' })).toBeVisible()
      },
    },
    {
      name: 'a link that names no asset',
      reach: async (stage) => {
        await expect(stage.page.getByRole('main')).toBeVisible()
        await openLink(stage, 'asset-inspector://open')
        await expect(stage.window.dialog).toBeVisible()
      },
    },
    {
      name: 'settings, a proxy with a sign-in',
      reach: async (stage) => {
        const { page, window } = stage
        await openSettings(stage)
        await page.getByRole('button', { name: / Proxy$/ }).click()
        await page.getByRole('option', { name: 'Proxy server' }).click()
        await window.field('Proxy address').fill('proxy.a-company-with-a-long-name.example.com:8080')
        await window.button('Save').click()
        await window.field('User name').fill('DOMAIN\\ada')
        await window.button('Save sign-in').click()
        await expect(page.getByText('Enter a password.')).toBeVisible()
        await scrollTo(stage, 'Network')
      },
    },
    {
      name: 'settings with a wrong timeout',
      reach: async (stage) => {
        await openSettings(stage)
        await stage.window.field('AEM timeout (seconds)').fill('100000')
        await stage.page.keyboard.press('Enter')
        await expect(stage.window.field('AEM timeout (seconds)')).toHaveAttribute('aria-invalid', 'true')
      },
    },
    {
      name: 'choice of a language for dates',
      reach: async (stage) => {
        await openSettings(stage)
        await stage.page.getByRole('button', { name: /Date and number format/ }).click()
        await expect(stage.page.getByRole('listbox')).toBeVisible()
      },
    },
    {
      name: 'question before deleting everything',
      reach: async (stage) => {
        await openSettings(stage)
        await stage.window.button('Delete all saved data').click()
        await expect(stage.window.dialog).toBeVisible()
      },
    },
    {
      name: 'everything deleted, history off',
      reach: async (stage) => {
        const { page, window } = stage
        await openSettings(stage)
        await window.button('Delete all saved data').click()
        await window.dialog.getByRole('button', { name: 'Delete everything', exact: true }).click()
        await expect(page.getByText('All saved data was deleted.')).toBeVisible()
        await page.getByText('Keep history').click()
        await expect(page.getByRole('switch', { name: 'Keep history' })).not.toBeChecked()
      },
    },
  ],
}

export const installationScreens: ScreenGroup = {
  name: 'the check of the installation',
  // The page tries what its policy forbids.
  options: { provokes: true },
  screens: [
    {
      name: 'settings, check of the installation',
      reach: async (stage) => {
        await openSettings(stage)
        await stage.window.button('Check this installation').click()
        const row = stage.page.getByRole('table', { name: 'Check of this installation' }).getByRole('row')
        // With the head. In the Chromium of a system the window cannot be checked, and says so.
        await expect(row).toHaveCount(7, { timeout: 30_000 })
        await scrollTo(stage, 'Installation')
      },
    },
  ],
}
