import type { Exchange } from './exchange'
import type { Reply } from './replies'

/** Null when something else has answered, or leaves the call hanging on purpose. */
export type Answer = Reply | null

/** What answers at one address, by method; the parts are what the path's groups caught. HEAD is answered as GET. */
export interface Route<Request> {
  path: RegExp
  methods: Record<string, (request: Request, ...parts: string[]) => Answer | Promise<Answer>>
}

/** The route of a path, and the parts of it that the route's pattern catches. */
export function findRoute<Request>(
  routes: readonly Route<Request>[],
  pathname: string,
): { route: Route<Request>; parts: string[] } | undefined {
  for (const route of routes) {
    const match = route.path.exec(pathname)
    if (match !== null) return { route, parts: match.slice(1).map((part) => part ?? '') }
  }
  return undefined
}

/**
 * What a route gives for a method: its own answer, 200 with `Allow` for OPTIONS, or 405. OPTIONS asks for no token, as a
 * browser's preflight carries none; neither of Adobe's services is known to send CORS headers without configuration.
 */
export function answerRoute<Request>(
  route: Route<Request>,
  request: Request,
  parts: string[],
  { method }: Exchange,
  methodNotAllowed: (allow: string) => Reply,
): Answer | Promise<Answer> {
  if (method === 'OPTIONS') return { status: 200, headers: optionsOf(route) }
  const answer = route.methods[method === 'HEAD' ? 'GET' : method]
  return answer === undefined ? methodNotAllowed(allowOf(route)) : answer(request, ...parts)
}

/** Value of `Allow`. */
export function allowOf<Request>({ methods }: Route<Request>): string {
  const named = Object.keys(methods).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  return [...named, 'OPTIONS'].join(', ')
}

/** RFC 5789 section 3.1: OPTIONS says what a PATCH may be written in. */
function optionsOf<Request>(route: Route<Request>): Record<string, string> {
  const allow = allowOf(route)
  return 'PATCH' in route.methods ? { allow, 'accept-patch': 'application/json-patch+json' } : { allow }
}
