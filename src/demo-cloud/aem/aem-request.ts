import { randomUUID } from 'node:crypto'
import { type FailureName, fail } from '../failures/failure'
import { bearerOf, type Exchange } from '../http/exchange'
import type { IssuedToken, TokenRegister } from '../ims/access-token'
import type { Switches } from '../switches'
import type { AssetStore } from './asset-store'
import { createProblemMaker, type ProblemMaker } from './problems'
import type { SearchIndex } from './search/search-index'

/** One AEM author environment. */
export interface AemContext {
  assets: AssetStore
  search: SearchIndex
  tokens: TokenRegister
  switches: Switches
  now(): number
  redirectTarget: string
  jobs: Map<string, { polls: number }>
  /** What each client has met: key is client ID and failure. */
  encounters: Map<string, { count: number; changes: number; firstToken: string }>
}

/** One call with what every endpoint needs of it. */
export interface AemRequest {
  context: AemContext
  exchange: Exchange
  problem: ProblemMaker
  requestId: string
  /** Known token of the Authorization header, live or not. */
  token: IssuedToken | undefined
}

export function toAemRequest(context: AemContext, exchange: Exchange): AemRequest {
  const requestId = randomUUID()
  const { requestIdHeader } = context.switches
  if (requestIdHeader !== null) exchange.response.setHeader(requestIdHeader, requestId)
  const token = context.tokens.find(bearerOf(exchange) ?? '')
  return { context, exchange, problem: createProblemMaker(context.switches, requestId), requestId, token }
}

/** Lets the failure answer; the body is what some failures send in an odd way. */
export function failRequest(
  request: AemRequest,
  name: FailureName,
  bodyText: string,
): Promise<'answered' | 'normal'> {
  const { context, exchange, problem, requestId, token } = request
  const key = `${token?.account.clientId} ${name}`
  const tokenText = token?.text ?? ''
  const encounter = context.encounters.get(key) ?? { count: 0, changes: 0, firstToken: tokenText }
  encounter.count += 1
  if (exchange.method === 'PATCH') encounter.changes += 1
  context.encounters.set(key, encounter)
  return fail(name, {
    exchange,
    switches: context.switches,
    problem,
    requestId,
    bodyText,
    attempt: encounter.count,
    changeAttempt: encounter.changes,
    isFirstToken: encounter.firstToken === tokenText,
    redirectTarget: context.redirectTarget,
  })
}
