import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { showPlainly, showText } from '../../../src/renderer/components/text/visible-text'
import { splitLines } from '../../../src/renderer/features/metadata/text/text-lines'
import { excerptOf } from '../../../src/renderer/features/metadata/tree/excerpt'

const anyText = fc.string({
  unit: fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom(' ', '\u202e', '\u200d', '😀', '\ufe0f', 'a'),
  ),
  maxLength: 40,
})

describe('showText', () => {
  it.each([
    ['a\0b\tc\n', 'a␀b␉c␊'],
    ['\x7f\x9b', '␡⟨U+009B⟩'],
    ['invoice\u202egpj.exe', 'invoice⟨U+202E⟩gpj.exe'],
    ['a\u200bb\ufeffc\u2066d\u061c', 'a⟨U+200B⟩b⟨U+FEFF⟩c⟨U+2066⟩d⟨U+061C⟩'],
    ['\u2028\u2029', '⟨U+2028⟩⟨U+2029⟩'],
    ['x\ud800y\udfff', 'x\\ud800y\\udfff'],
    ['\u{e0041}', '⟨U+E0041⟩'],
    [' a b ', '␣a b␣'],
    ['   ', '␣␣␣'],
  ])('makes %j visible', (text, shown) => {
    expect(showPlainly(text, 'symbols')).toBe(shown)
  })

  it.each(['👨‍👩‍👧 and 1️⃣', 'می‌خواهم', 'क्‍ष', '葛󠄀', 'Zürich 東京 😀'])(
    'leaves %s alone, where joiners do their work',
    (text) => {
      expect(showPlainly(text, 'symbols')).toBe(text)
    },
  )

  it('shows joiners between other letters', () => {
    expect(showPlainly('pay\u200dpal', 'symbols')).toBe('pay⟨U+200D⟩pal')
  })

  it('breaks lines only where asked, and takes white space of JSON as layout', () => {
    expect(showPlainly('a\nb', 'lines')).toBe('a␊\nb')
    expect(showPlainly(' {\n\t"a": 1} ', 'layout')).toBe(' {\n\t"a": 1} ')
  })

  it('leaves nothing invisible in any text, and covers all of it', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), fc.integer({ min: 1, max: 8 }), (text, isCut, maxParts) => {
        const parts = showText(text, 'symbols', isCut, maxParts)
        expect(parts.length).toBeLessThanOrEqual(maxParts)
        expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        const shown = parts.map((part) => part.shown).join('')
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff\u00ad]/u)
      }),
    )
  })
})

describe('splitLines', () => {
  it('covers the text with lines that are not long and cut no pair', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 9 }), (text, width) => {
        const starts = splitLines(text, width)
        const lines = starts.slice(1).map((end, at) => text.slice(starts[at], end))
        expect(lines.join('')).toBe(text)
        for (const line of lines) {
          expect(line.length).toBeGreaterThan(0)
          expect(line.length).toBeLessThanOrEqual(width)
          expect(line.slice(0, -1)).not.toContain('\n')
        }
        const pairs = [...text].filter((character) => character.length === 2).length
        expect(lines.flatMap((line) => [...line]).filter((character) => character.length === 2).length).toBe(
          pairs,
        )
      }),
    )
  })
})

describe('excerptOf', () => {
  it('shows the surroundings of a match that is far from the beginning', () => {
    const text = `${'a'.repeat(500)}needle${'b'.repeat(500)}`
    const excerpt = excerptOf({ text, isCut: false }, 'needle')
    expect(excerpt.text.startsWith(`${'a'.repeat(20)}needle`)).toBe(true)
    expect(excerpt).toMatchObject({ isCut: true, isCutBefore: true })
  })

  it('begins at the beginning when a match is near', () => {
    expect(excerptOf({ text: `a needle ${'b'.repeat(90)}`, isCut: false }, 'needle')).toMatchObject({
      isCut: false,
      isCutBefore: false,
    })
  })
})
