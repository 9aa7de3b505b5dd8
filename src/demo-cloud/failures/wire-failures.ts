import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { pause } from '../http/replies'
import type { Failure, FailureContext, FailureOutcome } from './failure-context'

const json = { 'content-type': 'application/json' }
const slowSteps = 10

/** Failures of timing and transport. */
export const wireFailures = {
  hang: () => 'handled',
  'headers-then-silence': ({ exchange, bodyText }) => {
    exchange.response.writeHead(200, { ...json, 'content-length': Buffer.byteLength(bodyText) })
    exchange.response.flushHeaders()
    return 'handled'
  },
  'one-byte-per-second': async ({
    exchange,
    bodyText,
    switches,
  }: FailureContext): Promise<FailureOutcome> => {
    const { response } = exchange
    const bytes = Buffer.from(bodyText)
    response.writeHead(200, { ...json, 'content-length': bytes.length })
    for (let at = 0; at < bytes.length && !response.destroyed; at += 1) {
      response.write(bytes.subarray(at, at + 1))
      await pause(response, switches.dripMs)
    }
    response.end()
    return 'handled'
  },
  slow: async ({ exchange, bodyText, switches }: FailureContext): Promise<FailureOutcome> => {
    const { response } = exchange
    const bytes = Buffer.from(bodyText)
    const step = Math.ceil(bytes.length / slowSteps)
    response.writeHead(200, { ...json, 'content-length': bytes.length })
    for (let at = 0; at < bytes.length && !response.destroyed; at += step) {
      await pause(response, switches.slowStepMs)
      response.write(bytes.subarray(at, at + step))
    }
    response.end()
    return 'handled'
  },
  'reset-before-answer': ({ exchange }) => {
    exchange.response.socket?.resetAndDestroy()
    return 'handled'
  },
  'reset-mid-body': ({ exchange, bodyText }) => {
    const { response } = exchange
    const bytes = Buffer.from(bodyText)
    response.writeHead(200, { ...json, 'content-length': bytes.length })
    response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.resetAndDestroy())
    return 'handled'
  },
  'truncated-body': ({ exchange, bodyText }) => {
    const { response } = exchange
    const bytes = Buffer.from(bodyText)
    response.writeHead(200, { ...json, 'content-length': bytes.length + 1000 })
    response.write(bytes, () => response.socket?.end())
    return 'handled'
  },
  'gzip-bomb': async ({ exchange, switches }: FailureContext): Promise<FailureOutcome> => {
    const { response } = exchange
    response.writeHead(200, { ...json, 'content-encoding': 'gzip' })
    await pipeline(Readable.from(bombText(switches.bombBytes)), createGzip({ level: 9 }), response).catch(
      () => undefined,
    )
    return 'handled'
  },
  'endless-body': async ({ exchange }: FailureContext): Promise<FailureOutcome> => {
    await pipeline(Readable.from(endlessText()), exchange.response.writeHead(200, json)).catch(
      () => undefined,
    )
    return 'handled'
  },
} satisfies Record<string, Failure>

/** Valid metadata whose one string is as long as asked, made piece by piece. */
function* bombText(totalBytes: number): Generator<string> {
  const head = '{"assetId":"bomb","assetMetadata":{"dc:description":"'
  const tail = '"},"repositoryMetadata":{}}'
  yield head
  const piece = ' '.repeat(1024 * 1024)
  for (let left = totalBytes - head.length - tail.length; left > 0; left -= piece.length) {
    yield piece.slice(0, Math.min(left, piece.length))
  }
  yield tail
}

function* endlessText(): Generator<string> {
  yield '{"assetId":"endless","assetMetadata":{"dc:description":"'
  const piece = 'endless '.repeat(8192)
  while (true) yield piece
}
