import type { Exchange } from '../http/listener'
import { htmlReply, type Reply, send } from '../http/replies'
import { type AemContext, type AemRequest, failRequest, toAemRequest } from './aem-request'
import { deleteAsset, readBinary, readJob } from './asset-endpoint'
import { listFolders } from './folders-endpoint'
import { refuseCaller, refuseWithoutRight } from './gate'
import { patchMetadata, readMetadata } from './metadata-endpoint'
import { capturedDetails, guessedDetails } from './problems'
import { renderNode } from './sling-json'

const assetsScope = 'aem.assets.author'
const foldersScope = 'aem.folders'

/** Answers as an AEM as a Cloud Service author: the Assets Author API, the Folders API and a little of Sling. */
export async function answerAem(context: AemContext, exchange: Exchange): Promise<void> {
  const request = toAemRequest(context, exchange)
  const failure = request.token?.account.aem.failsWith ?? null
  if (failure !== null && (await failRequest(request, failure, '{}')) === 'answered') return
  const reply = await route(request)
  if (reply !== null) send(exchange.response, reply)
}

/** Null when something else has answered. */
async function route(request: AemRequest): Promise<Reply | null> {
  const { pathname } = request.exchange.url
  const [, assetId, metadata] = /^\/adobe\/assets\/([^/]+)(\/metadata)?$/.exec(pathname) ?? []
  if (assetId !== undefined) return answerAsset(request, assetId, metadata !== undefined)
  if (/^\/adobe\/folders\/?$/.test(pathname)) {
    if (!isRead(request)) return wrongMethod(request, 'GET, HEAD')
    return refuseCaller(request, foldersScope) ?? refuseWithoutRight(request, 'read') ?? listFolders(request)
  }
  const [, jobId, result] = /^\/adobe\/jobs\/([^/]+)(\/result)?$/.exec(pathname) ?? []
  if (jobId !== undefined)
    return refuseCaller(request, assetsScope) ?? readJob(request, jobId, result !== undefined)
  if (pathname.startsWith('/adobe/')) return request.problem('not_found', capturedDetails.noRequestProcessor)
  if (/^\/(content\/dam|api\/assets)\b.*\.json$/.test(pathname)) return renderNode(request)
  if (pathname === '/libs/granite/core/content/login.html') {
    return htmlReply(200, 'AEM Sign In', 'Sign in with Adobe to continue to Adobe Experience Manager.')
  }
  return htmlReply(404, 'Resource Not Found', 'No resource found.')
}

async function answerAsset(
  request: AemRequest,
  encodedId: string,
  wantsMetadata: boolean,
): Promise<Reply | null> {
  const { exchange, problem, context } = request
  const refusal = refuseCaller(request, assetsScope)
  if (refusal !== null) return refusal
  const change = wantsMetadata ? 'PATCH' : 'DELETE'
  if (!isRead(request) && exchange.method !== change) return wrongMethod(request, `GET, HEAD, ${change}`)
  const noRead = refuseWithoutRight(request, 'read')
  if (noRead !== null) return noRead

  const asset = context.assets.find(decodeSegment(encodedId))
  if (asset === undefined) return problem('not_found', guessedDetails.noAsset)
  const { failure } = asset.seed
  if (failure !== undefined) {
    const outcome = await failRequest(request, failure, context.assets.envelope(asset))
    if (outcome === 'answered') return null
  }
  if (wantsMetadata) return isRead(request) ? readMetadata(request, asset) : patchMetadata(request, asset)
  return isRead(request) ? readBinary(request, asset) : deleteAsset(request, asset)
}

function isRead({ exchange: { method } }: AemRequest): boolean {
  return method === 'GET' || method === 'HEAD'
}

function wrongMethod({ problem, exchange }: AemRequest, allow: string): Reply {
  return problem('method_not_allowed', `${exchange.method} is not supported here.`, { headers: { allow } })
}

/** A segment with a broken percent escape names no asset. */
function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}
