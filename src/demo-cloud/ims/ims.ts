import { randomUUID } from 'node:crypto'
import type { Exchange } from '../http/exchange'
import { htmlReply, type Reply, send } from '../http/replies'
import { type Answer, allowOf, answerRoute, findRoute, type Route } from '../http/routes'
import { listKeys, showConfiguration } from './discovery'
import { ImsRefusal, imsError } from './ims-replies'
import type { ImsContext, ImsRequest } from './ims-request'
import { listOrganizations } from './organizations'
import { parametersOf } from './parameters'
import { grantToken } from './token-endpoint'
import { revokeToken, validateToken } from './token-status'

const routes: Route<ImsRequest>[] = [
  { path: /^\/ims\/token\/(v[234])$/, methods: { POST: grantToken } },
  { path: /^\/ims\/validate_token\/v1$/, methods: { GET: validateToken, POST: validateToken } },
  { path: /^\/ims\/(?:invalidate_token\/v2|revoke)$/, methods: { POST: revokeToken } },
  { path: /^\/ims\/organizations\/v6$/, methods: { GET: listOrganizations } },
  { path: /^(?:\/ims)?\/\.well-known\/openid-configuration$/, methods: { GET: showConfiguration } },
  { path: /^\/ims\/keys$/, methods: { GET: listKeys } },
]

/**
 * Answers as Adobe IMS. Every answer carries `x-debug-id`, as Adobe's own clients read it (aio-lib-core-auth, ims-go).
 */
export async function answerIms(context: ImsContext, exchange: Exchange): Promise<void> {
  const { response, url } = exchange
  response.setHeader('x-debug-id', randomUUID())
  response.setHeader('cache-control', 'no-store')
  const found = findRoute(routes, url.pathname)
  const request = { context, exchange, parameters: parametersOf(exchange) }
  const answer =
    found === undefined
      ? htmlReply(404, 'Not Found', 'The requested resource is not available.')
      : await refusable(() => answerRoute(found.route, request, found.parts, exchange, methodNotAllowed))
  if (answer !== null) send(response, answer)
}

export function imsAllows(pathname: string): string {
  const found = findRoute(routes, pathname)
  return found === undefined ? '' : allowOf(found.route)
}

async function refusable(answer: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await answer()
  } catch (thrown) {
    if (thrown instanceof ImsRefusal) return thrown.reply
    throw thrown
  }
}

function methodNotAllowed(allow: string): Reply {
  const refusal = imsError(405, 'bad_request', 'method not allowed')
  return { ...refusal, headers: { ...refusal.headers, allow } }
}
