import { describe, expect, it } from 'vitest'
import type { TokenGrant } from '../../../src/main/calls/ims'
import { clockSkew } from '../../../src/main/check/claims'

const sentAt = Date.parse('2026-03-01T12:00:00.400Z')

function grantOf(clocks: Pick<TokenGrant, 'serverTime' | 'durationMs'>, issuedAt = sentAt): TokenGrant {
  return { accessToken: 't', scopes: [], issuedAt, expiresAt: 0, evidence: evidence, ...clocks }
}
const evidence = {
  method: 'POST',
  url: '',
  status: 200,
  contentType: null,
  requestId: null,
  excerpt: '',
  at: '',
  durationMs: 0,
} as const

describe('the difference between our clock and that of IMS', () => {
  it.each([
    ['the same second', '12:00:00Z', 100, 0],
    ['a second that begins while IMS thinks', '12:00:20Z', 20_000, 0],
    ['the moment of sending of a slow call', '12:00:00Z', 25_000, 0],
    ['five minutes ahead of ours', '12:05:00Z', 600, -299_000],
    ['five minutes behind ours', '11:55:00Z', 600, 299_401],
    ['five minutes ahead, told by a slow call', '12:05:00Z', 20_600, -279_000],
  ])('with a server time of %s', (_what, time, durationMs, skew) => {
    expect(clockSkew(grantOf({ serverTime: Date.parse(`2026-03-01T${time}`), durationMs }))).toBe(skew)
  })

  it('is unknown where IMS tells no time', () => {
    expect(clockSkew(grantOf({ serverTime: null, durationMs: 5 }))).toBeNull()
  })

  it.each([0, -62_135_596_800_000, 8.64e15])('is exact for a clock that stands at %d', (now) => {
    const skew = clockSkew(grantOf({ serverTime: sentAt, durationMs: 10 }, now))
    expect(Math.abs((skew ?? 0) - (now - sentAt))).toBeLessThan(1_010)
  })
})
