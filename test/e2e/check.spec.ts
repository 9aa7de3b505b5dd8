import { expect } from '@playwright/test'
import { addConnectionTo, connectionTo, requestsTo } from './support/cloud'
import { wordsOf } from './support/failure-messages'
import { test } from './support/test'

test.describe('checking a connection that works', () => {
  test('tells the scopes that were granted', async ({ open, cloud }) => {
    const { window, page } = await open()
    await addConnectionTo(window, cloud, 'More scopes than needed')
    await window.button('Check connection').click()
    await expect(page.getByText('read_organizations: granted')).toBeVisible()
  })

  test('tells how long the token is valid', async ({ open, cloud }) => {
    const { page, window } = await open()
    await addConnectionTo(window, cloud, 'Reader')
    await window.button('Check connection').click()
    await expect(page.getByText(/valid until .*, (23 hr 59|24 hr 0) min left/)).toBeVisible()
  })
})

test.describe('checking a connection that IMS refuses', () => {
  for (const [credential, cause] of [
    ['Wrong secret', 'ims-secret-refused'],
    ['Unknown client ID', 'ims-client-id-unknown'],
    ['Scope not granted', 'ims-scope-refused'],
  ] as const) {
    test(`says what is wrong and who can mend it: ${credential}`, async ({ open, cloud }) => {
      const { window } = await open()
      await addConnectionTo(window, cloud, credential)
      await window.button('Check connection').click()
      const { clientId, scopes } = connectionTo(cloud, credential)
      const words = wordsOf(cause, { clientId, scopes })
      await expect(window.alert).toContainText(words.cause)
      await expect(window.alert).toContainText(words.owner)
    })
  }
})

test.describe('checking a connection whose IMS redirects', () => {
  for (const credential of ['IMS redirects (307)', 'IMS redirects (302)']) {
    test(`sends nothing to where it points: ${credential}`, async ({ open, cloud }) => {
      const { window } = await open()
      await addConnectionTo(window, cloud, credential)
      await window.button('Check connection').click()
      const [host, target] = [new URL(cloud.ims).host, new URL(cloud.elsewhere).host]
      await expect(window.alert).toContainText(wordsOf('redirected', { host, target }).cause)
      expect(requestsTo(cloud, 'elsewhere')).toEqual([])
    })
  }
})

test.describe('checking a connection whose IMS never answers', () => {
  test('shows progress and can be cancelled', async ({ open, cloud }) => {
    const { page, window } = await open()
    await addConnectionTo(window, cloud, 'IMS never answers')
    await window.button('Check connection').click()
    await expect(window.progress).toBeVisible()
    await window.button('Cancel').click()
    await expect(window.progress).toHaveCount(0)
    await expect(page.getByText('Check canceled')).toBeVisible()
  })
})
