import type { AssetPicture } from '../../shared/asset-picture'
import type { AccessTokens } from '../calls/access-tokens'
import { authorHeaders } from '../calls/author-headers'
import type { Clock } from '../calls/clock'
import { type Asked, answerFailure, networkFailure } from '../calls/diagnose'
import { type HttpAnswer, HttpProblem, type SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import { bodyKind, decodeBody } from '../calls/response-body'
import { withToken } from '../calls/with-token'
import { describeMetadataRequest, type MetadataTarget } from '../metadata/metadata-request'
import { recognizePicture } from './recognize-picture'

/**
 * Gets a picture of an asset to look at: the larger thumbnail that AEM makes of every asset, and where there is none the
 * asset's binary optimized for the web. Throws a `Failure`, or the signal's reason.
 */
export type ReadPicture = (target: MetadataTarget, signal: AbortSignal) => Promise<AssetPicture>

const deadlineMs = 30_000
/** A thumbnail has some 100 kB. An original may have gigabytes, and is not worth them here. */
const maxBytes = 5 * 1_024 * 1_024

/**
 * `GET /adobe/assets/{assetId}/renditions/{name}/as/{seoName}` (read from public clients of the Assets Author API), then
 * `GET /adobe/assets/{assetId}` (AEM Assets Author API).
 */
const places = ['/renditions/cq5dam.thumbnail.319.319.png/as/picture.png', '']

export function createReadPicture(http: SendHttp, tokens: AccessTokens, clock: Clock): ReadPicture {
  function ask(asked: Asked, target: MetadataTarget, signal: AbortSignal): Promise<HttpAnswer> {
    const { need } = target
    function send(grant: TokenGrant): Promise<HttpAnswer> {
      return http({
        method: 'GET',
        url: asked.url,
        headers: { ...authorHeaders(grant, need.clientId), Accept: 'image/*' },
        body: null,
        signal,
        headersDeadlineMs: deadlineMs,
        totalDeadlineMs: deadlineMs,
        maxBytes,
        onReceived: () => undefined,
      })
    }
    return withToken({ tokens, need, signal }, send)
  }

  return async (target, signal) => {
    for (const place of places) {
      const asked = describePictureRequest(target, place, clock.now())
      try {
        const answer = await ask(asked, target, signal)
        if (answer.status !== 404) return understandPicture(asked, answer)
      } catch (thrown) {
        if (thrown instanceof HttpProblem && thrown.refused === 'too-large') return { outcome: 'too-large' }
        throw networkFailure(asked, thrown)
      }
    }
    return { outcome: 'missing' }
  }
}

function describePictureRequest(target: MetadataTarget, place: string, at: number): Asked {
  return {
    ...describeMetadataRequest(target, at),
    url: new URL(`/adobe/assets/${target.assetId}${place}`, target.aemHost),
  }
}

function understandPicture(asked: Asked, answer: HttpAnswer): AssetPicture {
  if (answer.status === 200 && bodyKind(answer) !== 'html') return recognizePicture(answer.body)
  if (answer.status === 204) return { outcome: 'missing' }
  const refused = bodyKind(answer) === 'html' ? 'html' : null
  throw answerFailure(asked, answer, decodeBody(answer.body).text, refused)
}
