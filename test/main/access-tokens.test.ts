import { describe, expect, it } from 'vitest'
import { type AccessTokens, createAccessTokens, type TokenNeed } from '../../src/main/services/access-tokens'
import { createNodeHttp } from '../support/node-http'
import { createSettableClock } from '../support/settable-clock'
import { type Answer, answerJson, type SeenRequest } from '../support/test-server'
import { causeOf } from './failures'
import { serve } from './serve'

/** One for each call: a signal that many listen to is a leak to Node. */
const never = (): AbortSignal => new AbortController().signal
const minutes = 60_000
const year = 365 * 24 * 60 * minutes

/** Grants `token-1`, `token-2` and so on. */
const counting = (grant: Readonly<Record<string, unknown>> = {}): Answer => {
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
const onDemand = () => {
  const open: {
    request: SeenRequest
    give: (value: unknown, status?: number) => void
    closed: Promise<void>
  }[] = []
  let wake = (): void => undefined
  const answer: Answer = (request, response) => {
    const closed = new Promise<void>((resolve) => {
      response.once('close', resolve)
    })
    open.push({ request, give: (value, status) => answerJson(response, value, status), closed })
    wake()
  }
  /** The request with that number, counted from 0, once it has arrived. */
  const request = async (index: number) => {
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

const tokenNamed = (name: string) => ({ access_token: name, token_type: 'bearer', expires_in: 86_399 })

const setUp = async (answer: Answer = counting()) => {
  const server = await serve(answer)
  const clock = createSettableClock()
  const tokens = createAccessTokens(createNodeHttp(), clock)
  const need = (change: Partial<TokenNeed> = {}): TokenNeed => ({
    connectionId: 'connection-1',
    imsHost: server.origin,
    clientId: 'client-1',
    scopes: ['openid'],
    readSecret: async () => 'secret-1',
    ...change,
  })
  const obtain = async (change: Partial<TokenNeed> = {}, signal = never()): Promise<string> =>
    (await tokens.obtain(need(change), signal)).accessToken
  return { server, clock, tokens, need, obtain }
}

describe('one token for all', () => {
  it('is asked for once by 100 calls at the same time', async () => {
    const { server, obtain } = await setUp()
    const got = await Promise.all(Array.from({ length: 100 }, () => obtain()))
    expect([new Set(got), server.seen.length]).toEqual([new Set(['token-1']), 1])
  })

  it('is used again by a later call', async () => {
    const { server, obtain } = await setUp()
    await obtain()
    expect([await obtain(), server.seen.length]).toEqual(['token-1', 1])
  })

  it('reads the secret only when it is asked for', async () => {
    const { obtain } = await setUp()
    await obtain()
    const readSecret = () => Promise.reject(new Error('The secret was read'))
    expect(await obtain({ readSecret })).toBe('token-1')
  })

  it('fails for 100 calls alike', async () => {
    const { server, obtain } = await setUp((_request, response) =>
      answerJson(response, { error: 'invalid_scope' }, 400),
    )
    const causes = await Promise.all(Array.from({ length: 100 }, () => causeOf(obtain())))
    expect([new Set(causes), server.seen.length]).toEqual([new Set(['ims-scope-refused']), 1])
  })

  it('is tried anew after a failure', async () => {
    let calls = 0
    const { obtain } = await setUp((_request, response) =>
      ++calls === 1 ? answerJson(response, {}, 503) : answerJson(response, tokenNamed('token-2')),
    )
    await causeOf(obtain())
    expect(await obtain()).toBe('token-2')
  })

  it('is tried anew after the keychain failed', async () => {
    const { obtain } = await setUp()
    await expect(obtain({ readSecret: () => Promise.reject(new Error('locked')) })).rejects.toThrow('locked')
    expect(await obtain()).toBe('token-1')
  })
})

describe('a call that is cancelled while a token is on its way', () => {
  it('leaves the token to the others', async () => {
    const ims = onDemand()
    const { obtain } = await setUp(ims.answer)
    const controller = new AbortController()
    const first = obtain({}, controller.signal)
    const second = obtain()
    const request = await ims.request(0)
    controller.abort('enough')
    await expect(first).rejects.toBe('enough')
    request.give(tokenNamed('token-1'))
    expect(await second).toBe('token-1')
  })

  it('ends the request when it was the last', async () => {
    const ims = onDemand()
    const { obtain } = await setUp(ims.answer)
    const controllers = [new AbortController(), new AbortController()]
    const waiting = controllers.map(({ signal }) => obtain({}, signal))
    const { closed } = await ims.request(0)
    for (const controller of controllers) controller.abort('enough')
    expect(await Promise.allSettled([...waiting, closed])).toMatchObject([
      { status: 'rejected', reason: 'enough' },
      { status: 'rejected', reason: 'enough' },
      { status: 'fulfilled' },
    ])
  })

  it('does not keep a later call from a request of its own', async () => {
    const ims = onDemand()
    const { obtain } = await setUp(ims.answer)
    const controller = new AbortController()
    const first = obtain({}, controller.signal)
    await ims.request(0)
    controller.abort('enough')
    await expect(first).rejects.toBe('enough')
    const second = obtain()
    ;(await ims.request(1)).give(tokenNamed('token-2'))
    expect(await second).toBe('token-2')
  })

  it('asks for nothing when it was cancelled before', async () => {
    const { server, obtain } = await setUp()
    await expect(obtain({}, AbortSignal.abort('enough'))).rejects.toBe('enough')
    expect(server.seen).toEqual([])
  })

  it('sends nothing when it was cancelled while the keychain was asked', async () => {
    const { server, obtain } = await setUp()
    const controller = new AbortController()
    const readSecret = async (): Promise<string> => {
      await Promise.resolve()
      controller.abort('enough')
      return 'secret-1'
    }
    await expect(obtain({ readSecret }, controller.signal)).rejects.toBe('enough')
    expect(server.seen).toEqual([])
  })
})

describe('the life of a token', () => {
  it('ends ten minutes early', async () => {
    const { clock, obtain } = await setUp(counting({ expires_in: 3_600 }))
    await obtain()
    clock.pass(50 * minutes)
    expect(await obtain()).toBe('token-2')
  })

  it('does not end before', async () => {
    const { clock, obtain } = await setUp(counting({ expires_in: 3_600 }))
    await obtain()
    clock.pass(50 * minutes - 1)
    expect(await obtain()).toBe('token-1')
  })

  it('is half of what was told when that is under twenty minutes', async () => {
    const { clock, obtain } = await setUp(counting({ expires_in: 60 }))
    const first = await obtain()
    clock.pass(29_999)
    const second = await obtain()
    clock.pass(1)
    expect([first, second, await obtain()]).toEqual(['token-1', 'token-1', 'token-2'])
  })

  it.each([0, -1, 'NaN', null])(
    'of %j seconds does not make every call ask for a new one',
    async (expiresIn) => {
      const { server, obtain } = await setUp(counting({ expires_in: expiresIn }))
      for (let call = 0; call < 5; call++) await obtain()
      expect(server.seen).toHaveLength(1)
    },
  )

  it.each([
    ['a year ahead', year],
    ['a year back', -year],
  ])('costs at most one more request when the clock is set %s', async (_name, shift) => {
    const { server, clock, obtain } = await setUp()
    await obtain()
    clock.shiftWall(shift)
    for (let call = 0; call < 5; call++) await obtain()
    expect(server.seen.length).toBeLessThanOrEqual(2)
  })

  it('costs at most one more request when the clock is set ahead and back again', async () => {
    const { server, clock, obtain } = await setUp()
    await obtain()
    clock.shiftWall(year)
    await obtain()
    clock.shiftWall(-year)
    for (let call = 0; call < 5; call++) await obtain()
    expect(server.seen).toHaveLength(2)
  })

  it('is over after a day of sleep, in which the steady clock stood still', async () => {
    const { clock, obtain } = await setUp()
    await obtain()
    clock.shiftWall(26 * 60 * minutes)
    expect(await obtain()).toBe('token-2')
  })

  it('is over after a day although the clock was set back', async () => {
    const { clock, obtain } = await setUp()
    await obtain()
    clock.pass(26 * 60 * minutes)
    clock.shiftWall(-26 * 60 * minutes)
    expect(await obtain()).toBe('token-2')
  })
})

describe('a token that AEM refused', () => {
  it('is replaced by a new one', async () => {
    const { tokens, need } = await setUp()
    const refused = await tokens.obtain(need(), never())
    expect((await tokens.replace(refused, need(), never())).accessToken).toBe('token-2')
  })

  it('is not asked for again when another call has already replaced it', async () => {
    const { server, tokens, need } = await setUp()
    const refused = await tokens.obtain(need(), never())
    await tokens.replace(refused, need(), never())
    expect([(await tokens.replace(refused, need(), never())).accessToken, server.seen.length]).toEqual([
      'token-2',
      2,
    ])
  })

  it('is replaced once for 100 calls', async () => {
    const { server, tokens, need } = await setUp()
    const refused = await tokens.obtain(need(), never())
    await Promise.all(Array.from({ length: 100 }, () => tokens.replace(refused, need(), never())))
    expect(server.seen).toHaveLength(2)
  })
})

describe('a token belongs to one connection as it is', () => {
  it.each<[string, Partial<TokenNeed>]>([
    ['connection', { connectionId: 'connection-2' }],
    ['client ID', { clientId: 'client-2' }],
    ['scopes', { scopes: ['openid', 'AdobeID'] }],
  ])('and is not used for another %s', async (_name, change) => {
    const { obtain } = await setUp()
    await obtain()
    expect(await obtain(change)).toBe('token-2')
  })

  it('and is not used for another IMS host', async () => {
    const other = await serve(counting({ access_token: 'other' }))
    const { obtain } = await setUp()
    await obtain()
    expect(await obtain({ imsHost: other.origin })).toBe('other')
  })

  it('and never goes to another that asks at the same time', async () => {
    const byClient: Answer = ({ body }, response) =>
      answerJson(response, tokenNamed(`of-${new URLSearchParams(body).get('client_id')}`))
    const { obtain } = await setUp(byClient)
    const clients = ['a', 'b', 'c', 'd']
    const got = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const name = clients[index % 4] ?? ''
        return obtain({ connectionId: name, clientId: name }).then((token) => token === `of-${name}`)
      }),
    )
    expect(got).not.toContain(false)
  })
})

describe('the token of a changed connection', () => {
  const askTwice = async (
    tokens: AccessTokens,
    ims: ReturnType<typeof onDemand>,
    need: (secret: string) => TokenNeed,
  ) => {
    const before = tokens.obtain(need('old'), never())
    const first = await ims.request(0)
    tokens.drop('connection-1')
    const after = tokens.obtain(need('new'), never())
    const second = await ims.request(1)
    return { before, after, first, second }
  }
  const secretOf = ({ body }: SeenRequest): string | null => new URLSearchParams(body).get('client_secret')
  const setUpOnDemand = async () => {
    const ims = onDemand()
    const { tokens, need } = await setUp(ims.answer)
    const needWith = (secret: string) => need({ readSecret: async () => secret })
    return { ims, tokens, needWith }
  }

  it('is dropped', async () => {
    const { tokens, obtain } = await setUp()
    await obtain()
    tokens.drop('connection-1')
    expect(await obtain()).toBe('token-2')
  })

  it('takes that of its other secret with it', async () => {
    const { tokens, obtain } = await setUp()
    await obtain({ connectionId: 'connection-1 other' })
    tokens.drop('connection-1')
    expect(await obtain({ connectionId: 'connection-1 other' })).toBe('token-2')
  })

  it('does not take that of another with it', async () => {
    const { tokens, obtain } = await setUp()
    await obtain({ connectionId: 'connection-10' })
    tokens.drop('connection-1')
    expect(await obtain({ connectionId: 'connection-10' })).toBe('token-1')
  })

  it('is not the one that was on its way with the old secret', async () => {
    const { ims, tokens, needWith } = await setUpOnDemand()
    const { before, after, first, second } = await askTwice(tokens, ims, needWith)
    second.give(tokenNamed('new'))
    await after
    first.give(tokenNamed('old'))
    await before
    const kept = await tokens.obtain(needWith('unused'), never())
    expect([secretOf(first.request), secretOf(second.request), kept.accessToken]).toEqual([
      'old',
      'new',
      'new',
    ])
  })

  it('is kept although a call for the old one is cancelled meanwhile', async () => {
    const ims = onDemand()
    const { tokens, need } = await setUp(ims.answer)
    const controller = new AbortController()
    const before = tokens.obtain(need(), controller.signal)
    await ims.request(0)
    tokens.drop('connection-1')
    const after = tokens.obtain(need(), never())
    const second = await ims.request(1)
    controller.abort('enough')
    await expect(before).rejects.toBe('enough')
    second.give(tokenNamed('new'))
    await after
    const later = tokens.obtain(need(), never()).then(({ accessToken }) => accessToken)
    expect(await Promise.race([later, ims.request(2).then(() => 'asked again')])).toBe('new')
  })
})

describe('a check', () => {
  it('asks for a new token although there is one', async () => {
    const { tokens, need, obtain } = await setUp()
    await obtain()
    expect((await tokens.renew(need(), never())).accessToken).toBe('token-2')
  })

  it('leaves its token to later calls', async () => {
    const { tokens, need, obtain } = await setUp()
    await tokens.renew(need(), never())
    expect(await obtain()).toBe('token-1')
  })
})
