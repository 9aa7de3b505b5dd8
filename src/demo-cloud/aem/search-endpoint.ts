import { jsonTextReply, type Reply } from '../http/replies'
import type { Switches } from '../switches'
import type { AemRequest } from './aem-request'
import { capturedDetails, guessedDetails } from './problems'
import { isIndexed } from './search/match-asset'
import type { SearchPage } from './search/search-index'
import { readSearchQuery } from './search/search-query'

/** `totalCount` counts no further (SPARK [B]). */
const mostCounted = 10_000

/**
 * `POST /adobe/assets/search` (exists: release 26908, ASSETS-63652 [A]; bodies: SPARK and a public block [B]). 400 where no index
 * answers a condition and `allowUnindexedSearch` is not sent (release 27550, ASSETS-70312 [A]).
 */
export function searchAssets({ context, exchange, problem, token }: AemRequest): Reply {
  const { switches, search, assets } = context
  if (!switches.search) return problem('not_found', capturedDetails.noRequestProcessor)
  const query = readSearchQuery(exchange.body)
  if (typeof query === 'string') return problem('bad_request', query)
  const allowsUnindexed = exchange.url.searchParams.get('allowUnindexedSearch') === 'true'
  if (!allowsUnindexed && !isIndexed(query.leaves, switches)) {
    return problem('bad_request', guessedDetails.notIndexed)
  }
  const page = search.read(query, token?.clientId ?? '', context.now())
  if (page === 'lost') return problem('bad_request', guessedDetails.noCursor)
  if (page === 'busy') {
    return problem('too_many_requests', 'Too many requests.', { headers: { 'retry-after': '1' } })
  }
  const hits = page.seeds.flatMap(({ assetId }) => {
    const asset = assets.find(assetId)
    return asset === undefined ? [] : [assets.envelope(asset)]
  })
  return jsonTextReply(200, envelopeOf(`[${hits.join(',')}]`, page, switches))
}

/** Which member holds the hits is not certain: two clients read it in different places [B]. */
function envelopeOf(
  hits: string,
  { cursor, total }: SearchPage,
  { searchAnswer, searchTotal }: Switches,
): string {
  const isMore = total > mostCounted || searchTotal === 'gte'
  const relation = isMore ? 'gte' : 'eq'
  const counted = JSON.stringify({ totalCount: { value: Math.min(total, mostCounted), relation } })
  const members = [
    searchAnswer === 'hits.results'
      ? `"hits":{"results":${hits}}`
      : `${JSON.stringify(searchAnswer)}:${hits}`,
    ...(cursor === null ? [] : [`"cursor":${JSON.stringify(cursor)}`]),
    ...(searchTotal === 'none' ? [] : [`"search_metadata":${counted}`]),
  ]
  return `{${members.join(',')}}`
}
