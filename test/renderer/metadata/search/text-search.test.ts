import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRanges, fold } from '../../../../src/renderer/components/text/fold'
import { firstAbove, searchText } from '../../../../src/renderer/features/metadata/search/text-search'
import { finish } from '../../support/finish'

function search(text: string, typed: string) {
  const { starts, ends } = finish(searchText(text, fold(typed)))
  return [...starts].map((start, index) => text.slice(start, ends[index]))
}

describe('searchText', () => {
  it('finds without case and accents, in order', () => {
    expect(search('{"a":"Ålesund","b":"ALESUND"}', 'alesund')).toEqual(['Ålesund', 'ALESUND'])
    expect(search('abc', '')).toEqual([])
  })

  it('finds what lies across the pieces in which it searches', () => {
    const text = `${'x'.repeat(99_997)}needle${'é'.repeat(99_990)}NÉEDLE`
    expect(search(text, 'needle')).toEqual(['needle', 'NÉEDLE'])
  })

  it.each([
    ['{"a":"Caf\\u00e9 caf\\u00C9"}', 'café', ['Caf\\u00e9', 'caf\\u00C9']],
    ['"say \\"hi\\""', 'say "hi"', ['say \\"hi\\"']],
    ['"a\\/b \\ud83d\\ude00"', 'b 😀', ['b \\ud83d\\ude00']],
    ['"caf\\u00e9"', '\\u00e9', ['\\u00e9']],
    ['"caf\\\\u00f8"', 'ø', []],
    ['"e\\u0301s e"', 'es', ['e\\u0301s']],
    ['"\\q \\u12 é"', 'é', ['é']],
  ])('finds in %s what its escapes mean, and what is written', (text, typed, found) => {
    expect(search(text, typed)).toEqual(found)
  })

  it('finds escapes that lie across the pieces in which it searches', () => {
    function at(length: number) {
      return `${'x'.repeat(length)}\\u00f8\\\\u00f8${'x'.repeat(50)}`
    }
    const lengths = Array.from({ length: 20 }, (_, index) => 99_985 + index)
    expect(lengths.map((length) => search(at(length), 'ø'))).toEqual(lengths.map(() => ['\\u00f8']))
  })

  it('finds the same as searching all at once', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 99_980, max: 100_010 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀', 'ß') }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀'), minLength: 1, maxLength: 3 }),
        (length, tail, typed) => {
          const text = 'c'.repeat(length) + tail
          const { starts } = finish(searchText(text, fold(typed)))
          const naive = findRanges(text, fold(typed), Number.POSITIVE_INFINITY).map(({ start }) => start)
          expect([...starts]).toEqual(naive)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('firstAbove', () => {
  it('is the place of the first greater number', () => {
    const numbers = Int32Array.from([1, 3, 3, 7])
    expect([0, 1, 3, 6, 7].map((value) => firstAbove(numbers, value))).toEqual([0, 1, 3, 3, 4])
  })
})
