import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type DemoCloud, startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import { addConnectionTo, connectionTo } from './support/cloud'
import { say } from './support/failure-messages'
import { makeUserDataFolder } from './support/files'
import type { Program } from './support/program'
import { test } from './support/test'

type Values = Readonly<Record<string, string | number>>

let cloud: DemoCloud
let program: Program
const folder = makeUserDataFolder()

test.beforeAll(async ({ programs }) => {
  cloud = await startDemoCloud()
  program = await programs.open({ userData: folder.path })
})

test.afterAll(async () => {
  await program.close()
  await cloud.close()
  folder.remove()
})

const tooLong = 'x'.repeat(10_000)
const control = 'a\u0007b'

test.describe('the form of a connection', () => {
  async function startForm(): Promise<void> {
    const { page, window } = program
    const isThere = await window.field('Connection name').isVisible()
    if (isThere) await page.getByRole('button', { name: 'Discard changes' }).click()
    else await window.button('Add connection').click()
    await window.fillConnection(connectionTo(cloud, 'Reader'))
  }

  async function expectRefusal(label: string, words: string): Promise<void> {
    const field = program.window.field(label)
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    expect(cloud.requests).toEqual([])
    expect(existsSync(join(folder.path, 'connections.json'))).toBe(false)
  }

  function tooLongFor(longest: number): Values {
    return { length: 10_000, longest }
  }
  const refused: [
    field: 'name' | 'bucket' | 'clientId' | 'secret' | 'scopes' | 'imsHost' | 'aemHost',
    label: string,
    what: string,
    typed: string,
    code: Parameters<typeof say>[0],
    values?: Values,
  ][] = [
    ['name', 'Connection name', 'nothing', '', 'field.empty'],
    ['name', 'Connection name', 'spaces', '   ', 'field.empty'],
    ['name', 'Connection name', 'a control character', control, 'field.control-characters'],
    ['name', 'Connection name', '10,000 characters', tooLong, 'field.too-long', tooLongFor(120)],
    ['bucket', 'Bucket', 'nothing', '', 'field.empty'],
    ['bucket', 'Bucket', 'spaces', '   ', 'field.empty'],
    ['bucket', 'Bucket', 'a control character', control, 'field.control-characters'],
    ['bucket', 'Bucket', '10,000 characters', tooLong, 'field.too-long', tooLongFor(2_000)],
    ['bucket', 'Bucket', 'something else', 'my-bucket', 'field.bucket-unknown'],
    ['bucket', 'Bucket', 'another host', 'author-p1-e2.example.com', 'field.bucket-unknown'],
    [
      'bucket',
      'Bucket',
      'a publish host',
      'https://publish-p1-e2.adobeaemcloud.com',
      'field.bucket-not-author',
      { tier: 'publish', author: 'author-p1-e2' },
    ],
    [
      'bucket',
      'Bucket',
      'a delivery host',
      'delivery-p1-e2.adobeaemcloud.com',
      'field.bucket-not-author',
      { tier: 'delivery', author: 'author-p1-e2' },
    ],
    ['clientId', 'Client ID', 'nothing', '', 'field.empty'],
    ['clientId', 'Client ID', 'spaces', '   ', 'field.empty'],
    ['clientId', 'Client ID', 'a control character', control, 'field.control-characters'],
    ['clientId', 'Client ID', '10,000 characters', tooLong, 'field.too-long', tooLongFor(256)],
    ['clientId', 'Client ID', 'a technical account', 'AB12@techacct.adobe.com', 'field.client-id-is-account'],
    ['secret', 'Client secret', 'nothing', '', 'field.empty'],
    ['secret', 'Client secret', 'spaces', '   ', 'field.empty'],
    ['secret', 'Client secret', 'a control character', control, 'field.secret-control'],
    ['secret', 'Client secret', 'NUL', 'p8e-a\u0000b', 'field.secret-control'],
    ['secret', 'Client secret', 'a line separator', 'p8e-a\u2028b', 'field.secret-line-break'],
    ['secret', 'Client secret', 'a space at its end', 'p8e-ab ', 'field.secret-spaces'],
    ['secret', 'Client secret', 'a zero-width space', 'p8e-a\u200bb', 'field.secret-characters'],
    [
      'secret',
      'Client secret',
      '10,000 characters',
      tooLong,
      'field.secret-too-big',
      { bytes: 10_000, most: 2_560 },
    ],
    [
      'secret',
      'Client secret',
      '2,561 bytes in fewer characters',
      `x${'é'.repeat(1_280)}`,
      'field.secret-too-big',
      { bytes: 2_561, most: 2_560 },
    ],
    ['scopes', 'Scopes', 'nothing', '', 'field.empty'],
    ['scopes', 'Scopes', 'spaces and line breaks', ' \n ', 'field.empty'],
    ['scopes', 'Scopes', 'a control character', control, 'field.scope-characters', { scope: control }],
    ['scopes', 'Scopes', '10,000 characters', tooLong, 'field.too-long', tooLongFor(4_000)],
    ['imsHost', 'IMS host', 'a control character', control, 'field.control-characters'],
    ['imsHost', 'IMS host', '10,000 characters', tooLong, 'field.too-long', tooLongFor(2_000)],
    ['imsHost', 'IMS host', 'http', 'http://ims-na1.adobelogin.com', 'field.host-not-https'],
    ['imsHost', 'IMS host', 'a login', 'https://user:pass@ims-na1.adobelogin.com', 'field.host-has-login'],
    ['imsHost', 'IMS host', 'no host', 'https://', 'field.host-not-a-host'],
    ['aemHost', 'AEM host', 'a control character', control, 'field.control-characters'],
    ['aemHost', 'AEM host', '10,000 characters', tooLong, 'field.too-long', tooLongFor(2_000)],
    ['aemHost', 'AEM host', 'http', 'http://author-p1-e2.adobeaemcloud.com', 'field.host-not-https'],
    [
      'aemHost',
      'AEM host',
      'a path',
      'https://author-p1-e2.adobeaemcloud.com/assets.html',
      'field.host-has-path',
      { origin: 'https://author-p1-e2.adobeaemcloud.com' },
    ],
  ]

  for (const [field, label, what, typed, code, values] of refused) {
    test(`refuses at the field, before anything is sent or stored: ${label} with ${what}`, async () => {
      await startForm()
      await program.window.fillConnection({ [field]: typed })
      await program.window.button('Save connection').click()
      await expectRefusal(label, say(code, { field, ...values }))
      await expect(program.window.field(label)).toHaveValue(typed)
    })
  }

  test('refuses a secret that was pasted with a line break', async () => {
    await startForm()
    const { app, page, window } = program
    await app.evaluate(({ clipboard }) => clipboard.writeText('p8e-first\nsecond'))
    await window.field('Client secret').fill('')
    await window.field('Client secret').press('Control+V')
    await page.getByRole('button', { name: 'Save connection' }).click()
    await expectRefusal('Client secret', say('field.secret-line-break'))
  })

  test('names every wrong field at once', async () => {
    await startForm()
    const { window } = program
    await window.fillConnection({ name: '', clientId: '', aemHost: 'http://example.com' })
    await window.button('Save connection').click()
    for (const label of ['Connection name', 'Client ID', 'AEM host']) {
      await expect(window.field(label)).toHaveAttribute('aria-invalid', 'true')
    }
  })

  test('puts the focus into the first wrong field', async () => {
    await startForm()
    const { window } = program
    await window.fillConnection({ clientId: '', scopes: '' })
    await window.button('Save connection').click()
    await expect(window.field('Client ID')).toBeFocused()
  })
})

test.describe('the request bar', () => {
  let bar: Program
  test.beforeAll(async ({ programs }) => {
    bar = await programs.open()
    await addConnectionTo(bar.window, cloud, 'Reader')
    await bar.window.goTo('Browse')
  })
  test.afterAll(() => bar.close())

  async function expectRefusal(label: string, typed: string, words: string): Promise<void> {
    const field = bar.window.field(label)
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(words)
    await expect(field).toHaveValue(typed)
    expect(cloud.requests).toEqual([])
  }

  const goodAsset = 'urn:aaid:aem:f919cc52-c189-4c95-adc2-4aaab356c014'
  for (const [what, typed, code, values] of [
    ['nothing', '', 'field.empty', {}],
    ['spaces', '   ', 'field.empty', {}],
    ['a control character', control, 'field.control-characters', {}],
    ['10,000 characters', tooLong, 'field.too-long', { length: 10_000, longest: 500 }],
    ['a slash', `${goodAsset}/..`, 'field.asset-has-path', {}],
    ['an encoded slash', `${goodAsset}%2f..`, 'field.asset-has-path', {}],
    ['a query', `${goodAsset}?a=1`, 'field.asset-has-path', {}],
    ['a fragment', `${goodAsset}#a`, 'field.asset-has-path', {}],
    ['another word', 'tea.jpg', 'field.asset-not-an-id', {}],
  ] as const) {
    test(`refuses an asset at the field, before anything is sent: ${what}`, async () => {
      await bar.window.field('Bucket').fill(cloud.bucket)
      await bar.window.askFor(typed)
      await expectRefusal('Asset', typed, say(code, { field: 'asset', ...values }))
    })
  }

  for (const [what, typed, code] of [
    ['nothing', '', 'field.empty'],
    ['a publish host', 'publish-p1-e2', 'field.bucket-not-author'],
    ['the bucket of another environment', 'author-p1-e2', 'field.bucket-of-other-connection'],
    ['another word', 'my-bucket', 'field.bucket-unknown'],
  ] as const) {
    test(`refuses a bucket at the field, before anything is sent: ${what}`, async () => {
      await bar.window.field('Bucket').fill(typed)
      await bar.window.askFor(goodAsset)
      const words = say(code, { field: 'bucket', tier: 'publish', author: 'author-p1-e2' })
      await expectRefusal('Bucket', typed, words)
    })
  }
})

test.describe('a secret at the limit', () => {
  test('of 2,560 bytes is kept', async ({ open, cloud: own }) => {
    const { window } = await open()
    await window.addConnection({ ...connectionTo(own, 'Reader'), secret: 'é'.repeat(1_280) })
    await expect(window.field('Client secret')).toHaveAccessibleDescription(/^Stored in the keychain since/)
  })
})

test.describe('a connection', () => {
  test('cannot have the name of another one', async ({ open, cloud: own }) => {
    const { window } = await open()
    await addConnectionTo(window, own, 'Reader')
    await window.button('Add connection').click()
    await window.fillConnection(connectionTo(own, 'Reader'))
    await window.button('Save connection').click()
    await expect(window.field('Connection name')).toHaveAccessibleDescription(
      new RegExp(say('field.name-taken')),
    )
  })
})
