import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator } from '@playwright/test'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { connectionTo } from './support/cloud'
import { wordsOf } from './support/failure-messages'
import { lookUpSecret } from './support/keyring'
import type { Program } from './support/program'
import { secretAccountsOf } from './support/secret-accounts'
import { test } from './support/test'

function oldWords(cloud: DemoCloud) {
  return { ...connectionTo(cloud, 'Rotation: old secret'), name: 'Shop' }
}
function newSecretOf(cloud: DemoCloud) {
  return connectionTo(cloud, 'Rotation: new secret').secret
}

function panelOf({ page }: Program): Locator {
  return page.getByRole('region', { name: 'Client secrets' })
}

/** A connection with the old secret, and the new one beside it. */
async function storeBoth(program: Program, cloud: DemoCloud, second = newSecretOf(cloud)): Promise<Locator> {
  await program.window.addConnection(oldWords(cloud))
  const panel = panelOf(program)
  await panel.getByLabel('Second client secret').fill(second)
  await panel.getByRole('button', { name: 'Store second secret' }).click()
  await expect(panel.getByRole('button', { name: 'Check the second secret' })).toBeFocused()
  return panel
}

function secretsOf(userData: string): (string | null)[] {
  const { current, second } = secretAccountsOf(userData, 'Shop')
  return [current, second].map((account) => account && lookUpSecret(account))
}

function secretsSent(cloud: DemoCloud): (string | null)[] {
  return cloud.requests
    .filter(({ server }) => server === 'ims')
    .flatMap(({ body }) => new URLSearchParams(body).getAll('client_secret'))
}

test('the new secret is kept in the keychain beside the old one', async ({ open, cloud, userData }) => {
  await storeBoth(await open(), cloud)
  expect(secretsOf(userData)).toEqual([oldWords(cloud).secret, newSecretOf(cloud)])
})

test('the new secret is checked while the old one stays in use', async ({ open, cloud }) => {
  const panel = await storeBoth(await open(), cloud)
  await panel.getByRole('button', { name: 'Check the second secret' }).click()
  await expect(panel.getByText('Adobe IMS issues access tokens for the second secret.')).toBeVisible()
  expect(new Set(secretsSent(cloud))).toEqual(new Set([newSecretOf(cloud)]))
})

test('a new secret that Adobe IMS refuses says so, before it is used', async ({ open, cloud }) => {
  const panel = await storeBoth(await open(), cloud, 'p8e-not-this-one')
  await panel.getByRole('button', { name: 'Check the second secret' }).click()
  const { clientId } = oldWords(cloud)
  await expect(panel.getByRole('alert')).toContainText(wordsOf('ims-secret-refused', { clientId }).cause)
})

test('promoted, the new secret is the one in use, and the old one stays', async ({
  open,
  cloud,
  userData,
}) => {
  const program = await open()
  const panel = await storeBoth(program, cloud)
  await panel.getByRole('button', { name: 'Promote' }).click()
  await program.window.dialog.getByRole('button', { name: 'Promote' }).click()
  await expect(panel.getByText('is now the current one')).toBeVisible()
  expect(secretsOf(userData)).toEqual([newSecretOf(cloud), oldWords(cloud).secret])
  await program.window.goTo('Browse')
  await program.window.askFor(cloud.assets[0]?.assetId ?? '')
  await expect(program.window.tree).toBeVisible()
  expect(secretsSent(cloud)).toEqual([newSecretOf(cloud)])
})

test('a forgotten second secret is gone from the keychain', async ({ open, cloud, userData }) => {
  const program = await open()
  const panel = await storeBoth(program, cloud)
  const { second } = secretAccountsOf(userData, 'Shop')
  await panel.getByRole('button', { name: 'Forget the second secret' }).click()
  await program.window.dialog.getByRole('button', { name: 'Forget' }).click()
  await expect(panel.getByLabel('Second client secret')).toBeFocused()
  expect(second && lookUpSecret(second)).toBeNull()
})

test('a secret stored long ago is said to be due', async ({ open, cloud, userData }) => {
  const first = await open()
  await first.window.addConnection(oldWords(cloud))
  await first.close()
  const path = join(userData, 'connections.json')
  const longAgo = new Date(Date.now() - 190 * 86_400_000).toISOString()
  writeFileSync(path, readFileSync(path, 'utf8').replace(/"since":\s*"[^"]+"/, `"since":"${longAgo}"`))
  const program = await open()
  const reminder = program.page.getByText(/^The client secret of .*Shop.* was stored 190 days ago/)
  await expect(reminder).toBeVisible()
  await program.window.button('Show').click()
  await expect(panelOf(program)).toContainText('stored 190 days ago: time to rotate')
  await expect(reminder).toHaveCount(0)
  await program.close()
  // Once a day is enough.
  const { page, window } = await open()
  await expect(window.button('Connection settings')).toBeVisible()
  await expect(page.getByText(/was stored 190 days ago/)).toHaveCount(0)
})
