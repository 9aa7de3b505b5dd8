import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { connectionTo } from '../support/cloud'
import { withoutKeyring } from '../support/keyring'
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
  const forget = window.button('Forget the second secret')
  if (await forget.isVisible()) {
    await forget.click()
    await window.dialog.getByRole('button', { name: 'Forget' }).click()
  }
  await window.field('Second client secret').fill(secret)
  await window.button('Store second secret').click()
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
      name: 'secret asked for again',
      reach: async (stage) => {
        await openSettings(stage, 'To be forgotten')
        await stage.window.fillConnection({ clientId: 'another-client' })
        await stage.window.button('Save connection').click()
        await expect(stage.window.field('Client secret')).toBeFocused()
      },
    },
    {
      name: 'secret in another field',
      reach: async (stage) => {
        await openSettings(stage, 'To be forgotten')
        await stage.window.fillConnection({ clientId: newSecret(stage) })
        await stage.window.button('Save connection').click()
        await expect(stage.window.field('Client ID')).toBeFocused()
      },
    },
    {
      name: 'second secret works',
      reach: async (stage) => {
        await openWithTwoSecrets(stage, newSecret(stage))
        await stage.window.button('How to rotate the client secret').click()
        await stage.window.button('Check the second secret').click()
        await expect(stage.page.getByText('Adobe IMS issues access tokens')).toBeVisible()
      },
    },
    {
      name: 'second secret refused',
      reach: async (stage) => {
        await openWithTwoSecrets(stage, 'p8e-not-this-one')
        await stage.window.button('Check the second secret').click()
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

const stored = {
  id: 'stored',
  kind: 'adobe',
  name: 'Stored',
  environment: 'production',
  bucket: 'author-p1-e2',
  clientId: '3f6a0c1b9d8e4f7a8b2c1d0e9f8a7b6c',
  scopes: ['openid'],
  imsHost: null,
  aemHost: null,
  secret: { account: 'of-another-keyring', since: '2026-01-01T00:00:00.000Z' },
}

export const unreadableSecretScreens: ScreenGroup = {
  name: 'a connection whose secret the keychain does not give',
  needs: 'a keyring that can be missing',
  options: { env: withoutKeyring },
  furnish: (userData) =>
    writeFileSync(
      join(userData, 'connections.json'),
      JSON.stringify({ version: 1, connections: [stored], accountsToRemove: [] }),
    ),
  screens: [
    {
      name: 'new secret not stored',
      reach: async (stage) => {
        await openSettings(stage, 'Stored')
        await stage.window.fillConnection({ secret: newSecret(stage) })
        await stage.window.button('Save connection').click()
        await expect(stage.window.button('Keep for this session only')).toBeVisible()
      },
    },
    {
      name: 'connection not forgotten',
      reach: async (stage) => {
        await openSettings(stage, 'Stored')
        await stage.window.forget()
        await expect(stage.window.button('Forget anyway')).toBeVisible()
      },
    },
    {
      name: 'connection forgotten, its secret not',
      reach: async (stage) => {
        await openSettings(stage, 'Stored')
        await stage.window.forget()
        await stage.window.button('Forget anyway').click()
        await expect(stage.page.getByText('is still in the keychain')).toBeVisible()
      },
    },
  ],
}
