import { expect } from '@playwright/test'
import { startLoggingProxy } from '../support/logging-proxy'
import { test } from './support/test'

/** The dictionary of a spelling checker used to be asked for after two seconds, unseen. */
const longEnoughSeconds = 6

test('no host is contacted that no connection has', async ({ open }) => {
  const proxy = await startLoggingProxy()
  const program = await open({ switches: [`--proxy-server=${proxy.address}`] })
  const { app, page, window } = program
  await window.tryDemo()
  await window.addConnection({
    name: 'Stage',
    environment: 'Stage',
    bucket: 'author-p11111-e22222',
    clientId: 'client',
    secret: 'secret-of-a-test',
    scopes: 'openid, AdobeID, aem.folders',
  })
  await window.goTo('Browse')
  await window.askFor('urn:aaid:aem:12345678-1234-1234-1234-123456789012')
  await expect(window.alert).toBeVisible()
  await window.goTo('Check')
  await window.button('Check connection').click()
  await expect(page.getByText(/^Checked at/)).toBeVisible()
  await window.button('Check all').click()
  await page.keyboard.press('Control+,')
  const hosts = page.getByRole('table', { name: 'Hosts contacted' })
  await expect(hosts).toContainText('ims-na1.adobelogin.com')
  await expect
    .poll(() => app.evaluate(() => process.uptime()), { timeout: 20_000 })
    .toBeGreaterThan(longEnoughSeconds)
  await program.close()
  await proxy.close()
  expect([...new Set(proxy.hosts)].sort()).toEqual(['ims-na1.adobelogin.com:443'])
})
