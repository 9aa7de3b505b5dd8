import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  arrangeRows,
  cellOf,
  childIds,
  countFields,
  type DisplayRows,
  type Grouping,
  groupings,
  heading,
} from '../../../../src/renderer/features/metadata/rows/display-rows'
import { meaningOf } from '../../../../src/renderer/features/metadata/rows/meaning-groups'
import { keyOf } from '../../../../src/renderer/model/document/document'
import { patient, thorough } from '../../../support/property-runs'
import { bodyText } from '../../support/arbitrary-json'
import { documentOf, readNodes } from '../../support/json-nodes'

function arrange(text: string, grouping?: Grouping) {
  return arrangeRows(documentOf(text), grouping)
}
function ids(display: DisplayRows) {
  return Array.from({ length: display.count }, (_, id) => id)
}

/** The display as indented lines: [section], <group>, key. */
function outline(display: DisplayRows): string[] {
  return ids(display).map((id) => {
    const indent = '  '.repeat(cellOf(display.level, id) - 1)
    const source = cellOf(display.source, id)
    if (display.heading[id] === heading.namespace) return `${indent}<${display.namespaces.get(id)}>`
    if (display.heading[id] === heading.meaning) return `${indent}<${display.meanings.get(id)}>`
    const key = keyOf(display.document, source) ?? '-'
    return display.heading[id] === heading.section ? `${indent}[${key}]` : `${indent}${key}`
  })
}

describe('arrangeRows', () => {
  it('puts asset metadata first, by namespace in order of first appearance, and loses no other member', () => {
    const display = arrange(
      '{"assetId":"u","repositoryMetadata":{"repo:size":1,"dc:format":"x"},' +
        '"assetMetadata":{"xmp:A":1,"dc:title":["t"],"monkey":2,"xmp:B":3,":odd":4},"extra":{"a":1}}',
    )
    expect(outline(display)).toEqual([
      '[assetMetadata]',
      '  <xmp>',
      '    xmp:A',
      '    xmp:B',
      '  <dc>',
      '    dc:title',
      '      -',
      '  <null>',
      '    monkey',
      '    :odd',
      '[repositoryMetadata]',
      '  repo:size',
      '  dc:format',
      'assetId',
      'extra',
      '  a',
    ])
  })

  it('understands escapes in prefixes and in the names of sections', () => {
    const display = arrange('{"asset\\u004detadata":{"dc:a":1,"\\u0064c\\u003ab":2}}')
    expect(outline(display)).toEqual(['[assetMetadata]', '  <dc>', '    dc:a', '    dc:b'])
  })

  it.each([
    ['[1,{"a":2}]', ['-', '-', '  a']],
    ['"text"', ['-']],
    ['{}', ['-']],
    ['{"assetMetadata":null,"b":[]}', ['assetMetadata', 'b']],
    ['{"assetMetadata":{}}', ['[assetMetadata]']],
  ])('shows %s as it is', (text, lines) => {
    expect(outline(arrange(text))).toEqual(lines)
  })

  it('makes a section of each of two members with the same name', () => {
    const display = arrange('{"assetMetadata":{"a:b":1},"assetMetadata":{"c:d":2}}')
    expect(outline(display).filter((line) => line.startsWith('['))).toEqual([
      '[assetMetadata]',
      '[assetMetadata]',
    ])
  })

  it('brings fields together by what they are about, in sections as before', () => {
    const display = arrange(
      '{"assetId":"u","repositoryMetadata":{"repo:size":1,"repo:path":"p"},' +
        '"assetMetadata":{"acme:A":1,"dc:rights":"r","xmpRights:Marked":true,"exif:FNumber":"8/1","dc:title":"t"}}',
      'meaning',
    )
    expect(outline(display)).toEqual([
      '[assetMetadata]',
      '  <description>',
      '    dc:title',
      '  <rights>',
      '    dc:rights',
      '    xmpRights:Marked',
      '  <camera>',
      '    exif:FNumber',
      '  <other>',
      '    acme:A',
      '[repositoryMetadata]',
      '  <technical>',
      '    repo:size',
      '  <files>',
      '    repo:path',
      'assetId',
    ])
  })

  it('puts each field into the one group that its key belongs to', patient, () => {
    fc.assert(
      fc.property(bodyText, (text) => {
        const display = arrange(text, 'meaning')
        const placed = [...display.meanings].flatMap(([group, meaning]) =>
          [...childIds(display, group)].map((field) => ({ field, meaning })),
        )
        const meant = placed.map(({ field }) =>
          meaningOf(keyOf(display.document, cellOf(display.source, field)) ?? ''),
        )
        expect(placed.map(({ meaning }) => meaning)).toEqual(meant)
      }),
      thorough,
    )
  })

  it.each(groupings)('folds the marker of a list type into its field, by %s', (grouping) => {
    const display = arrange(
      '{"assetMetadata":{"dc:title_xmpArrayType":"rdf:Alt","dc:title":["a","b"],"dc:x_xmpArrayType":"rdf:Seq"}}',
      grouping,
    )
    const title =
      ids(display).find((id) => keyOf(display.document, cellOf(display.source, id)) === 'dc:title') ?? -1
    expect(outline(display).map((line) => line.trim())).toContain('dc:x_xmpArrayType')
    expect(
      [...childIds(display, title)].map((id) => keyOf(display.document, cellOf(display.source, id))),
    ).toEqual([null, null, 'dc:title_xmpArrayType'])
    expect(countFields(display, title)).toBe(2)
    expect(cellOf(display.position, title + 2)).toBe(1)
  })

  it.each(groupings)(
    'shows every value of any body exactly once, in its order, by %s',
    patient,
    (grouping) => {
      fc.assert(
        fc.property(bodyText, (text) => {
          const nodes = readNodes(text)
          const display = arrange(text, grouping)
          const markers = new Set([...display.markers.values()].flat())
          const sources = [...display.source].filter((source) => source >= 0)
          const isRootShown = nodes[0]?.children.length === 0
          expect([...sources].sort((one, other) => one - other)).toEqual(
            nodes.map(({ row }) => row).slice(isRootShown ? 0 : 1),
          )
          const below = ids(display).map((id) =>
            [...childIds(display, id)]
              .filter((child) => !markers.has(child))
              .map((child) => cellOf(display.source, child))
              .filter((source) => source >= 0),
          )
          expect(below).toEqual(below.map((inOrder) => [...inOrder].sort((one, other) => one - other)))
        }),
        thorough,
      )
    },
  )

  it.each(groupings)('keeps its columns in agreement, by %s', patient, (grouping) => {
    fc.assert(
      fc.property(bodyText, (text) => {
        const display = arrange(text, grouping)
        const parents = [-1, ...ids(display)]
        const below = parents.map((parent) => [...childIds(display, parent)])
        expect([display.topCount, ...display.childCount]).toEqual(below.map(({ length }) => length))
        const placed = parents.flatMap((parent, at) =>
          (below[at] ?? []).map((child, position) => ({
            child,
            parent,
            position,
            level: parent < 0 ? 1 : cellOf(display.level, parent) + 1,
          })),
        )
        const cells = placed.map(({ child }) => ({
          child,
          parent: cellOf(display.parent, child),
          position: cellOf(display.position, child),
          level: cellOf(display.level, child),
        }))
        expect(cells).toEqual(placed)
        expect(placed.length).toBe(display.count)
        expect(display.fieldCount).toBe(display.heading.filter((kind) => kind === heading.none).length)
      }),
      thorough,
    )
  })

  it('takes 200,000 fields of one object and 100,000 namespaces', patient, () => {
    const wide = `{"assetMetadata":{${Array.from({ length: 200_000 }, (_, at) => `"dc:f${at}":${at}`).join(',')}}}`
    expect(arrange(wide).fieldCount).toBe(200_000)
    const spread = `{"assetMetadata":{${Array.from({ length: 100_000 }, (_, at) => `"n${at}:f":${at}`).join(',')}}}`
    const display = arrange(spread)
    expect(display.namespaces.size).toBe(100_000)
    expect(countFields(display, 0)).toBe(100_000)
  })

  it('takes a body nested 5,000 levels deep', () => {
    const display = arrange(`${'[{"a":'.repeat(2_500)}1${'}]'.repeat(2_500)}`)
    expect(cellOf(display.level, display.count - 1)).toBe(5_000)
  })
})
