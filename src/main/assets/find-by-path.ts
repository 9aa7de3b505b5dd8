import type { PathLookup } from '../../shared/asset-reference'
import type { CauseId } from '../../shared/failure-catalogue'
import type { AppError } from '../../shared/result'
import type { AccessTokens } from '../calls/access-tokens'
import { authorHeaders } from '../calls/author-headers'
import type { Clock } from '../calls/clock'
import { type Asked, answerFailure, evidenceOf, networkFailure } from '../calls/diagnose'
import type { HttpAnswer, SendHttp } from '../calls/http'
import type { TokenGrant } from '../calls/ims'
import { bodyKind, decodeBody } from '../calls/response-body'
import type { ReportStage } from '../calls/running-work'
import { withToken } from '../calls/with-token'
import { type ConnectionAccess, valuesOf } from '../connections/connection-access'
import { Failure } from '../failures/failure'
import { parseJson } from '../input/parse-json'
import { assetIdOf, isUuid } from './ids-in-text'
import { openableAddress } from './openable-address'
import { jsonAddressOf } from './repository-path'

export type PathTarget = ConnectionAccess & {
  /** As `isDamPath` has it. */
  path: string
  /** The connection is one to the demo cloud, whose host is this machine. */
  isDemo: boolean
}

/** Asks AEM for the asset at a path; throws a `Failure`, or the signal's reason. */
export type FindAssetByPath = (
  target: PathTarget,
  signal: AbortSignal,
  report: ReportStage,
) => Promise<PathLookup>

const headersDeadlineMs = 30_000
const totalDeadlineMs = 60_000
/** A node without its children is a few kilobytes at most. */
const maxBytes = 4 * 1_024 * 1_024

/** Causes that on this address say no more than that Sling wants a person to be signed in. */
const refusals: readonly CauseId[] = [
  'aem-scopes-missing',
  'aem-read-refused',
  'aem-token-refused',
  'gateway-token-refused',
  'aem-login-page',
  'aem-web-page',
  'unknown-aem-answer',
]

function isRefusal(error: AppError): boolean {
  return error.kind === 'failure' && refusals.includes(error.cause)
}

/**
 * Reads `jcr:uuid` from the `.json` rendering of a path (Apache Sling). The OpenAPI's allow list and scopes do not cover it:
 * tokens of technical accounts usually get 403 (Experience League community 250286, 250291), which is an outcome and not a
 * failure.
 */
export function createPathFinder(http: SendHttp, tokens: AccessTokens, clock: Clock): FindAssetByPath {
  return async (target, signal, report) => {
    const asked = describeRequest(target, clock.now())
    function send(grant: TokenGrant): Promise<HttpAnswer> {
      report('asset')
      return http({
        method: 'GET',
        url: asked.url,
        headers: authorHeaders(grant, target.need.clientId),
        body: null,
        signal,
        headersDeadlineMs,
        totalDeadlineMs,
        maxBytes,
        onReceived: (bytes) => report('body', bytes),
      })
    }
    const lookup = { path: target.path, address: browserAddressOf(target) }
    report('token')
    try {
      const answer = await withToken({ tokens, need: target.need, signal }, send)
      return { ...lookup, ...understandAnswer(asked, answer, decodeBody(answer.body).text) }
    } catch (thrown) {
      const failure = networkFailure(asked, thrown)
      const error = failure instanceof Failure ? failure.error : null
      // Without a session AEM sends people to its sign-in page.
      if (error?.kind === 'failure' && error.cause === 'aem-login-page' && error.evidence !== null) {
        return { ...lookup, outcome: 'refused', evidence: error.evidence }
      }
      throw failure
    }
  }
}

function describeRequest(target: PathTarget, at: number): Asked {
  return {
    from: 'aem',
    method: 'GET',
    url: jsonAddressOf(target.aemHost, target.path),
    at,
    values: valuesOf(target),
  }
}

type Outcome = PathLookup extends infer Each
  ? Each extends PathLookup
    ? Omit<Each, 'path' | 'address'>
    : never
  : never

function understandAnswer(asked: Asked, answer: HttpAnswer, text: string): Outcome {
  const kind = bodyKind(answer)
  if (answer.status === 200 && kind === 'json') {
    const assetId = uuidOfNode(text)
    if (assetId !== null) return { outcome: 'found', assetId }
    return { outcome: 'no-id', evidence: evidenceOf(asked, answer, text) }
  }
  if (answer.status === 404) return { outcome: 'missing', evidence: evidenceOf(asked, answer, text) }
  const failure = answerFailure(asked, answer, text, kind === 'html' ? 'html' : null)
  const { error } = failure
  const mayBeRefusal = [200, 401, 403].includes(answer.status) && isRefusal(error)
  if (mayBeRefusal && error.kind === 'failure' && error.evidence !== null) {
    return { outcome: 'refused', evidence: error.evidence }
  }
  throw failure
}

function uuidOfNode(text: string): string | null {
  const node = parseJson(text)
  const uuid = typeof node === 'object' && node !== null && 'jcr:uuid' in node ? node['jcr:uuid'] : null
  return typeof uuid === 'string' && isUuid(uuid) ? assetIdOf(uuid) : null
}

/** The address of a path's JSON rendering, where it may be handed to the system's browser; null where it may not. */
export function browserAddressOf({
  aemHost,
  path,
  isDemo,
}: Pick<PathTarget, 'aemHost' | 'path' | 'isDemo'>): string | null {
  return openableAddress(jsonAddressOf(aemHost, path), isDemo)
}
