import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createAccessTokens } from '../../src/main/calls/access-tokens'
import { createRunningWork } from '../../src/main/calls/running-work'
import { createAccessResolver } from '../../src/main/connections/connection-access'
import { createDemoConnections } from '../../src/main/connections/demo-connections'
import { createMetadata } from '../../src/main/metadata/metadata'
import { metadataHandlers } from '../../src/main/metadata/metadata-handlers'
import { sessionHandlers } from '../../src/main/program/session-handlers'
import { openSessionMemory } from '../../src/main/program/session-memory'
import type { FieldProblem } from '../../src/shared/result'
import { draftOf } from '../support/drafts'
import { causeOf, errorOf } from '../support/failures'
import { createNodeHttp } from '../support/node-http'
import { openConnections } from '../support/open-connections'
import { serve } from '../support/serve'
import { type Answer, answerJson } from '../support/test-server'

const assetId = 'urn:aaid:aem:12345678-abcd-4321-9876-0123456789ab'
const grant = { access_token: 'token', token_type: 'bearer', expires_in: 86_399 }

async function setUp(answer: Answer = (_request, response) => answerJson(response, { assetMetadata: {} })) {
  const ims = await serve((_request, response) => answerJson(response, grant))
  const aem = await serve(answer)
  const { connections, clock, secrets } = openConnections()
  const demo = createDemoConnections(connections, () => 'Demo cloud')
  onTestFinished(demo.close)
  const resolveAccess = createAccessResolver(connections, demo)
  const http = createNodeHttp()
  const metadata = createMetadata(http, createAccessTokens(http, clock), clock)
  const work = createRunningWork(() => undefined)
  const handlers = metadataHandlers({ connections, resolveAccess, metadata, work })
  const { id } = await connections.save(draftOf({ imsHost: ims.origin, aemHost: aem.origin }), null)
  function read(typed: { bucket?: string; asset?: string; connectionId?: string } = {}) {
    return handlers.readMetadata({
      connectionId: id,
      bucket: 'author-p1-e2',
      asset: assetId,
      ticket: 't',
      ...typed,
    })
  }
  return { ims, aem, connections, demo, secrets, handlers, read }
}

async function problemsOf(work: Promise<unknown>): Promise<readonly FieldProblem[]> {
  const error = await errorOf(work)
  return error.kind === 'input' ? error.problems : []
}

describe('reading metadata', () => {
  it('takes bucket and asset as they were typed', async () => {
    const { aem, read } = await setUp()
    await read({
      bucket: ' https://author-p1-e2.adobeaemcloud.com/ui ',
      asset: assetId.slice('urn:aaid:aem:'.length),
    })
    expect(aem.seen[0]?.path).toBe(`/adobe/assets/${assetId}/metadata`)
  })

  it('names every field that is wrong at once', async () => {
    const { read } = await setUp()
    expect(await problemsOf(read({ bucket: 'publish-p1-e2', asset: 'a/b' }))).toMatchObject([
      { field: 'bucket', code: 'bucket-not-author' },
      { field: 'asset', code: 'asset-has-path' },
    ])
  })

  it('sends nothing for a field that is wrong', async () => {
    const { ims, aem, read } = await setUp()
    await problemsOf(read({ asset: '../x' }))
    expect([ims.seen, aem.seen]).toEqual([[], []])
  })

  it('does not send the secret of one connection for the bucket of another, and names that one', async () => {
    const { ims, connections, read } = await setUp()
    await connections.save(draftOf({ name: 'Other', bucket: 'author-p9-e9' }), null)
    const problems = await problemsOf(read({ bucket: 'author-p9-e9' }))
    expect([problems, ims.seen]).toEqual([
      [
        {
          field: 'bucket',
          code: 'bucket-of-other-connection',
          values: {
            bucket: 'author-p9-e9',
            connection: 'Brand assets',
            connectionBucket: 'author-p1-e2',
            other: 'Other',
          },
        },
      ],
      [],
    ])
  })

  it('of a connection that is gone says so', async () => {
    const { read } = await setUp()
    expect(await errorOf(read({ connectionId: 'x' }))).toEqual({ kind: 'gone' })
  })

  it('says what the keychain said', async () => {
    const { secrets, read } = await setUp()
    secrets.failWith('locked')
    expect(await errorOf(read())).toMatchObject({ kind: 'keychain', problem: 'locked' })
  })

  it('ends as cancelled when its ticket is', async () => {
    let cancel: () => unknown = () => undefined
    const { handlers, read } = await setUp(() => void cancel())
    cancel = () => handlers.cancelWork({ ticket: 't' })
    expect(await errorOf(read())).toEqual({ kind: 'cancelled' })
  })
})

describe('the demo connection', () => {
  it('reads the asset that it names', async () => {
    const { demo, read } = await setUp()
    const { connection, assetId: shown } = await demo.open()
    const reading = await read({ connectionId: connection.id, bucket: connection.bucket, asset: shown })
    expect(reading.assetId).toBe(shown)
  })

  it('is added once', async () => {
    const { connections, demo } = await setUp()
    const first = await demo.open()
    const second = await demo.open()
    const kinds = (await connections.all()).map(({ kind }) => kind)
    expect([second.connection, kinds]).toEqual([first.connection, ['adobe', 'demo']])
  })

  it('stores no secret', async () => {
    const { secrets, demo } = await setUp()
    const { connection } = await demo.open()
    expect([connection.secret, [...secrets.kept.values()]]).toEqual([{ place: 'demo' }, ['canary-secret']])
  })

  it('is refused by its own IMS for a client ID that is not of the demo', async () => {
    const { connections, demo, read } = await setUp()
    const { connection, assetId: shown } = await demo.open()
    const { id, name, bucket } = connection
    await connections.save(draftOf({ id, name, bucket, clientId: 'other', secret: '' }), null)
    expect(await causeOf(read({ connectionId: id, bucket, asset: shown }))).toMatch(/^ims-/)
  })

  it('never asks Adobe', async () => {
    const { ims, aem, demo, read } = await setUp()
    const { connection, assetId: shown } = await demo.open()
    await read({ connectionId: connection.id, bucket: connection.bucket, asset: shown })
    expect([ims.seen, aem.seen]).toEqual([[], []])
  })
})

async function openSession() {
  const written: unknown[] = []
  const session = await openSessionMemory({
    read: async () => null,
    write: async (content) => void written.push(content),
    setAside: () => null,
  })
  const handlers = sessionHandlers({ session, applyTheme: () => undefined, copy: async () => true })
  return { session, written, handlers }
}

describe('an input that our window would not send', () => {
  it('is refused by every handler of metadata', async () => {
    const { ims, handlers } = await setUp()
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (input) => {
        const outcomes = await Promise.allSettled([handlers.readMetadata(input), handlers.cancelWork(input)])
        expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
      }),
      { numRuns: 500 },
    )
    expect(ims.seen).toEqual([])
  })

  it('changes nothing of the session', async () => {
    const { session, handlers } = await openSession()
    const before = session.state()
    await Promise.allSettled(
      [
        null,
        7,
        [],
        { theme: 'pink' },
        { theme: 1 },
        { lastWork: {} },
        { unsavedDrafts: [{ secret: 'x' }] },
      ].map((input) => handlers.rememberSession(input)),
    )
    expect(session.state()).toEqual(before)
  })

  it('never brings a secret into the session', async () => {
    const { session, written, handlers } = await openSession()
    await handlers.rememberSession({ unsavedDrafts: [draftOf({ secret: 'canary' })] })
    expect(JSON.stringify([written, session.state()])).not.toContain('canary')
  })
})
