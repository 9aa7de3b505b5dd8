import type { Right } from '../credentials/credential'
import type { Exchange } from '../http/exchange'
import { htmlReply, type Reply, send } from '../http/replies'
import { type Answer, allowOf, answerRoute, findRoute, type Route } from '../http/routes'
import { type AemContext, type AemRequest, failRequest, toAemRequest } from './aem-request'
import { deleteAsset, readJob } from './asset-endpoint'
import type { StoredAsset } from './asset-store'
import { readFolderMetadata } from './folder-metadata'
import { listFolders } from './folders-endpoint'
import { refuseCaller } from './gate'
import { patchMetadata, readMetadata } from './metadata-endpoint'
import { capturedDetails, guessedDetails } from './problems'
import { readBinary, readOriginal, readRendition } from './renditions-endpoint'
import { searchAssets } from './search-endpoint'
import { renderNode } from './sling-json'

type Handler = Route<AemRequest>['methods'][string]

const assetsScope = 'aem.assets.author'
const foldersScope = 'aem.folders'

/**
 * The Assets Author API with its search, the Folders API and a little of Sling. Import and publish are not answered: their names
 * are no asset IDs, so that they are the 404 of a release that does not have them.
 */
const routes: Route<AemRequest>[] = [
  {
    path: /^\/adobe\/assets\/([^/]+)\/metadata$/,
    methods: {
      GET: onAsset('read', readMetadata, readFolderMetadata),
      PATCH: onAsset('update', patchMetadata),
    },
  },
  {
    path: /^\/adobe\/assets\/([^/]+)\/renditions\/([^/]+)\/as\/[^/]+$/,
    methods: { GET: onAsset('read', readRendition) },
  },
  {
    path: /^\/adobe\/assets\/([^/]+)\/original\/as\/[^/]+$/,
    methods: { GET: onAsset('read', readOriginal) },
  },
  {
    path: /^\/adobe\/assets\/(?!(?:search|import|publish)$)([^/]+)$/,
    methods: { GET: onAsset('read', readBinary), DELETE: onAsset('delete', deleteAsset) },
  },
  { path: /^\/adobe\/assets\/search$/, methods: { POST: letIn(assetsScope, 'read', searchAssets) } },
  { path: /^\/adobe\/folders\/?$/, methods: { GET: letIn(foldersScope, 'read', listFolders) } },
  { path: /^\/adobe\/jobs\/([^/]+)(\/result)?$/, methods: { GET: letIn(assetsScope, 'read', readJob) } },
  { path: /^\/(?:content\/dam|api\/assets)\b.*\.json$/, methods: { GET: renderNode } },
  { path: /^\/libs\/granite\/core\/content\/login\.html$/, methods: { GET: () => signInPage } },
]

const signInPage = htmlReply(
  200,
  'AEM Sign In',
  'Sign in with Adobe to continue to Adobe Experience Manager.',
)

/** Answers as an AEM as a Cloud Service author. */
export async function answerAem(context: AemContext, exchange: Exchange): Promise<void> {
  const request = toAemRequest(context, exchange)
  const failure = request.token?.account.aem.failsWith ?? null
  if (failure !== null && (await failRequest(request, failure, '{}')) === 'answered') return
  const answer = await answerPath(request)
  if (answer !== null) send(exchange.response, answer)
}

export function aemAllows(context: AemContext, pathname: string): string {
  const found = findRoute(routes, servedPath(context, pathname))
  return found === undefined ? '' : allowOf(found.route)
}

function answerPath(request: AemRequest): Answer | Promise<Answer> {
  const { context, exchange, problem } = request
  const pathname = servedPath(context, exchange.url.pathname)
  const found = findRoute(routes, pathname)
  if (found !== undefined) {
    return answerRoute(found.route, request, found.parts, exchange, (allow) =>
      problem('method_not_allowed', `${exchange.method} is not supported here.`, { headers: { allow } }),
    )
  }
  return pathname.startsWith('/adobe/')
    ? problem('not_found', capturedDetails.noRequestProcessor)
    : htmlReply(404, 'Resource Not Found', 'No resource found.')
}

/** What a URL parser makes of the tutorial's `/adobe/../assets/` is only `/assets/` when it arrives. */
function servedPath({ switches }: AemContext, pathname: string): string {
  return switches.assetsOutsideAdobe && pathname.startsWith('/assets/') ? `/adobe${pathname}` : pathname
}

function letIn(scope: string, right: Right, answer: Handler): Handler {
  return (request, ...parts) => refuseCaller(request, { scope, right }) ?? answer(request, ...parts)
}

/** For addresses of one asset: finds it, and lets it fail if that is what it is for. */
function onAsset(
  right: Right,
  answer: (request: AemRequest, asset: StoredAsset, ...parts: string[]) => Reply | Promise<Reply>,
  answerFolder?: (request: AemRequest, folderId: string) => Reply | null,
): Handler {
  return letIn(assetsScope, right, async (request, encodedId, ...parts) => {
    const { context, problem } = request
    const assetId = decodeSegment(encodedId)
    const asset = context.assets.find(assetId)
    if (asset === undefined) {
      return answerFolder?.(request, assetId) ?? problem('not_found', guessedDetails.noAsset)
    }
    const { failure } = asset.seed
    if (failure !== undefined) {
      const outcome = await failRequest(request, failure, context.assets.envelope(asset))
      if (outcome === 'answered') return null
    }
    return answer(request, asset, ...parts.map(decodeSegment))
  })
}

/** A segment with a broken percent escape names nothing. */
function decodeSegment(segment = ''): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return ''
  }
}
