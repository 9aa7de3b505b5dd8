import { expect } from '@playwright/test'
import { connectionTo } from '../support/cloud'
import type { ScreenGroup, Stage } from './screen'

async function openSettings({ window }: Stage, connection: string): Promise<void> {
  await window.connection(connection).first().click()
  await window.goTo('Connection settings')
  await expect(window.field('Connection name')).toBeVisible()
}

/** Stores a second secret, unless an earlier screen has done so. */
async function openWithTwoSecrets(stage: Stage, secret: string): Promise<void> {
  const { page, window } = stage
  await openSettings(stage, 'Shop')
  const forget = window.button('Forget the other secret')
  if (await forget.isVisible()) {
    await forget.click()
    await window.dialog.getByRole('button', { name: 'Forget' }).click()
  }
  await window.field('Other client secret').fill(secret)
  await window.button('Store other secret').click()
  await expect(page.getByText('Check it before you promote it')).toBeVisible()
}

function newSecret({ cloud }: Stage): string {
  return connectionTo(cloud, 'Rotation: new secret').secret
}

export const connectionScreens: ScreenGroup = {
  name: 'the settings of a connection',
  prepare: async ({ window, cloud }) => {
    await window.tryDemo()
    await window.addConnection({ ...connectionTo(cloud, 'Rotation: old secret'), name: 'Shop' })
    await window.addConnection({ ...connectionTo(cloud, 'Reader'), name: 'To be forgotten' })
  },
  screens: [
    { name: 'connection settings', reach: (stage) => openSettings(stage, 'Shop') },
    {
      name: 'connection with unsaved changes',
      reach: async (stage) => {
        await openSettings(stage, 'To be forgotten')
        await stage.window.fillConnection({ name: 'Another name' })
        await expect(stage.page.getByText('Unsaved changes').first()).toBeVisible()
      },
    },
    {
      name: 'second secret works',
      reach: async (stage) => {
        await openWithTwoSecrets(stage, newSecret(stage))
        await stage.window.button('How to rotate the client secret').click()
        await stage.window.button('Check the other secret').click()
        await expect(stage.page.getByText('Adobe IMS gives an access token')).toBeVisible()
      },
    },
    {
      name: 'second secret refused',
      reach: async (stage) => {
        await openWithTwoSecrets(stage, 'p8e-not-this-one')
        await stage.window.button('Check the other secret').click()
        await expect(stage.window.alert).toBeVisible()
      },
    },
    {
      name: 'question before promoting',
      reach: async (stage) => {
        await openWithTwoSecrets(stage, newSecret(stage))
        await stage.window.button('Promote').click()
        await expect(stage.window.dialog).toBeVisible()
      },
    },
    {
      name: 'check with a choice of secrets',
      reach: async (stage) => {
        await openWithTwoSecrets(stage, newSecret(stage))
        await stage.window.goTo('Check')
        await expect(stage.page.getByRole('radio', { name: 'Second' })).toBeVisible()
      },
    },
    {
      name: 'ways to share',
      reach: async (stage) => {
        await openSettings(stage, 'Shop')
        await stage.window.button('Share without secret').click()
        await expect(stage.page.getByRole('menu')).toBeVisible()
      },
    },
    {
      name: 'shared',
      reach: async (stage) => {
        await openSettings(stage, 'Shop')
        await stage.window.button('Share without secret').click()
        await stage.page.getByRole('menuitem', { name: /Copy as text/ }).click()
        await expect(stage.page.getByText('Copied, without the secret')).toBeVisible()
      },
    },
    {
      name: 'question before forgetting',
      reach: async (stage) => {
        await openSettings(stage, 'Shop')
        await stage.window.button('Forget connection').click()
        await expect(stage.window.dialog).toBeVisible()
      },
    },
    {
      name: 'demo assets',
      reach: async (stage) => {
        await stage.window.connection('Demo cloud').click()
        await stage.window.button('Demo assets').click()
        await expect(stage.page.getByRole('menu')).toBeVisible()
      },
    },
    {
      name: 'demo credentials',
      reach: async (stage) => {
        await openSettings(stage, 'Demo cloud')
        await stage.window.button('Demo credentials').click()
        await expect(stage.page.getByRole('menu')).toBeVisible()
      },
    },
    {
      name: 'connection forgotten',
      reach: async (stage) => {
        await openSettings(stage, 'To be forgotten')
        await stage.window.forget()
        await expect(stage.page.getByText('was forgotten.')).toBeVisible()
      },
    },
  ],
}
