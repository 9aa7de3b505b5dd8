import { describe, expect, it } from 'vitest'
import { found, refusal } from '../../support/import-reading'
import { id, refused, sameCredential, scopes, secret } from './pasted-texts'

describe('a text that names one credential', () => {
  it.each(Object.entries(sameCredential))('is understood: %s', (_what, text) => {
    expect(
      found(text).map((credential) => [
        credential.clientId,
        credential.secrets,
        [...credential.scopes].sort(),
        credential.imsHost,
        credential.doubts,
      ]),
    ).toEqual([[id, [secret], [...scopes].sort(), null, []]])
  })
})

describe('a text without one', () => {
  it.each(refused)('is known as what it is: %s', (_what, text, expected, fileName) => {
    expect(refusal(text, fileName ?? null)).toBe(expected)
  })
})
