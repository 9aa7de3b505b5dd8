import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { DemoCloud } from '../../../src/demo-cloud/demo-cloud'
import { addConnectionTo, connectionTo } from '../support/cloud'
import { answerSaveDialog } from '../support/desktop'
import type { ScreenGroup, Stage } from './screen'

function assetIn(cloud: DemoCloud): string {
  return cloud.assets[0]?.assetId ?? ''
}

async function openCheck({ window }: Stage, connection: string): Promise<void> {
  await window.connection(connection).first().click()
  await window.goTo('Check')
  await expect(window.button('Check connection')).toBeVisible()
}

/** Checks the connection to the end. */
async function check(stage: Stage, connection: string): Promise<void> {
  await openCheck(stage, connection)
  await stage.window.field('Asset').fill(assetIn(stage.cloud))
  await stage.window.button('Check connection').click()
  await expect(stage.page.getByText(/^Checked at/)).toBeVisible()
}

async function openAll({ page, window }: Stage): Promise<void> {
  await window.button('Check all').click()
  await expect(page.getByRole('heading', { level: 1, name: /./ })).toBeVisible()
}

function chooseEndless({ page }: Stage, isChosen: boolean): Promise<void> {
  return page.getByRole('checkbox', { name: /AEM never answers/ }).setChecked(isChosen, { force: true })
}

async function checkAll(stage: Stage): Promise<void> {
  await openAll(stage)
  await chooseEndless(stage, false)
  await stage.window.button('Check connections').click()
  await expect(stage.window.button('Save report')).toBeVisible()
}

export const checkScreens: ScreenGroup = {
  name: 'the check of connections',
  prepare: async ({ window, cloud }) => {
    await addConnectionTo(window, cloud, 'Reader')
    const production = { environment: 'Production' } as const
    await window.addConnection({ ...connectionTo(cloud, 'Not allow-listed'), ...production })
    await window.addConnection({ ...connectionTo(cloud, 'Editor'), ...production, name: 'Live' })
    await window.allowChanges()
    await window.addConnection({ ...connectionTo(cloud, 'Editor'), ...production, name: 'Locked' })
    await addConnectionTo(window, cloud, 'IMS clock two days ahead')
    await window.addConnection({ ...connectionTo(cloud, 'AEM never answers'), environment: 'Stage' })
  },
  screens: [
    { name: 'before the check', reach: (stage) => openCheck(stage, 'Reader') },
    {
      name: 'check with a wrong asset',
      reach: async (stage) => {
        await openCheck(stage, 'Reader')
        await stage.window.field('Asset').fill('tea.jpg')
        await stage.window.button('Check connection').click()
        await expect(stage.window.field('Asset')).toHaveAttribute('aria-invalid', 'true')
      },
    },
    {
      name: 'check that is repeated',
      reach: async (stage) => {
        await check(stage, 'Not allow-listed')
        await stage.page
          .getByRole('switch', { name: 'Check every 5 minutes until it passes' })
          .click({ force: true })
        await expect(stage.page.getByText(/^Next check: /)).toBeVisible()
      },
    },
    {
      name: 'check running',
      reach: async (stage) => {
        await openCheck(stage, 'AEM never answers')
        await stage.window.button('Check connection').click()
        await expect(stage.page.getByText(/^Step 6 of 9/)).toBeVisible()
      },
    },
    {
      name: 'check cancelled',
      reach: async (stage) => {
        await openCheck(stage, 'AEM never answers')
        await stage.window.button('Check connection').click()
        await stage.window.button('Cancel').click()
        await expect(stage.page.getByText('Check canceled')).toBeVisible()
      },
    },
    { name: 'check passed', reach: (stage) => check(stage, 'Reader') },
    { name: 'check with attention', reach: (stage) => check(stage, 'IMS clock two days ahead') },
    {
      name: 'check failed, with its evidence',
      reach: async (stage) => {
        await check(stage, 'Not allow-listed')
        await stage.page.getByRole('button', { name: 'Details' }).first().click()
      },
    },
    {
      name: 'finding of a failed check',
      reach: async (stage) => {
        await check(stage, 'Not allow-listed')
        await stage.window.button('Go to step 7').click()
      },
    },
    {
      name: 'access token',
      reach: async (stage) => {
        await check(stage, 'Reader')
        await stage.window.button('All claims, unchanged').click()
        await stage.window.button('All claims, unchanged').evaluate((element) => element.scrollIntoView())
      },
    },
    {
      name: 'question before the token is copied',
      reach: async (stage) => {
        await check(stage, 'Reader')
        await stage.window.button('Copy access token').click()
        await expect(stage.window.dialog).toBeVisible()
      },
    },
    {
      name: 'rights',
      reach: async (stage) => {
        await check(stage, 'Reader')
        await stage.page.getByText('Include update test (no data changes)').click()
        await stage.window.button('Check connection').click()
        const table = stage.page.getByRole('table', { name: 'What the technical account can do' })
        await expect(table).toBeVisible()
        await table.evaluate((element) => element.scrollIntoView())
      },
    },
    {
      name: 'rights in production, not confirmed',
      reach: async (stage) => {
        await check(stage, 'Live')
        await stage.page.getByText('Include update test (no data changes)').click()
        await stage.window.button('Check connection').click()
        await expect(stage.window.field('Connection name')).toBeFocused()
      },
    },
    {
      name: 'rights in production, locked',
      reach: async (stage) => {
        await check(stage, 'Locked')
        await stage.page.getByText('Include update test (no data changes)').click()
        await stage.window.button('Check connection').click()
        const words = stage.page.getByText(/^Not tested: changes are locked/)
        await words.evaluate((element) => element.scrollIntoView())
      },
    },
    {
      name: 'tutorial explained',
      reach: async (stage) => {
        await openCheck(stage, 'Reader')
        const opener = stage.window.button('Why the PATCH of Adobe’s tutorial answers 403')
        await opener.click()
        await opener.evaluate((element) => element.scrollIntoView())
      },
    },
    {
      name: 'report saved',
      reach: async (stage) => {
        await check(stage, 'Reader')
        await answerSaveDialog(stage, join(stage.userData, 'report.html'))
        await stage.window.button('Save report').click()
        await expect(stage.page.getByText(/^Saved as/)).toBeVisible()
      },
    },
    { name: 'before the check of all', reach: openAll },
    {
      name: 'check of all, running',
      reach: async (stage) => {
        await openAll(stage)
        await chooseEndless(stage, true)
        await stage.window.button('Check connections').click()
        await expect(stage.window.progress.first()).toBeVisible()
      },
    },
    {
      name: 'check of all, with differences',
      reach: checkAll,
    },
    {
      name: 'what a step of the check of all found',
      reach: async (stage) => {
        await checkAll(stage)
        await stage.page
          .getByRole('row', { name: /7\. Client ID allow-listed/ })
          .getByRole('button', { name: /Failed/ })
          .click()
        await expect(stage.page.getByRole('dialog')).toBeVisible()
      },
    },
  ],
}
