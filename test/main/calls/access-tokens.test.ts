import { describe, expect, it } from 'vitest'
import { causeOf } from '../../support/failures'
import { answerJson } from '../../support/test-server'
import { counting, minutes, never, onDemand, setUp, tokenNamed, year } from '../../support/token-requests'

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
    function readSecret() {
      return Promise.reject(new Error('The secret was read'))
    }
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
    async function readSecret(): Promise<string> {
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
