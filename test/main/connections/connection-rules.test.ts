import { describe, expect, it } from 'vitest'
import {
  readClientId,
  readScopes,
  readSecret,
  understandDraft,
} from '../../../src/main/connections/connection-rules'
import type { FieldName } from '../../../src/shared/result'
import { draftOf } from '../../support/drafts'

describe('a client secret', () => {
  it.each(['p8e-AbC_123', 'a b', 'a&b+c=d%e\'f"g', 'é', '密', '😀', 'x'.repeat(2_560), 'é'.repeat(1_280)])(
    'is kept as it was typed: %j',
    (typed) => {
      expect(readSecret(typed)).toEqual({ ok: true, value: typed })
    },
  )

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['abc\n', 'secret-line-break'],
    ['a\r\nb', 'secret-line-break'],
    ['a\u2028b', 'secret-line-break'],
    ['a\u0000b', 'secret-control'],
    ['a\tb', 'secret-control'],
    ['a\u007fb', 'secret-control'],
    ['a\u0085b', 'secret-control'],
    [' abc', 'secret-spaces'],
    ['abc ', 'secret-spaces'],
    ['\u00a0abc', 'secret-spaces'],
    ['\ufeffabc', 'secret-spaces'],
    ['a\u200bb', 'secret-characters'],
    ['a\u202eb', 'secret-characters'],
    ['a\u2060b', 'secret-characters'],
    ['a\ufeffb', 'secret-characters'],
    ['a\ud800', 'secret-surrogate'],
    ['\udc00a', 'secret-surrogate'],
    ['\udc00\ud800', 'secret-surrogate'],
  ])('is refused: %j as %s', (typed, code) => {
    expect(readSecret(typed)).toMatchObject({ ok: false, code })
  })

  it.each([
    ['x'.repeat(2_561), 2_561],
    ['é'.repeat(1_281), 2_562],
    ['😀'.repeat(641), 2_564],
    ['x'.repeat(10_000), 10_000],
  ])('is refused above 2,560 bytes of UTF-8', (typed, bytes) => {
    expect(readSecret(typed)).toEqual({ ok: false, code: 'secret-too-big', values: { bytes, most: 2_560 } })
  })
})

describe('a client ID', () => {
  it.each(['0123456789abcdef0123456789abcdef', ' cm-p1-e2-integration-0 ', 'aem.assets_1'])(
    'is understood: %j',
    (typed) => {
      expect(readClientId(typed)).toEqual({ ok: true, value: typed.trim() })
    },
  )

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['x'.repeat(10_000), 'too-long'],
    ['a\u0000b', 'control-characters'],
    ['0123ABCD@techacct.adobe.com', 'client-id-is-account'],
    ['0123ABCD@AdobeOrg', 'client-id-characters'],
    ['a b', 'client-id-characters'],
    ['a&client_secret=x', 'client-id-characters'],
    ['a:b', 'client-id-characters'],
    ['é', 'client-id-characters'],
  ])('is refused: %j as %s', (typed, code) => {
    expect(readClientId(typed)).toMatchObject({ ok: false, code })
  })
})

describe('scopes', () => {
  it.each([
    'openid,AdobeID,aem.assets.author',
    'openid AdobeID aem.assets.author',
    'openid\r\nAdobeID\naem.assets.author\n',
    ' openid ,, AdobeID;\taem.assets.author, openid',
  ])('are understood in %j, each once, in their order', (typed) => {
    expect(readScopes(typed)).toEqual({ ok: true, value: ['openid', 'AdobeID', 'aem.assets.author'] })
  })

  it.each([
    ['', 'empty'],
    [' ,\n; ', 'empty'],
    ['x'.repeat(10_000), 'too-long'],
    ['openid,a&b', 'scope-characters'],
    ['openid,"AdobeID"', 'scope-characters'],
    ['a\u0000b', 'scope-characters'],
    ['scöpe', 'scope-characters'],
  ])('are refused: %j as %s', (typed, code) => {
    expect(readScopes(typed)).toMatchObject({ ok: false, code })
  })

  it('that are odd are named', () => {
    expect(readScopes('openid,a&b')).toMatchObject({ values: { scope: 'a&b' } })
  })
})

describe('a draft', () => {
  it('is understood whole', () => {
    const draft = draftOf({ imsHost: ' https://ims.example/ims/token/v3 ', aemHost: 'aem.example' })
    expect(understandDraft(draft, false)).toEqual({
      ok: true,
      value: {
        name: 'Brand assets',
        bucket: 'author-p1-e2',
        clientId: 'client-1',
        secret: 'canary-secret',
        scopes: ['openid', 'AdobeID'],
        imsHost: 'https://ims.example',
        aemHost: 'https://aem.example',
      },
    })
  })

  it('leaves the hosts to their defaults when nothing was typed', () => {
    expect(understandDraft(draftOf({ imsHost: '', aemHost: '  ' }), false)).toMatchObject({
      value: { imsHost: null, aemHost: null },
    })
  })

  it('keeps the stored secret when none was typed', () => {
    expect(understandDraft(draftOf({ secret: '' }), true)).toMatchObject({
      ok: true,
      value: { secret: null },
    })
  })

  it('needs a secret when none is stored', () => {
    expect(understandDraft(draftOf({ secret: '' }), false)).toEqual({
      ok: false,
      problems: [{ field: 'secret', code: 'empty', values: {} }],
    })
  })

  it('of spaces is no way to keep the stored secret', () => {
    expect(understandDraft(draftOf({ secret: '  ' }), true)).toMatchObject({ ok: false })
  })

  it('names every field that is wrong at once', () => {
    const wrong = draftOf({
      name: '',
      bucket: 'x',
      clientId: '@',
      secret: '\n',
      scopes: '',
      imsHost: 'http://x.example',
      aemHost: 'http://y.example',
    })
    const reading = understandDraft(wrong, false)
    const fields: FieldName[] = reading.ok ? [] : reading.problems.map(({ field }) => field)
    expect(fields).toEqual(['name', 'bucket', 'clientId', 'secret', 'scopes', 'imsHost', 'aemHost'])
  })

  it('does not say the secret in a problem', () => {
    const reading = understandDraft(draftOf({ secret: `canary-secret\n` }), false)
    expect(JSON.stringify(reading)).not.toContain('canary')
  })
})
