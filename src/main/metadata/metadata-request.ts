import type { Refusal } from '../../shared/failure-signal'
import type { MetadataReading } from '../../shared/metadata'
import { childRows, rowKeyToken, rowKind } from '../../shared/metadata-rows'
import { authorHeaders } from '../calls/author-headers'
import type { Clock } from '../calls/clock'
import { type Asked, answerFailure, networkFailure } from '../calls/diagnose'
import type { HttpAnswer, SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import { type CallRecorder, recordCall, shownCredentials } from '../calls/record-call'
import { bodyKind, decodeBody } from '../calls/response-body'
import type { ReportStage } from '../calls/running-work'
import { type ConnectionAccess, valuesOf } from '../connections/connection-access'
import { NotJson, tabulateJson } from './tabulate-json'

/** One asset as a connection reaches it. */
export type MetadataTarget = ConnectionAccess & { assetId: string }

const headersDeadlineMs = 30_000
const totalDeadlineMs = 120_000
/** Decompressed. Bodies are usually 2 to 15 KB; texts inside a video's or a PDF's XMP can make them far larger. */
export const maxBodyBytes = 64 * 1_024 * 1_024

/** `GET /adobe/assets/{assetId}/metadata`; the colons of the URN stand as they are (AEM Assets Author API). */
export function describeMetadataRequest(target: MetadataTarget, at: number): Asked {
  return {
    from: 'aem',
    method: 'GET',
    url: new URL(`/adobe/assets/${target.assetId}/metadata`, target.aemHost),
    at,
    values: { ...valuesOf(target), assetId: target.assetId },
  }
}

function requestHeaders(
  grant: Pick<TokenGrant, 'accessToken'>,
  clientId: string,
  etag: string | null,
): Record<string, string> {
  return {
    ...authorHeaders(grant, clientId),
    ...(etag === null ? {} : { 'If-None-Match': etag }),
  }
}

/** Records a metadata request; what it shows has placeholders in place of credentials. */
export function recordMetadataRequest(
  asked: Asked,
  { need: { imsHost, clientId, scopes } }: MetadataTarget,
  etag: string | null,
  clock: Clock,
): CallRecorder {
  return recordCall(
    asked,
    {
      headers: requestHeaders(shownCredentials, clientId, etag),
      body: null,
      credential: { imsHost, clientId, scopes },
    },
    clock,
  )
}

/** Sends a metadata request; `etag` asks only for what changed since. Throws a `Failure` when no answer comes. */
export async function sendMetadataRequest(
  http: SendHttp,
  asked: Asked,
  request: { grant: TokenGrant; clientId: string; etag: string | null },
  signal: AbortSignal,
  report: ReportStage,
  call?: CallRecorder,
): Promise<HttpAnswer> {
  const { grant, clientId, etag } = request
  report('asset')
  call?.begin('headers')
  call?.sends()
  try {
    return await http({
      method: 'GET',
      url: asked.url,
      headers: requestHeaders(grant, clientId, etag),
      body: null,
      signal,
      headersDeadlineMs,
      totalDeadlineMs,
      maxBytes: maxBodyBytes,
      onHeaders: (head) => {
        call?.headersArrived(head)
        call?.begin('body')
        call?.received(0)
      },
      onReceived: (bytes) => {
        call?.received(bytes)
        report('body', bytes)
      },
    })
  } catch (thrown) {
    throw networkFailure(asked, thrown)
  }
}

/** The reading that an answer brings, or the `Failure` that it stands for. */
export function understandMetadata(
  asked: Asked,
  answer: HttpAnswer,
  target: MetadataTarget,
  clock: Clock,
): Omit<MetadataReading, 'exchange'> {
  const { text, hasInvalidBytes } = decodeBody(answer.body)
  function refuse(refused: Refusal | null) {
    return answerFailure(asked, answer, text, refused)
  }
  const kind = bodyKind(answer)
  if (answer.status === 304) throw refuse('not-modified-unasked')
  if (answer.status !== 200 && answer.status !== 204) throw refuse(kind === 'html' ? 'html' : null)
  if (kind !== 'json') throw refuse(kind === 'other' ? 'not-json' : kind)
  const rows = tabulate(text, refuse)
  if (!holdsMetadata(text, rows)) throw refuse('no-metadata')
  return {
    connectionId: target.connectionId,
    author: target.author,
    clientId: target.need.clientId,
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

/** Whether there is a part such as `assetMetadata` or `repositoryMetadata`: what else answers in JSON has none. */
function holdsMetadata(text: string, rows: Int32Array): boolean {
  return (
    rowKind(rows, 0) === 'object' &&
    [...childRows(rows, 0)].some((row) => /^"\w+Metadata"$/.test(rowKeyToken(text, rows, row) ?? ''))
  )
}

function tabulate(text: string, refuse: (refused: Refusal) => Error): Int32Array {
  try {
    return tabulateJson(text)
  } catch (thrown) {
    throw thrown instanceof NotJson ? refuse(thrown.reason) : thrown
  }
}

/** An entity tag that can be sent back as it came (RFC 9110 section 8.8.3), or null. */
function usableEtag(etag: string | undefined): string | null {
  return etag !== undefined && etag.length <= 1_024 && /^(W\/)?"[\x21\x23-\x7e]*"$/.test(etag) ? etag : null
}
