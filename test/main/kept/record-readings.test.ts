import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createAccessTokens } from '../../../src/main/calls/access-tokens'
import { cancelled, Failure } from '../../../src/main/failures/failure'
import { recordReadings } from '../../../src/main/kept/record-readings'
import { createMetadata } from '../../../src/main/metadata/metadata'
import { openSessionMemory, type SessionFile } from '../../../src/main/program/session-memory'
import { withoutHistory } from '../../../src/main/program/session-without-history'
import { openKept } from '../../support/kept-set-up'
import { createNodeHttp } from '../../support/node-http'
import { serve } from '../../support/serve'
import { type Answer, answerJson } from '../../support/test-server'

const grant = { access_token: 'token', token_type: 'bearer', expires_in: 86_399 }

async function setUp(answer: Answer, keepsHistory = true) {
  const ims = await serve((_request, response) => answerJson(response, grant))
  const aem = await serve(answer)
  const { kept, clock, folder } = openKept()
  const http = createNodeHttp()
  const problems: unknown[] = []
  const metadata = recordReadings(createMetadata(http, createAccessTokens(http, clock), clock), {
    kept,
    keepsHistory: () => keepsHistory,
    onProblem: (thrown) => problems.push(thrown),
  })
  const target = {
    connectionId: 'dev',
    bucket: 'author-p1-e2',
    assetId: 'urn:aaid:aem:1',
    aemHost: aem.origin,
    author: aem.origin,
    need: {
      connectionId: 'dev',
      imsHost: ims.origin,
      clientId: 'client',
      scopes: ['openid'],
      readSecret: async () => 'secret',
    },
  }
  function read(signal = new AbortController().signal) {
    return metadata.read(target, signal, () => undefined)
  }
  return { kept, folder, read, problems }
}

describe('a reading', () => {
  it('comes into the history with its body', async () => {
    const { kept, read } = await setUp((_request, response) => answerJson(response, { assetMetadata: {} }))
    const { text } = await read()
    const { history, room } = await kept.list()
    expect([history, room.bytes]).toMatchObject([[{ outcome: 'read' }], text.length])
  })

  it('that fails comes into the history as well', async () => {
    const { kept, read } = await setUp((_request, response) => {
      response.writeHead(404).end()
    })
    await expect(read()).rejects.toBeInstanceOf(Failure)
    expect((await kept.list()).history).toMatchObject([{ outcome: 'failed' }])
  })

  it('that is cancelled does not', async () => {
    const stop = new AbortController()
    const { kept, read } = await setUp(() => stop.abort(cancelled()))
    await expect(read(stop.signal)).rejects.toBeInstanceOf(Failure)
    expect((await kept.list()).history).toEqual([])
  })

  it('writes nothing while no history is kept', async () => {
    const { kept, read } = await setUp(
      (_request, response) => answerJson(response, { assetMetadata: {} }),
      false,
    )
    await read()
    expect(await kept.list()).toMatchObject({ history: [], room: { count: 0 } })
  })

  it('does not fail because it cannot be kept', async () => {
    const { folder, kept, read, problems } = await setUp((_request, response) =>
      answerJson(response, { assetMetadata: {} }),
    )
    writeFileSync(folder, 'a file where the folder should be')
    expect((await read()).text).toBe('{"assetMetadata":{}}')
    await kept.settled()
    expect(problems).toMatchObject([{ error: { kind: 'storage' } }])
  })
})

describe('the session, while no history is kept', () => {
  it('forgets the asset of the request bar and keeps the rest', async () => {
    const written: SessionFile[] = []
    const memory = await openSessionMemory({
      read: async () => null,
      write: async (content) => void written.push(content),
      setAside: () => null,
    })
    let keepsHistory = true
    const session = withoutHistory(memory, () => keepsHistory)
    const lastWork = { connectionId: 'dev', bucket: 'author-p1-e2', asset: 'urn:aaid:aem:1' }
    await session.remember({ lastWork })
    keepsHistory = false
    await session.remember({ lastWork, theme: 'dark' })
    expect(written.map((file) => [file.lastWork, file.theme])).toEqual([
      [lastWork, 'system'],
      [null, 'dark'],
    ])
  })
})
