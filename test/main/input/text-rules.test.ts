import { describe, expect, it } from 'vitest'
import { readLine } from '../../../src/main/input/text-rules'

describe('one line of text', () => {
  it('is trimmed', () => {
    expect(readLine('  Brand assets\t', 120)).toEqual({ ok: true, value: 'Brand assets' })
  })

  it.each(['', '   ', '\n', '\u00a0'])('is missing in %j', (typed) => {
    expect(readLine(typed, 120)).toMatchObject({ ok: false, code: 'empty' })
  })

  it('may be as long as the limit', () => {
    expect(readLine('x'.repeat(120), 120)).toMatchObject({ ok: true })
  })

  it('may not be longer than the limit, and says both lengths', () => {
    expect(readLine('x'.repeat(10_000), 120)).toEqual({
      ok: false,
      code: 'too-long',
      values: { longest: 120, length: 10_000 },
    })
  })

  it.each([
    ['NUL', 'a\u0000b'],
    ['a line break', 'a\nb'],
    ['a carriage return', 'a\rb'],
    ['a tab', 'a\tb'],
    ['an escape', 'a\u001b[31mb'],
    ['DEL', 'a\u007fb'],
    ['a C1 control', 'a\u0085b'],
    ['a line separator', 'a\u2028b'],
    ['a paragraph separator', 'a\u2029b'],
    ['an override of the direction', 'Live \u202egnp.exe'],
    ['an isolate that is never closed', 'a\u2067b'],
  ])('may not hold %s', (_name, typed) => {
    expect(readLine(typed, 120)).toMatchObject({ ok: false, code: 'control-characters' })
  })

  it.each(['__proto__', 'a/b', '😀', '\u05d0\u200fb', '<script>'])('may be %j', (typed) => {
    expect(readLine(typed, 120)).toEqual({ ok: true, value: typed })
  })
})
