import { expect } from '@playwright/test'
import { type DemoCloud, startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import { failureAssetId } from '../../src/demo-cloud/failures/failure-assets'
import type { CauseId } from '../../src/shared/failure-catalogue'
import { addConnectionTo, connectionTo, requestsTo } from './support/cloud'
import { wordsOf } from './support/failure-messages'
import type { Program } from './support/program'
import { test } from './support/test'

let cloud: DemoCloud
let program: Program

/** One window for all of them: it also has to stand one failure after the other. */
test.beforeAll(async ({ programs }) => {
  cloud = await startDemoCloud()
  program = await programs.open()
  await addConnectionTo(program.window, cloud, 'Reader')
  await program.window.goTo('Browse')
})

test.afterAll(async () => {
  await program.close()
  await cloud.close()
})

function hostOf(origin: string): string {
  return new URL(origin).host
}

async function expectWords(cause: CauseId, credential: string, more: Record<string, string | number> = {}) {
  const { bucket, clientId, scopes } = connectionTo(cloud, credential)
  const words = wordsOf(cause, { host: hostOf(cloud.aem), bucket, clientId, scopes, ...more })
  await expect(program.window.alert).toContainText(words.cause)
  await expect(program.window.alert).toContainText(words.owner)
}

/** The window still does its work: the next asset is read and shown. */
async function expectUsableWindow(): Promise<void> {
  const { window } = program
  await window.askFor(cloud.assets[0]?.assetId ?? '')
  await expect(window.row('dc:title')).toContainText('Harbour at first light')
  await expect(window.alert).toHaveCount(0)
}

test.describe('an asset that AEM does not give', () => {
  const answers: [asset: number, what: string, cause: CauseId, values?: Record<string, string | number>][] = [
    [404, '404 problem', 'aem-asset-not-found'],
    [4041, '404 of an old release', 'aem-path-unknown'],
    [400, '400 problem', 'aem-request-malformed'],
    [401, '401 to every token', 'aem-token-refused'],
    [4013, '401 of the gateway', 'gateway-token-refused'],
    [403, '403 with an unknown detail', 'unknown-aem-answer', { status: 403 }],
    [4031, '403 that only resembles the allow-list refusal', 'unknown-aem-answer', { status: 403 }],
    [4033, '403 of the gateway', 'gateway-api-key-refused'],
    [4034, '403 of an IP allow list', 'aem-address-not-allowed'],
    [406, '406', 'aem-version-refused'],
    [407, '407 without any proxy', 'proxy-login-unasked'],
    [429, '429', 'aem-throttled', { retryAfterSeconds: 30 }],
    [4290, '429 of the gateway', 'gateway-throttled'],
    [500, '500 problem', 'aem-unavailable', { status: 500 }],
    [5001, '500 that resembles missing scopes', 'aem-unavailable', { status: 500 }],
    [502, '502 with a web page', 'aem-unavailable', { status: 502 }],
    [5021, '502 of a proxy', 'proxy-page'],
    [503, '503 problem', 'aem-unavailable', { status: 503 }],
    [5032, '503 with a web page', 'aem-unavailable', { status: 503 }],
    [504, '504 with a web page', 'aem-unavailable', { status: 504 }],
    [2001, 'page of a hibernated sandbox', 'aem-hibernated'],
    [2002, 'sign-in page', 'aem-login-page'],
    [304, '304 that nobody asked for', 'aem-empty'],
    [204, '204', 'aem-empty'],
    [2003, 'empty body', 'aem-empty'],
    [2004, 'JSON that stops in the middle', 'aem-cut-off'],
    [2005, 'JSON array', 'aem-not-metadata'],
    [2006, 'JSON that is no metadata', 'aem-not-metadata'],
    [2012, 'problem full of markup', 'unknown-aem-answer', { status: 403 }],
    [2013, 'problem 10,000 levels deep', 'aem-unavailable', { status: 500 }],
    [2017, 'header of 300 kB', 'headers-too-large'],
    [2018, 'gzip without its end', 'aem-cut-off'],
    [2019, 'gzip that is none', 'aem-cut-off'],
    [2010, 'JSON that calls itself text/plain', 'aem-not-metadata'],
    [2011, 'JSON without a content type', 'aem-not-metadata'],
    [2021, 'gzip bomb', 'body-too-large'],
    [9005, 'reset before the answer', 'connection-lost'],
    [9006, 'reset in the middle', 'connection-lost'],
    [9007, 'body shorter than promised', 'aem-cut-off'],
  ]
  for (const [asset, what, cause, values] of answers) {
    test(`is named by its cause and owner: ${what}`, async () => {
      await program.window.askFor(failureAssetId(asset))
      await expectWords(cause, 'Reader', values)
      await expectUsableWindow()
    })
  }
})

test.describe('an answer that redirects', () => {
  for (const status of [301, 302, 303, 307, 308]) {
    test(`is refused, and nothing arrives where it points: ${status}`, async () => {
      await program.window.askFor(failureAssetId(status))
      await expectWords('redirected', 'Reader', { target: hostOf(cloud.elsewhere) })
      expect(requestsTo(cloud, 'elsewhere')).toEqual([])
    })
  }

  test('is refused when it points to a file', async () => {
    await program.window.askFor(failureAssetId(3021))
    await expectWords('redirected', 'Reader', { target: 'file:///etc/hostname' })
  })

  test('is refused at once when it points to itself', async () => {
    await program.window.askFor(failureAssetId(3022))
    await expectWords('redirected', 'Reader', { target: hostOf(cloud.aem) })
    expect(cloud.requests.filter(({ target }) => target.includes(failureAssetId(3022)))).toHaveLength(1)
  })
})

test.describe('an answer that does not come to an end', () => {
  for (const [asset, what] of [
    [9001, 'nothing at all'],
    [9002, 'headers, then nothing'],
    [9003, 'one byte a second'],
  ] as const) {
    test(`shows progress and can be cancelled: ${what}`, async () => {
      const { window } = program
      await window.askFor(failureAssetId(asset))
      await expect(window.progress).toBeVisible()
      await window.button('Cancel').click()
      await expect(window.progress).toHaveCount(0)
      await expectUsableWindow()
    })
  }

  test('is cancelled with Escape', async () => {
    const { page, window } = program
    await window.askFor(failureAssetId(9001))
    await expect(window.progress).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(window.progress).toHaveCount(0)
  })
})

test.describe('an odd answer that is metadata all the same', () => {
  for (const [asset, what, title] of [
    [4011, '401 to the first token', 'unauthorized-once'],
    [2007, 'byte order mark', 'byte-order-mark'],
    [2020, 'unknown content encoding', 'unknown-encoding'],
    [2015, 'no entity tag', 'no-etag'],
    [2016, 'weak entity tag', 'weak-etag'],
    [9004, 'ten slow steps', 'slow'],
  ] as const) {
    test(`is shown: ${what}`, async () => {
      await program.window.askFor(failureAssetId(asset))
      await expect(program.window.row('dc:title')).toContainText(title)
    })
  }

  test('is shown with a remark where bytes are not UTF-8', async () => {
    await program.window.askFor(failureAssetId(2008))
    await expect(program.window.status.filter({ hasText: 'aren’t UTF-8' })).toBeVisible()
  })
})

test.describe('a credential that AEM does not let in', () => {
  for (const [credential, cause] of [
    ['Not allow-listed', 'aem-client-not-allowlisted'],
    ['Missing scopes', 'aem-scopes-missing'],
    ['No read right', 'aem-read-refused'],
    ['IP address not allowed', 'aem-address-not-allowed'],
  ] as const) {
    test(`is told why, and who can mend it: ${credential}`, async () => {
      const { window } = program
      await addConnectionTo(window, cloud, credential)
      await window.goTo('Browse')
      await window.askFor(cloud.assets[0]?.assetId ?? '')
      await expectWords(cause, credential)
    })
  }
})
