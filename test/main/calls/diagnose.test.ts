import { describe, expect, it } from 'vitest'
import { answerFailure, excerptOf, networkFailure } from '../../../src/main/calls/diagnose'
import { type HttpAnswer, HttpProblem } from '../../../src/main/calls/http'
import { Failure } from '../../../src/main/failures/failure'
import type { AppError } from '../../../src/shared/result'

const at = Date.parse('2026-03-01T12:00:00Z')
const asked = {
  from: 'aem',
  method: 'GET',
  url: new URL('https://author-p1-e2.adobeaemcloud.com/adobe/assets/x/metadata?access_token=canary'),
  at,
  values: { host: 'author-p1-e2.adobeaemcloud.com' },
} as const

function answerOf(answer: Partial<HttpAnswer> = {}): HttpAnswer {
  return {
    status: 403,
    headers: { 'content-type': 'application/problem+json' },
    body: Buffer.alloc(0),
    durationMs: 12.6,
    ...answer,
  }
}

function failureOf(thrown: unknown): Extract<AppError, { kind: 'failure' }> {
  if (thrown instanceof Failure && thrown.error.kind === 'failure') return thrown.error
  throw new Error(`Expected a failure, got ${String(thrown)}`)
}

describe('the evidence of a failure', () => {
  function evidenceOf(body: string, answer: Partial<HttpAnswer> = {}) {
    return failureOf(answerFailure(asked, answerOf(answer), body, null)).evidence
  }

  it('says what was asked and what came', () => {
    expect(evidenceOf('{"detail":"No."}')).toEqual({
      method: 'GET',
      url: 'https://author-p1-e2.adobeaemcloud.com/adobe/assets/x/metadata',
      status: 403,
      contentType: 'application/problem+json',
      requestId: null,
      excerpt: '{"detail":"No."}',
      at: '2026-03-01T12:00:00.000Z',
      durationMs: 13,
    })
  })

  it.each([
    ['the header of AEM', '', { headers: { 'x-request-id': 'r-1' } }],
    ['the header of IMS', '', { headers: { 'x-debug-id': 'r-1' } }],
    ['the body', '{"requestId":"r-1"}', {}],
  ])('has the request ID of %s', (_name, body, answer) => {
    expect(evidenceOf(body, answer)?.requestId).toBe('r-1')
  })

  it('has at most 500 characters of a long body', () => {
    expect(evidenceOf('x'.repeat(10_000_000))?.excerpt).toBe('x'.repeat(500))
  })

  it.each([
    ['a token of IMS', `{"got":"eyJhbGciOiJSUzI1NiJ9.eyJjYW5hcnkiOjF9.canary-signature"}`],
    ['an authorization header', 'Authorization: Bearer canary-canary-canary'],
    ['a form', 'grant_type=client_credentials&client_secret=canary&scope=openid'],
    ['a JSON body', '{"client_secret":"canary"}'],
    ['JSON inside JSON', '{"message":"{\\"access_token\\":\\"canary\\"}"}'],
    ['a secret of the Developer Console', 'secret was p8e-canary_canary-canary'],
  ])('has nothing secret from %s', (_name, body) => {
    expect(evidenceOf(body)?.excerpt).not.toContain('canary')
  })

  it('has no control characters', () => {
    expect(excerptOf('a\u001b[31mb\r\nc\u0000d\u0085e')).toBe('a [31mb c d e')
  })
})

describe('the time to wait that an answer tells', () => {
  function secondsOf(value: string): unknown {
    return failureOf(
      answerFailure(asked, answerOf({ status: 429, headers: { 'retry-after': value } }), '', null),
    ).values.retryAfterSeconds
  }

  it.each([
    ['120', 120],
    [' 7 ', 7],
    ['3600', 3_600],
    ['3601', 3_600],
    ['9999999', 3_600],
    ['9'.repeat(400), 3_600],
    ['Sun, 01 Mar 2026 12:02:00 GMT', 120],
    ['Sunday, 01-Mar-26 12:02:00 GMT', 120],
    ['Sun, 01 Mar 2099 12:02:00 GMT', 3_600],
  ])('is, for %j, %i seconds', (value, seconds) => {
    expect(secondsOf(value)).toBe(seconds)
  })

  it.each([
    '0',
    '-5',
    '-2050',
    '3.5',
    '1e9',
    'abc',
    '',
    'Infinity',
    '0x10',
    '120, 60',
    '5 May 2099',
    'Sun, 01 Mar 2026 11:59:00 GMT',
    'Sun, 99 Foo 2026 12:00:00 GMT',
  ])('is not known for %j', (value) => {
    expect(secondsOf(value)).toBeUndefined()
  })
})

describe('the failure of an exchange without an answer', () => {
  it('says where a redirect pointed, without the rest of that address', () => {
    const problem = new HttpProblem({
      refused: 'redirect',
      status: 302,
      target: 'https://u:p@evil.test:8443/x?canary',
    })
    expect(failureOf(networkFailure(asked, problem))).toMatchObject({
      cause: 'redirected',
      values: { target: 'evil.test:8443' },
      evidence: { status: 302 },
    })
  })

  it('says what the network stack said', () => {
    const failure = failureOf(
      networkFailure(asked, new HttpProblem({ network: 'net::ERR_NAME_NOT_RESOLVED' })),
    )
    expect(failure.values.detail).toBe('net::ERR_NAME_NOT_RESOLVED')
  })

  it('is not made of anything else that was thrown', () => {
    const thrown = new Error('a bug')
    expect(networkFailure(asked, thrown)).toBe(thrown)
  })
})
