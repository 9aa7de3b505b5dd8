import { describe, expect, it } from 'vitest'
import { bodyKind, decodeBody } from '../../../src/main/calls/response-body'

function bytes(...values: number[]): Uint8Array {
  return new Uint8Array(values)
}

describe('the text of a body', () => {
  it('is free of the byte order mark in front', () => {
    expect(decodeBody(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toEqual({ text: '{}', hasInvalidBytes: false })
  })

  it('keeps a mark that stands inside', () => {
    expect(decodeBody(Buffer.from('{"a":"\ufeff"}')).text).toBe('{"a":"\ufeff"}')
  })

  it.each([
    ['a byte that no sequence starts with', bytes(0x22, 0xff, 0x22)],
    ['a sequence that is cut', bytes(0x22, 0xe2, 0x82, 0x22)],
    ['an encoded surrogate', bytes(0x22, 0xed, 0xa0, 0x80, 0x22)],
    ['Latin-1', bytes(0x22, 0xe9, 0x22)],
  ])('tells of %s', (_name, body) => {
    expect(decodeBody(body).hasInvalidBytes).toBe(true)
  })

  it('shows a byte that is not UTF-8 as U+FFFD', () => {
    expect(decodeBody(bytes(0x22, 0xff, 0x22)).text).toBe('"\ufffd"')
  })

  it('tells nothing of a U+FFFD that was sent', () => {
    expect(decodeBody(Buffer.from('"\ufffd"')).hasInvalidBytes).toBe(false)
  })
})

describe('the kind of a body', () => {
  function kindOf(contentType: string | undefined, body = '{}') {
    return bodyKind({
      status: 200,
      headers: contentType === undefined ? {} : { 'content-type': contentType },
      body: Buffer.from(body),
      durationMs: 1,
    })
  }

  it.each([
    ['application/json', 'json'],
    ['Application/JSON; charset=utf-8', 'json'],
    ['application/problem+json', 'json'],
    ['application/vnd.adobe.x+json;v=1', 'json'],
    ['text/html; charset=utf-8', 'html'],
    ['application/xhtml+xml', 'html'],
    ['application/octet-stream', 'other'],
    ['text/plain', 'other'],
    ['image/jpeg', 'other'],
    ['application/jsonp', 'other'],
    ['', 'other'],
    [undefined, 'other'],
  ])('of type %s is %s', (contentType, kind) => {
    expect(kindOf(contentType)).toBe(kind)
  })

  it('is empty whatever its type says', () => {
    expect(kindOf('application/json', '')).toBe('empty')
  })
})
