import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { connectionTo, requestsTo } from './support/cloud'
import { wordsOf } from './support/failure-messages'
import type { ConnectionWords } from './support/main-window'
import type { Program } from './support/program'
import { test } from './support/test'

function assetIn(cloud: DemoCloud): string {
  return cloud.assets[0]?.assetId ?? ''
}

async function add(
  { window }: Program,
  cloud: DemoCloud,
  credential: string,
  change: Partial<ConnectionWords> = {},
): Promise<void> {
  return window.addConnection({ ...connectionTo(cloud, credential), ...change })
}

/** Adds a connection and checks it with an asset, to its end. */
async function check(
  program: Program,
  cloud: DemoCloud,
  credential: string,
  change: Partial<ConnectionWords> = {},
): Promise<void> {
  const { page, window } = program
  await add(program, cloud, credential, change)
  await window.goTo('Check')
  await window.field('Asset').fill(assetIn(cloud))
  await window.button('Check connection').click()
  await expect(page.getByText(/^Checked at/)).toBeVisible()
}

function step(page: Page, name: string) {
  return page
    .getByRole('list', { name: 'Steps of the check' })
    .getByRole('listitem')
    .filter({ hasText: name })
    .first()
}

function readClipboard({ app }: Program): Promise<string> {
  return app.evaluate(async ({ clipboard }) => clipboard.readText())
}

/** The user chooses this place in the platform's dialog. */
function saveAs({ app }: Program, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, filePath)
}

function tokensIn(cloud: DemoCloud): string[] {
  return requestsTo(cloud, 'aem').flatMap(
    ({ headers }) => headers.authorization?.replace(/^Bearer /, '') ?? [],
  )
}

test.describe('a connection that works', () => {
  test('has the update test as a part of its check, which the verdict leads to', async ({ open, cloud }) => {
    const program = await open()
    await check(program, cloud, 'Editor')
    await program.window.button('Check again with update test').click()
    await expect(program.window.status.filter({ hasText: '9 of 9 steps passed.' })).toBeVisible()
    await expect(step(program.page, 'Rights to change')).toContainText('OK')
  })

  test('is good in all steps but the one that is left to a request', async ({ open, cloud }) => {
    const program = await open()
    await check(program, cloud, 'Reader')
    await expect(program.window.status.first()).toContainText('8 of 9 steps passed.')
    for (const name of ['Input and hosts', 'Keychain', 'Network', 'Token claims', 'AEM reached']) {
      await expect(step(program.page, name)).toContainText('OK')
    }
    await expect(step(program.page, 'Rights to change')).toContainText('Skipped')
  })

  test('shows whose token it is, and copies it only after asking', async ({ open, cloud }) => {
    const program = await open()
    const { page, window } = program
    await check(program, cloud, 'Reader')
    const account = page.getByRole('definition').filter({ hasText: 'Tools > Security > Users' })
    await expect(account).toContainText('@techacct.adobe.com')
    await window.button('Copy access token').click()
    await window.dialog.getByRole('button', { name: 'Copy access token' }).click()
    await expect(page.getByText('cleared from the clipboard in 60 s')).toBeVisible()
    expect(tokensIn(cloud)).toContain(await readClipboard(program))
  })

  test('is checked from its settings page at once', async ({ open, cloud }) => {
    const program = await open()
    await add(program, cloud, 'Reader')
    await program.window.button('Check connection').click()
    await expect(program.window.status.filter({ hasText: '6 of 9 steps are proven' })).toBeVisible()
  })
})

test.describe('a client ID that is not on the allow list', () => {
  test('stops at step 7 with cause and owner', async ({ open, cloud }) => {
    const program = await open()
    await check(program, cloud, 'Not allow-listed')
    const { clientId, bucket } = connectionTo(cloud, 'Not allow-listed')
    const words = wordsOf('aem-client-not-allowlisted', { clientId, bucket })
    await expect(program.window.alert).toContainText('Stopped at step 7: Client ID allow-listed')
    await expect(program.window.alert).toContainText(words.cause)
    await expect(program.window.alert).toContainText(words.owner)
  })

  test('comes with an api.yaml to copy, for the environments that are chosen', async ({ open, cloud }) => {
    const program = await open()
    await check(program, cloud, 'Not allow-listed')
    await program.page.getByRole('checkbox', { name: 'Production' }).check({ force: true })
    await program.window.button('Copy: config/api.yaml').click()
    await expect(program.window.button('Copied: config/api.yaml')).toBeVisible()
    expect(await readClipboard(program)).toBe(
      [
        'kind: "API"',
        'version: "1"',
        'metadata:',
        '  envTypes: ["dev", "prod"]',
        'data:',
        '  allowedClientIDs:',
        '    author:',
        `      - "${connectionTo(cloud, 'Not allow-listed').clientId}"`,
        '',
      ].join('\n'),
    )
  })

  test('comes with a request to its owner, without the secret', async ({ open, cloud }) => {
    const program = await open()
    await check(program, cloud, 'Not allow-listed')
    await program.window.button('Copy request to the Cloud Manager deployer').click()
    await expect(program.window.button('Copied')).toBeVisible()
    const request = await readClipboard(program)
    const { clientId, secret } = connectionTo(cloud, 'Not allow-listed')
    expect(request).toContain(clientId)
    expect(request).toMatch(/Request ID: \S+/)
    for (const hidden of [secret, ...tokensIn(cloud)]) expect(request).not.toContain(hidden)
  })
})

test('a token that says that a clock is wrong is amber, and AEM is asked all the same', async ({
  open,
  cloud,
}) => {
  const program = await open()
  await check(program, cloud, 'IMS clock two days ahead')
  await expect(step(program.page, 'Token claims')).toContainText('Needs attention')
  await expect(step(program.page, 'Token claims')).toContainText(wordsOf('claims-clock-skew').cause)
  await expect(step(program.page, 'Read an asset’s metadata')).toContainText('OK')
})

test.describe('rights on a production connection', () => {
  async function probe(program: Program): Promise<void> {
    await program.page.getByText('Include update test (no data changes)').click()
    await program.window.button('Check connection').click()
  }
  function patches(cloud: DemoCloud) {
    return requestsTo(cloud, 'aem').filter(({ method }) => method === 'PATCH')
  }

  async function openAllowed(program: Program, cloud: DemoCloud, name: string): Promise<void> {
    await add(program, cloud, 'Reader', { environment: 'Production', name })
    await program.window.allowChanges()
    await program.window.goTo('Check')
    await program.window.field('Asset').fill(assetIn(cloud))
  }

  test('are not probed as long as changes are locked, and the way to unlock them is a press away', async ({
    open,
    cloud,
  }) => {
    const program = await open()
    const { page, window } = program
    await check(program, cloud, 'Editor', { environment: 'Production' })
    await expect(page.getByText('so the update test won’t be sent')).toBeVisible()
    await probe(program)
    await expect(window.status.filter({ hasText: 'Ready to read, update not proven' })).toBeVisible()
    await expect(step(page, 'Rights to change')).toContainText('Not tested: changes are locked')
    expect(patches(cloud)).toEqual([])
    await step(page, 'Rights to change').getByRole('button', { name: 'Open connection settings' }).click()
    await expect(page.getByRole('switch', { name: 'Allow changes to metadata' })).toBeFocused()
    await expect(page.getByText('Allow changes to metadata')).toBeInViewport()
  })

  test('are not probed before its name was typed', async ({ open, cloud }) => {
    const program = await open()
    await openAllowed(program, cloud, 'Live')
    await probe(program)
    await expect(program.page.getByText('This isn’t the connection’s name.')).toBeVisible()
    await expect(program.window.field('Connection name')).toBeFocused()
    expect(patches(cloud)).toEqual([])
  })

  test('are told with both ways out where changing is refused', async ({ open, cloud }) => {
    const program = await open()
    const { page, window } = program
    await openAllowed(program, cloud, 'Live')
    await probe(program)
    await window.field('Connection name').fill('Live')
    await window.button('Check connection').click()
    const table = page.getByRole('table', { name: 'What the technical account can do' })
    await expect(table.getByRole('row', { name: /^Read/ })).toContainText('Allowed')
    await expect(table.getByRole('row', { name: /^Update/ })).toContainText('Refused')
    await expect(table.getByRole('row', { name: /^Delete/ })).toContainText('Not proven')
    await expect(
      page.getByText('set ACL for "AEM Assets Collaborator Users - Service"').first(),
    ).toBeVisible()
    expect(patches(cloud)).toHaveLength(1)
  })
})

test.describe('all connections at once', () => {
  async function openAll(program: Program, cloud: DemoCloud): Promise<void> {
    await add(program, cloud, 'Reader', { name: 'Dev', environment: 'Development' })
    await add(program, cloud, 'Not allow-listed', { name: 'Live', environment: 'Production' })
    await program.window.button('Check all').click()
  }

  test('run side by side, with the differences in words', async ({ open, cloud }) => {
    const program = await open()
    const { page, window } = program
    await openAll(program, cloud)
    await window.button('Check connections').click()
    const row = page.getByRole('row', { name: /7\. Client ID allow-listed/ })
    await expect(row.getByRole('rowheader')).toContainText('Differs')
    await expect(page.getByRole('region', { name: 'Differences' })).toContainText('“Live”: Failed')
    await row.getByRole('button', { name: /Live: Failed/ }).click()
    await expect(page.getByRole('dialog')).toContainText('AEM refuses this client ID')
    await page.keyboard.press('Escape')
    await expect(row.getByRole('button', { name: /Live: Failed/ })).toBeFocused()
  })

  test('are saved as one report', async ({ open, cloud, userData }) => {
    const program = await open()
    await openAll(program, cloud)
    await program.window.button('Check connections').click()
    const path = join(userData, 'all.html')
    await saveAs(program, path)
    await program.window.button('Save report').click()
    await expect(program.page.getByText(/^Saved as/)).toBeVisible()
    expect(readFileSync(path, 'utf8')).toMatch(/Overview[\s\S]*Dev[\s\S]*Live/)
  })
})

test.describe('a saved report', () => {
  test('is printed as PDF by a window that runs nothing, and shown in its folder', async ({
    open,
    cloud,
    userData,
  }) => {
    const program = await open()
    await check(program, cloud, 'Not allow-listed')
    const path = join(userData, 'report.pdf')
    await saveAs(program, path)
    await program.app.evaluate(({ shell }) => {
      shell.showItemInFolder = (shown) => void Object.assign(globalThis, { shown })
    })
    await program.window.button('Save as PDF').click()
    await expect(program.page.getByText(/^Saved as/)).toContainText('report.pdf')
    const pdf = readFileSync(path, 'latin1')
    expect(pdf).toMatch(/^%PDF-/)
    expect(pdf).toMatch(/\/Count [23]\b/)
    await program.window.button('Show in folder').click()
    await expect.poll(() => program.app.evaluate(() => Reflect.get(globalThis, 'shown'))).toBe(path)
    expect(await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  for (const [button, name] of [
    ['Save report', 'report.html'],
    ['Save as JSON', 'report.json'],
  ] as const) {
    test(`has what support needs, and neither secret nor token: ${name}`, async ({
      open,
      cloud,
      userData,
    }) => {
      const program = await open()
      await check(program, cloud, 'Not allow-listed')
      const path = join(userData, name)
      await saveAs(program, path)
      await program.window.button(button).click()
      await expect(program.page.getByText(/^Saved as/)).toContainText(name)
      const text = readFileSync(path, 'utf8')
      const { clientId, secret } = connectionTo(cloud, 'Not allow-listed')
      const tokens = tokensIn(cloud)
      expect(tokens.length).toBeGreaterThan(0)
      const parts = tokens.flatMap((token) => [token, ...token.split('.')])
      expect([secret, ...parts].filter((hidden) => text.includes(hidden))).toEqual([])
      expect(text).toContain(clientId)
      expect(text).toContain('IMS Client ID not allowlisted')
    })
  }
})
