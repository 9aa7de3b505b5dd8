import { createAccessTokens, type TokenNeed } from '../../src/main/calls/access-tokens'
import { createNodeHttp } from './node-http'
import { serve } from './serve'
import { createSettableClock } from './settable-clock'
import { type Answer, answerJson, type SeenRequest } from './test-server'

/** One for each call: a signal that many listen to is a leak to Node. */
export function never(): AbortSignal {
  return new AbortController().signal
}
export const minutes = 60_000
export const year = 365 * 24 * 60 * minutes

/** Grants `token-1`, `token-2` and so on. */
export function counting(grant: Readonly<Record<string, unknown>> = {}): Answer {
  let granted = 0
  return (_request, response) =>
    answerJson(response, {
      access_token: `token-${++granted}`,
      token_type: 'bearer',
      expires_in: 86_399,
      ...grant,
    })
}

/** Lets a test say when, and with what, each request is answered. */
export function onDemand() {
  const open: {
    request: SeenRequest
    give: (value: unknown, status?: number) => void
    closed: Promise<void>
  }[] = []
  let wake: () => void = () => undefined
  const answer: Answer = (request, response) => {
    const closed = new Promise<void>((resolve) => {
      response.once('close', resolve)
    })
    open.push({ request, give: (value, status) => answerJson(response, value, status), closed })
    wake()
  }
  /** The request with that number, counted from 0, once it has arrived. */
  async function request(index: number) {
    for (;;) {
      const found = open[index]
      if (found) return found
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return { answer, request }
}

export function tokenNamed(name: string) {
  return { access_token: name, token_type: 'bearer', expires_in: 86_399 }
}

export async function setUp(answer: Answer = counting()) {
  const server = await serve(answer)
  const clock = createSettableClock()
  const tokens = createAccessTokens(createNodeHttp(), clock)
  function need(change: Partial<TokenNeed> = {}): TokenNeed {
    return {
      connectionId: 'connection-1',
      imsHost: server.origin,
      clientId: 'client-1',
      scopes: ['openid'],
      readSecret: async () => 'secret-1',
      ...change,
    }
  }
  async function obtain(change: Partial<TokenNeed> = {}, signal = never()): Promise<string> {
    return (await tokens.obtain(need(change), signal)).accessToken
  }
  return { server, clock, tokens, need, obtain }
}
