import { describe, expect, it } from 'vitest'
import { hiddenSecret, hideSecret, hideSecretInBytes, redact } from '../../../src/main/failures/redact'

describe('a text without what looks secret', () => {
  it.each([
    ['eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.sig_-x', '[token]'],
    ['eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ', '[token]'],
    ['x p8e-AbC_1-2 y', 'x [secret] y'],
    ['Authorization: Bearer abc.DEF/1+2=', 'Authorization: Bearer [hidden]'],
    ['bearer  abc', 'bearer [hidden]'],
    ['Basic Y2FuYXJ5', 'Basic [hidden]'],
    ['client_secret=canary&scope=a', 'client_secret=[hidden]&scope=a'],
    [
      '{"access_token": "canary","token_type":"bearer"}',
      '{"access_token": "[hidden]","token_type":"bearer"}',
    ],
    ["refresh_token='canary'", "refresh_token='[hidden]'"],
    ['{\\"client_secret\\":\\"canary\\"}', '{\\"client_secret\\":\\"[hidden]\\"}'],
  ])('%j becomes %j', (text, clean) => {
    expect(redact(text)).toBe(clean)
  })

  it.each([
    'The access token is missing required scopes.',
    'invalid client_secret parameter',
    'urn:aaid:aem:12345678-abcd-4321-9876-0123456789ab',
    '0123456789abcdef0123456789abcdef',
  ])('leaves %j as it is', (text) => {
    expect(redact(text)).toBe(text)
  })
})

describe('a text without a known secret', () => {
  const secret = 'a&b c"%é/canary'

  it.each([
    ['as it is', secret],
    ['as a form writes it', new URLSearchParams({ secret }).toString()],
    ['as an address writes it', encodeURIComponent(secret)],
    ['as JSON writes it', JSON.stringify({ secret })],
  ])('does not hold it %s', (_name, text) => {
    expect(hideSecret(`<p>${text}</p>`, secret)).not.toContain('canary')
  })

  it('keeps its words when the secret is as short as a word', () => {
    expect(hideSecret('invalid client', 'client')).toBe('invalid client')
  })
})

describe('bytes without a known secret', () => {
  const secret = 'canary/0123456789'

  it('are the very same where it is not in them', () => {
    const bytes = Buffer.from('nothing of it')
    expect(hideSecretInBytes(bytes, secret)).toBe(bytes)
  })

  it.each([secret, encodeURIComponent(secret), secret.replace('/', '\\/')])(
    'do not hold it as %s',
    (text) => {
      expect(Buffer.from(hideSecretInBytes(Buffer.from(`{"a":"${text}"}`), secret)).toString()).toBe(
        `{"a":"${hiddenSecret}"}`,
      )
    },
  )
})
