import { describe, expect, it } from 'vitest'
import { readCredentials } from '../../../src/main/imports/read-credentials'
import { decodeText } from '../../../src/shared/decode-text'
import { id, refused, sameCredential, scopes, secret } from './pasted-texts'
import { wrappings } from './wrappings'

function asRead(bytes: Uint8Array, fileName: string | null = null): unknown {
  const reading = readCredentials(decodeText(bytes), fileName)
  if ('refusal' in reading) return reading.refusal
  return reading.credentials.map(({ clientId, secrets, scopes: found }) => [
    clientId,
    ...secrets,
    ...[...found].sort(),
  ])
}

const whole = [[id, secret, ...[...scopes].sort()]]
/** Quotes within quotes do not survive a word processor: what is left is said to be no credential, and is none. */
const lost = ['typographic quotes: fields of a form in double quotes', 'typographic quotes: JSON in JSON']

describe.each(Object.entries(wrappings))('any text to import, as %s', (wrapping, wrap) => {
  it('gives the same credential', () => {
    const others = Object.entries(sameCredential).filter(([what, text]) => {
      const read = asRead(wrap(text))
      return lost.includes(`${wrapping}: ${what}`)
        ? read !== 'no-credential' && read !== 'not-understood'
        : JSON.stringify(read) !== JSON.stringify(whole)
    })
    expect(others.map(([what]) => what)).toEqual([])
  })

  it('is refused for the same reason', () => {
    // A token that is encoded once more is text like any other.
    const isEncoded = wrapping === 'base64' || wrapping === 'percent-encoding'
    const others = refused.filter(([, text, refusal, fileName]) => {
      const read = asRead(wrap(text), fileName)
      return read !== refusal && !(isEncoded && refusal === 'access-token' && read === 'not-understood')
    })
    expect(others.map(([what]) => what)).toEqual([])
  })
})
