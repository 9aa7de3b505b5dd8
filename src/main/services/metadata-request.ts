import type { Refusal } from '../../shared/failure-signal'
import type { MetadataReading, WorkStage } from '../../shared/metadata'
import { rowKind } from '../../shared/metadata-rows'
import type { TokenNeed } from './access-tokens'
import { bodyKind, decodeBody } from './answer-body'
import type { Clock } from './clock'
import { type Asked, answerFailure, networkFailure } from './diagnose'
import type { HttpAnswer, SendHttp } from './http'
import type { TokenGrant } from './ims'
import { NotJson, tabulateJson } from './tabulate-json'

export type MetadataTarget = {
  connectionId: string
  bucket: string
  assetId: string
  /** Origin of the AEM author. */
  aemHost: string
  need: TokenNeed
}

export type ReportStage = (stage: WorkStage, receivedBytes?: number) => void

const headersDeadlineMs = 30_000
const totalDeadlineMs = 120_000
/** Decompressed. Bodies are 2 to 15 KB as a rule; texts inside a video's or a PDF's XMP can make them far larger. */
const maxBytes = 64 * 1_024 * 1_024

/** `GET /adobe/assets/{assetId}/metadata`; the colons of the URN stand as they are (AEM Assets Author API). */
export const describeMetadataRequest = (target: MetadataTarget, at: number): Asked => ({
  from: 'aem',
  method: 'GET',
  url: new URL(`/adobe/assets/${target.assetId}/metadata`, target.aemHost),
  at,
  values: {
    host: new URL(target.aemHost).host,
    bucket: target.bucket,
    clientId: target.need.clientId,
    scopes: target.need.scopes.join(', '),
    assetId: target.assetId,
  },
})

/** The headers that every call of the Assets Author API carries (AEM Assets Author API, security scheme). */
export const authorHeaders = (grant: TokenGrant, clientId: string): Record<string, string> => ({
  Accept: 'application/json',
  Authorization: `Bearer ${grant.accessToken}`,
  'X-Api-Key': clientId,
  'X-Adobe-Accept-Experimental': '1',
})

/** Sends a metadata request; `etag` asks only for what changed since. Throws a `Failure` when no answer comes. */
export const sendMetadataRequest = async (
  http: SendHttp,
  asked: Asked,
  request: { grant: TokenGrant; clientId: string; etag: string | null },
  signal: AbortSignal,
  report: ReportStage,
): Promise<HttpAnswer> => {
  report('asset')
  try {
    return await http({
      method: 'GET',
      url: asked.url,
      headers: {
        ...authorHeaders(request.grant, request.clientId),
        ...(request.etag === null ? {} : { 'If-None-Match': request.etag }),
      },
      body: null,
      signal,
      headersDeadlineMs,
      totalDeadlineMs,
      maxBytes,
      onReceived: (bytes) => report('body', bytes),
    })
  } catch (thrown) {
    throw networkFailure(asked, thrown)
  }
}

/** The reading that an answer brings, or the `Failure` that it stands for. */
export const understandMetadata = (
  asked: Asked,
  answer: HttpAnswer,
  target: MetadataTarget,
  clock: Clock,
): MetadataReading => {
  const { text, hasInvalidBytes } = decodeBody(answer.body)
  const refuse = (refused: Refusal | null) => answerFailure(asked, answer, text, refused)
  const kind = bodyKind(answer)
  if (answer.status === 304) throw refuse('not-modified-unasked')
  if (answer.status !== 200 && answer.status !== 204) throw refuse(kind === 'html' ? 'html' : null)
  if (kind !== 'json') throw refuse(kind === 'other' ? 'not-json' : kind)
  const rows = tabulate(text, refuse)
  if (rowKind(rows, 0) !== 'object') throw refuse('no-metadata')
  return {
    connectionId: target.connectionId,
    assetId: target.assetId,
    url: asked.url.href,
    text,
    rows,
    etag: usableEtag(answer.headers.etag),
    readAt: new Date(clock.now()).toISOString(),
    confirmedAt: null,
    bytes: answer.body.length,
    durationMs: Math.round(answer.durationMs),
    hasInvalidBytes,
  }
}

const tabulate = (text: string, refuse: (refused: Refusal) => Error): Int32Array => {
  try {
    return tabulateJson(text)
  } catch (thrown) {
    throw thrown instanceof NotJson ? refuse(thrown.reason) : thrown
  }
}

/** An entity tag that can be sent back as it came (RFC 9110 section 8.8.3), or null. */
const usableEtag = (etag: string | undefined): string | null =>
  etag !== undefined && etag.length <= 1_024 && /^(W\/)?"[\x21\x23-\x7e]*"$/.test(etag) ? etag : null
