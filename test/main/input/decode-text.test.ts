import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/shared/decode-text'

const text = 'CLIENT_ID=a\r\nNAME=B\u00fcrger \u8d44\u4ea7\r\n'
function bigEndian(content: string): Uint8Array {
  return Buffer.from(content, 'utf16le').swap16()
}

describe('the text of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 LE without one', Buffer.from(text, 'utf16le')],
    ['UTF-16 BE with a mark', bigEndian(`\ufeff${text}`)],
    ['UTF-16 BE without one', bigEndian(text)],
  ])('is read from %s', (_what, bytes) => {
    expect(decodeText(bytes)).toBe(text)
  })

  it('is read from an older Windows program', () => {
    expect(decodeText(Buffer.from('NAME=B\u00fcrger', 'latin1'))).toBe('NAME=B\u00fcrger')
  })

  it('is nothing in an empty file', () => {
    expect(decodeText(new Uint8Array())).toBe('')
  })

  it('keeps a zero byte that is not of UTF-16', () => {
    expect(decodeText(Buffer.from('a\u0000b and more text'))).toBe('a\u0000b and more text')
  })
})
