import { expect, type Page } from '@playwright/test'
import { startTestServer } from '../support/test-server'
import { connectionTo } from './support/cloud'
import { test } from './support/test'

const fields = 190
const bytesOfOne = fields * 100_000
const assetsRead = 14

/** Serves metadata of 19 MB for each asset. */
async function startLargeAssets() {
  const metadata = Object.fromEntries(
    Array.from({ length: fields }, (_, index) => [`x:f${index}`, 'abcdefghij'.repeat(10_000)]),
  )
  return startTestServer((request, response) => {
    const assetId = /assets\/([^/]+)\//.exec(request.path)?.[1]
    response
      .writeHead(200, { 'Content-Type': 'application/json', ETag: '"1"' })
      .end(JSON.stringify({ assetId, assetMetadata: metadata, repositoryMetadata: {} }))
  })
}

/** What the window's script holds after garbage is collected. */
async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

test('the window lets go of assets that are no longer shown', async ({ open, cloud }) => {
  // Each of the reads may take half of the usual time of a whole test.
  test.setTimeout(60_000 + assetsRead * 10_000)
  const server = await startLargeAssets()
  const { window, page } = await open()
  await window.addConnection({ ...connectionTo(cloud, 'Reader'), aemHost: server.origin })
  await window.goTo('Browse')
  for (let index = 0; index < assetsRead; index++) {
    const id = `urn:aaid:aem:00000000-0000-0000-0000-${String(index).padStart(12, '0')}`
    await window.askFor(id)
    await expect(page.getByRole('status').filter({ hasText: id })).toContainText('19 MB', { timeout: 30_000 })
    await page.getByRole('button', { name: 'Add to favorites' }).click()
    await expect(page.getByRole('button', { name: 'Remove from favorites' })).toBeVisible()
  }
  // The cache has room for three of them; one is on the screen, and React keeps the render before.
  expect(await heapBytes(page)).toBeLessThan(9 * bytesOfOne)
  await server.close()
})
