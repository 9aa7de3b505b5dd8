import { describe, expect, it } from 'vitest'
import type { AccessTokens, TokenNeed } from '../../../src/main/calls/access-tokens'
import { serve } from '../../support/serve'
import { type Answer, answerJson, type SeenRequest } from '../../support/test-server'
import { counting, never, onDemand, setUp, tokenNamed } from '../../support/token-requests'

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
  async function askTwice(
    tokens: AccessTokens,
    ims: ReturnType<typeof onDemand>,
    need: (secret: string) => TokenNeed,
  ) {
    const before = tokens.obtain(need('old'), never())
    const first = await ims.request(0)
    tokens.drop('connection-1')
    const after = tokens.obtain(need('new'), never())
    const second = await ims.request(1)
    return { before, after, first, second }
  }
  function secretOf({ body }: SeenRequest): string | null {
    return new URLSearchParams(body).get('client_secret')
  }
  async function setUpOnDemand() {
    const ims = onDemand()
    const { tokens, need } = await setUp(ims.answer)
    function needWith(secret: string) {
      return need({ readSecret: async () => secret })
    }
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
