import { array, object, optional, parse, string } from 'valibot'
import { describe, expect, it } from 'vitest'
import { type Answer, call, json, signIn, startCloud } from './client'

const folder = object({ folderId: string(), name: string(), title: string(), path: string() })
const listing = object({ self: folder, children: array(folder), cursor: optional(string()) })

function toListing(answer: Answer) {
  return parse(listing, json(answer))
}

describe('GET /adobe/folders/', () => {
  it('lists the folders below a path, and no assets', async () => {
    const cloud = await startCloud()
    const url = `${cloud.aem}/adobe/folders/?path=/content/dam/fjordline`
    const { self, children, cursor } = toListing(await call(url, { headers: await signIn(cloud, 'Reader') }))
    expect(self).toMatchObject({ name: 'fjordline', title: 'Fjordline', path: '/content/dam/fjordline' })
    expect(children.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['campaigns', 'products', 'regions']),
    )
    expect(
      children.every(({ path }) => cloud.assets.some((asset) => asset.path.startsWith(`${path}/`))),
    ).toBe(true)
    expect(cursor).toBeUndefined()
  })

  it('pages with a cursor until all are seen, each once', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Reader')
    const base = `${cloud.aem}/adobe/folders/?path=/content/dam/fjordline`
    const all = toListing(await call(base, { headers })).children
    const seen: unknown[] = []
    let next: string | undefined = ''
    while (next !== undefined) {
      const page = toListing(await call(`${base}&limit=2${next}`, { headers }))
      seen.push(...page.children)
      next = page.cursor === undefined ? undefined : `&cursor=${page.cursor}`
    }
    expect(all.length).toBeGreaterThan(4)
    expect(seen).toEqual(all)
  })

  it('gives an empty list below the last folder', async () => {
    const cloud = await startCloud()
    const url = `${cloud.aem}/adobe/folders?path=/content/dam/fjordline/brand/logo`
    expect(toListing(await call(url, { headers: await signIn(cloud, 'Reader') })).children).toEqual([])
  })

  it('is the parent that assets name', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Reader')
    const [asset] = cloud.assets
    const path = asset?.path.slice(0, asset.path.lastIndexOf('/')) ?? ''
    const { self } = toListing(
      await call(`${cloud.aem}/adobe/folders/?path=${encodeURIComponent(path)}`, { headers }),
    )
    const metadata = json(await call(`${cloud.aem}/adobe/assets/${asset?.assetId}/metadata`, { headers }))
    expect(metadata.repositoryMetadata).toMatchObject({ 'repo:parent': self.folderId })
  })

  it('answers 304 to its ETag, and HEAD without a body', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Reader')
    const url = `${cloud.aem}/adobe/folders/?path=/content/dam`
    const head = await call(url, { method: 'HEAD', headers })
    expect([head.status, head.body.length]).toEqual([200, 0])
    const again = await call(url, { headers: { ...headers, 'if-none-match': head.headers.etag ?? '' } })
    expect(again.status).toBe(304)
  })

  it.each([
    ['limit=0', 400],
    ['limit=51', 400],
    ['limit=many', 400],
    ['cursor=nonsense', 400],
    ['path=/content/dam/nowhere', 404],
  ])('answers %s with %s', async (query, status) => {
    const cloud = await startCloud()
    const answer = await call(`${cloud.aem}/adobe/folders/?${query}`, {
      headers: await signIn(cloud, 'Reader'),
    })
    expect(answer.status).toBe(status)
  })
})
