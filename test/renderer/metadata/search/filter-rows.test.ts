import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRanges, fold } from '../../../../src/renderer/components/text/fold'
import { arrangeRows, cellOf, heading } from '../../../../src/renderer/features/metadata/rows/display-rows'
import { filterRows } from '../../../../src/renderer/features/metadata/search/filter-rows'
import { runSliced, type SlicedWork } from '../../../../src/renderer/features/metadata/search/run-sliced'
import {
  completeIndex,
  createSearchIndex,
  searchRows,
} from '../../../../src/renderer/features/metadata/search/search-index'
import { listVisible } from '../../../../src/renderer/features/metadata/tree/visible-rows'
import { patient, thorough } from '../../../support/property-runs'
import { bodyText } from '../../support/arbitrary-json'
import { finish } from '../../support/finish'
import { documentOf, readNodes } from '../../support/json-nodes'

function search(text: string, typed: string): number[] {
  const matches = finish(searchRows(createSearchIndex(documentOf(text)), fold(typed)))
  return [...matches].flatMap((match, row) => (match ? [row] : []))
}

function filter(text: string, typed: string) {
  const document = documentOf(text)
  const display = arrangeRows(document)
  const needle = fold(typed)
  return {
    display,
    filtered: filterRows(
      display,
      { key: needle, value: needle },
      finish(searchRows(createSearchIndex(document), needle)),
    ),
  }
}

/** A needle that has a chance: a piece of the body, or anything. */
const bodyAndNeedle = bodyText.chain((text) => {
  const words = readNodes(text)
    .flatMap(({ key, kind, start, end }) => [
      key,
      kind === 'string' ? JSON.parse(text.slice(start, end)) : text.slice(start, end),
    ])
    .filter((word): word is string => typeof word === 'string' && word !== '')
  const piece =
    words.length === 0
      ? fc.string({ minLength: 1 })
      : fc.tuple(fc.constantFrom(...words), fc.nat(), fc.nat()).map(([word, from, length]) => {
          const start = from % word.length
          return word.slice(start, start + 1 + (length % 4))
        })
  return fc.tuple(
    fc.constant(text),
    fc.oneof(piece, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 })),
  )
})

describe('searchRows', () => {
  it('finds exactly what looking at every key and value finds', patient, () => {
    fc.assert(
      fc.property(bodyAndNeedle, ([text, typed]) => {
        const needle = fold(typed)
        fc.pre(needle !== '')
        const naive = readNodes(text).filter(({ key, kind, start, end }) => {
          const slice = text.slice(start, end)
          const value =
            kind === 'string' ? JSON.parse(slice) : kind === 'object' || kind === 'array' ? '' : slice
          return fold(key ?? '').includes(needle) || fold(value).includes(needle)
        })
        expect(search(text, typed)).toEqual(naive.map(({ row }) => row))
      }),
      thorough,
    )
  })

  it('ignores case and accents, in what is typed and in what is found', () => {
    const text = '["Ana Jónsdóttir","RÉSUMÉ","Ωμέγας","İstanbul","plain"]'
    expect(search(text, 'jonsdottir')).toEqual([1])
    expect(search(text, 'Résumé')).toEqual([2])
    expect(search(text, 'ωμεγασ')).toEqual([3])
    expect(search(text, 'istanbul')).toEqual([4])
  })

  it('looks at decoded text and at digits as written, and never across a key and its value', () => {
    const text = '{"ab":"cd","\\u0078yz":1.50,"t":true}'
    expect(search(text, 'bc')).toEqual([])
    expect(search(text, 'xyz')).toEqual([2])
    expect(search(text, '1.50')).toEqual([2])
    expect(search(text, 'u0078')).toEqual([])
    expect(search(text, 'TRUE')).toEqual([3])
  })

  it('finds the end of a very long value, also where it was folded in pieces', () => {
    const long = `${'é'.repeat(99_999)}𐐀${'x'.repeat(150_000)}needle`
    const text = `["a","${long}","b"]`
    expect(search(text, 'needle')).toEqual([2])
    expect(search(text, 'e𐐨x')).toEqual([2])
  })

  it('makes an index once, also when a search overtakes its preparation', () => {
    const items = Array.from({ length: 3_000 }, (_, at) => `"v${at}"`)
    const text = `["${'x'.repeat(300_000)}",${items.join(',')}]`
    const alone = createSearchIndex(documentOf(text))
    finish(completeIndex(alone))
    const shared = createSearchIndex(documentOf(text))
    const preparation = completeIndex(shared)
    preparation.next()
    const found = finish(searchRows(shared, 'v2999'))
    finish(preparation)
    expect([found.indexOf(1), found.lastIndexOf(1)]).toEqual([3_001, 3_001])
    expect(shared.chunks).toEqual(alone.chunks)
  })
})

describe('filterRows', () => {
  it('shows matches with their ancestors, opened, and nothing else', patient, () => {
    fc.assert(
      fc.property(bodyAndNeedle, ([text, typed]) => {
        fc.pre(fold(typed) !== '')
        const { display, filtered } = filter(text, typed)
        const visible = [...listVisible(display, filtered.open, filtered.shown)]
        const wanted = new Set<number>()
        for (let id = 0; id < display.count; id++) {
          if (filtered.matches[id]) for (let at = id; at >= 0; at = cellOf(display.parent, at)) wanted.add(at)
        }
        expect(visible).toEqual([...wanted].sort((one, other) => one - other))
        const fields = search(text, typed).filter((row) => {
          const id = display.source.indexOf(row)
          return id >= 0 && display.heading[id] === heading.none
        })
        const matching = visible.filter((id) => filtered.matches[id])
        expect(matching.map((id) => cellOf(display.source, id)).sort((one, other) => one - other)).toEqual(
          fields,
        )
        expect(matching.length).toBe(filtered.matchCount)
      }),
      thorough,
    )
  })

  it('does not count headings as fields', () => {
    const { display, filtered } = filter(
      '{"assetMetadata":{"dc:title":"x","dc:asset":"metadata"}}',
      'assetmetadata',
    )
    expect(filtered.matchCount).toBe(0)
    expect(display.heading[0]).toBe(heading.section)
  })

  it('keeps what is below a matching field, closed, so that it can be opened', () => {
    const { display, filtered } = filter('{"history":[{"when":1}],"other":2}', 'history')
    expect([...listVisible(display, filtered.open, filtered.shown)]).toEqual([0])
    expect([
      ...listVisible(
        display,
        filtered.open.map(() => 1),
        filtered.shown,
      ),
    ]).toEqual([0, 1, 2])
  })

  it('numbers rows among those that are shown', () => {
    const { display, filtered } = filter('["a","b","ab"]', 'b')
    expect([filtered.topCount, ...[1, 2].map((id) => cellOf(filtered.position, id))]).toEqual([2, 0, 1])
    expect(display.topCount).toBe(3)
  })
})

describe('findRanges', () => {
  it('marks stretches that fold to what was looked for', () => {
    expect(findRanges('Café CAFÉ', 'cafe', 9)).toEqual([
      { start: 0, end: 4 },
      { start: 5, end: 9 },
    ])
    expect(findRanges('cafe\u0301s', 'cafe', 9)).toEqual([{ start: 0, end: 5 }])
    expect(findRanges('한국', fold('하'), 9)).toEqual([{ start: 0, end: 1 }])
    expect(findRanges('aaaa', 'a', 2)).toHaveLength(2)
  })

  it('finds as many as folding finds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }),
        (text, typed) => {
          const needle = fold(typed)
          fc.pre(needle !== '')
          const ranges = findRanges(text, needle, Number.POSITIVE_INFINITY)
          expect(ranges.length).toBe(fold(text).split(needle).length - 1)
          for (const { start, end } of ranges) expect(fold(text.slice(start, end))).toContain(needle)
        },
      ),
    )
  })
})

describe('runSliced', () => {
  it('lets other tasks run during long work', async () => {
    let others = 0
    const counting = setInterval(() => others++, 0)
    function* long(): SlicedWork<string> {
      while (others < 3) yield
      return 'done'
    }
    expect(await runSliced(long(), new AbortController().signal)).toBe('done')
    clearInterval(counting)
  })

  it('gives work up when a newer one takes its place', async () => {
    const control = new AbortController()
    function* endless(): SlicedWork<string> {
      for (;;) yield
    }
    const result = runSliced(endless(), control.signal)
    control.abort()
    expect(await result).toBeUndefined()
  })
})
