import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { addConnectionTo, assetAt, connectionTo } from './support/cloud'
import type { Program } from './support/program'
import { test } from './support/test'

async function check({ window, page }: Program, asset: string): Promise<void> {
  await window.goTo('Check')
  await window.field('Asset').fill(asset)
  await window.button('Check connection').click()
  await expect(page.getByText(/^Checked at/)).toBeVisible()
}

function anAsset(cloud: DemoCloud): string {
  return assetAt(cloud, '.jpg')
}

test('the verdict of the last check stands beside the connection, also after a restart', async ({
  open,
  cloud,
}) => {
  const first = await open()
  await addConnectionTo(first.window, cloud, 'Reader')
  await check(first, anAsset(cloud))
  await expect(first.window.connection('Reader')).toContainText('Ready to read,')
  await first.close()
  const { window, page } = await open()
  await expect(window.connection('Reader')).toContainText('Ready to read,')
  await window.goTo('Check')
  await expect(
    page.getByText(/^Ready to read, checked .* Check again to see what holds now\.$/),
  ).toBeVisible()
})

test('the verdict goes when the connection is edited to another credential', async ({ open, cloud }) => {
  const program = await open()
  const { window } = program
  await addConnectionTo(window, cloud, 'Reader')
  await check(program, anAsset(cloud))
  await expect(window.connection('Reader')).toContainText('Ready to read,')
  await window.goTo('Connection settings')
  const { clientId, secret } = connectionTo(cloud, 'Not allow-listed')
  await window.fillConnection({ clientId, secret })
  await window.save()
  await expect(window.connection('Reader')).not.toContainText('Ready')
  await check(program, anAsset(cloud))
  await expect(window.connection('Reader')).toContainText('Not ready,')
})

test('since when it fails is told', async ({ open, cloud }) => {
  const first = await open()
  await addConnectionTo(first.window, cloud, 'Reader')
  await check(first, anAsset(cloud))
  await check(first, 'urn:aaid:aem:12345678-1234-1234-1234-123456789012')
  await expect(first.window.connection('Reader')).toContainText('Not ready,')
  await first.close()
  const { window, page } = await open()
  await window.goTo('Check')
  await expect(
    page.getByText(/^Not ready, failed at step 8\. Read an asset’s metadata, checked/),
  ).toBeVisible()
  await expect(page.getByText(/^It worked until .* and has failed since/)).toBeVisible()
})

test('no check is kept while the history is off', async ({ open, cloud, userData }) => {
  const program = await open()
  const { window, page } = program
  await addConnectionTo(window, cloud, 'Reader')
  await page.keyboard.press('Control+,')
  await page.getByText('Keep history').click()
  await expect(page.getByRole('switch', { name: 'Keep history' })).not.toBeChecked()
  await page.keyboard.press('Control+,')
  await check(program, anAsset(cloud))
  await expect(window.connection('Reader')).not.toContainText('Ready')
  await program.close()
  expect(() => readFileSync(join(userData, 'kept/checks.json'))).toThrow('ENOENT')
})
