import { describe, expect, it, onTestFinished } from 'vitest'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import { createAccessResolver } from '../../../src/main/connections/connection-access'
import { createDemoConnections } from '../../../src/main/connections/demo-connections'
import { exportHandlers } from '../../../src/main/exports/export-handlers'
import type { FileChoice } from '../../../src/main/files/file-choice'
import { createMetadata } from '../../../src/main/metadata/metadata'
import type { ExportFormat } from '../../../src/shared/exports'
import { draftOf } from '../../support/drafts'
import { errorOf } from '../../support/failures'
import { createNodeHttp } from '../../support/node-http'
import { openConnections } from '../../support/open-connections'
import { serve } from '../../support/serve'
import { words } from '../../support/table-support'
import { answerJson } from '../../support/test-server'

const assetId = 'urn:aaid:aem:12345678-abcd-4321-9876-0123456789ab'
const body =
  '{"assetMetadata":{"dc:title":"Té","n":1.0,"n":2},"repositoryMetadata":{"repo:name":"té/1.jpg","repo:path":"/content/dam/té.jpg"}}'

async function setUp(isChosen = true) {
  const ims = await serve((_request, response) =>
    answerJson(response, { access_token: 'token', token_type: 'bearer', expires_in: 86_399 }),
  )
  const aem = await serve((_request, response) => answerJson(response, body))
  const { connections, clock } = openConnections()
  const demo = createDemoConnections(connections, 'Demo cloud')
  onTestFinished(demo.close)
  const resolveAccess = createAccessResolver(connections, demo)
  const http = createNodeHttp()
  const metadata = createMetadata(http, createAccessTokens(http, clock), clock)
  const saved: { suggestedName: string; bytes: Uint8Array }[] = []
  const files: FileChoice = {
    openText: async () => null,
    saveText: async () => null,
    saveBytes: async ({ suggestedName, bytes }) => {
      saved.push({ suggestedName, bytes })
      return isChosen ? `/chosen/${suggestedName}` : null
    },
  }
  const handlers = exportHandlers({
    connections,
    resolveAccess,
    metadata,
    files,
    words: { ...words, title: 'Save' },
  })
  const record = await connections.save(draftOf({ imsHost: ims.origin, aemHost: aem.origin }), null)
  function save(format: ExportFormat, asset = assetId) {
    return handlers.exportMetadata({ connectionId: record.id, assetId: asset, format })
  }
  const { need } = await resolveAccess(await connections.find(record.id))
  const target = { connectionId: record.id, bucket: record.bucket, assetId, aemHost: aem.origin, need }
  function read() {
    return metadata.read(target, new AbortController().signal, () => undefined)
  }
  return { aem, save, saved, read, handlers }
}

describe('exporting metadata', () => {
  it('as JSON saves the body as it came', async () => {
    const { save, saved } = await setUp()
    await save('json')
    expect(Buffer.from(saved[0]?.bytes ?? []).toString()).toBe(body)
  })

  it.each([
    ['json', 'té-1.jpg metadata.json'],
    ['csv', 'té-1.jpg metadata.csv'],
    ['xlsx', 'té-1.jpg metadata.xlsx'],
    ['aem-import', 'té-1.jpg metadata-import.csv'],
  ] as const)('as %s suggests a name that a file can have', async (format, name) => {
    const { save } = await setUp()
    expect(await save(format)).toMatchObject({ kind: 'saved', path: `/chosen/${name}` })
  })

  it('asks AEM for nothing that is held', async () => {
    const { aem, read, save } = await setUp()
    await read()
    await save('csv')
    expect(aem.seen).toHaveLength(1)
  })

  it('reads what is not held', async () => {
    const { aem, save } = await setUp()
    await save('csv')
    expect(aem.seen).toHaveLength(1)
  })

  it('says nothing of a place that was not chosen', async () => {
    const { save } = await setUp(false)
    expect(await save('json')).toBeNull()
  })

  it('names what the import of AEM does not take', async () => {
    const { save } = await setUp()
    const several = { key: 'n', reason: 'several-of-one-name' }
    expect(await save('aem-import')).toMatchObject({ remarks: { leftOut: [several, several] } })
  })

  it('of a connection that is gone says so', async () => {
    const { handlers } = await setUp()
    const work = handlers.exportMetadata({ connectionId: 'x', assetId, format: 'json' })
    expect(await errorOf(work)).toEqual({ kind: 'gone' })
  })

  it.each(['../x', 'a/b', ''])('refuses %j for an asset', async (asset) => {
    const { aem, save } = await setUp()
    await expect(save('json', asset)).rejects.toThrow()
    expect(aem.seen).toEqual([])
  })
})
