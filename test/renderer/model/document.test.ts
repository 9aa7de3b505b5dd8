import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeStart,
  keyOf,
  valueStartOf,
  valueTokenOf,
  wholeValueOf,
} from '../../../src/renderer/model/document/document'
import { pathOf, pointerOf } from '../../../src/renderer/model/document/json-pointer'
import { patient, thorough } from '../../support/property-runs'
import { bodyText, hardDigits } from '../support/arbitrary-json'
import { documentOf, type JsonNode, readNodes } from '../support/json-nodes'

/** What a JSON Pointer points to: several values where keys are duplicate. */
function resolve(root: JsonNode, pointer: string): readonly JsonNode[] {
  const steps = pointer.split('/').slice(1)
  return steps.reduce<readonly JsonNode[]>(
    (found, step) => {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
      return found.flatMap((node) =>
        node.children.filter((child) => (child.key ?? String(child.position)) === key),
      )
    },
    [root],
  )
}

describe('values of a body', () => {
  it('copies every value exactly: strings decoded, all else as in the text', patient, () => {
    fc.assert(
      fc.property(bodyText, (text) => {
        const document = documentOf(text)
        const nodes = readNodes(text)
        const copied = nodes.map(({ row }) => [
          keyOf(document, row),
          valueTokenOf(document, row),
          wholeValueOf(document, row),
        ])
        const expected = nodes.map(({ key, kind, start, end }) => {
          const slice = text.slice(start, end)
          return [key, slice, kind === 'string' ? JSON.parse(slice) : slice]
        })
        expect(copied).toEqual(expected)
      }),
      thorough,
    )
  })

  it('keeps digits that no number type holds', () => {
    const document = documentOf(`[${hardDigits.join(', ')}]`)
    expect(hardDigits.map((_, at) => wholeValueOf(document, at + 1))).toEqual(hardDigits)
  })

  it('shows the beginning of a long value without an escape or a pair cut in two', patient, () => {
    fc.assert(
      fc.property(bodyText, fc.nat({ max: 12 }), (text, limit) => {
        const document = documentOf(text)
        const starts = readNodes(text).map(({ row }) => ({
          whole: wholeValueOf(document, row),
          ...valueStartOf(document, row, limit),
        }))
        const wrong = starts.filter(
          ({ whole, text: start, isCut }) =>
            !whole.startsWith(start) || isCut !== (start !== whole) || (isCut && start.length > limit),
        )
        expect(wrong).toEqual([])
      }),
      thorough,
    )
    expect(decodeStart('"ab😀cd"', 3)).toEqual({ text: 'ab', isCut: true })
    expect(decodeStart('"ab\\ud83d\\ude00cd"', 3)).toEqual({ text: 'ab', isCut: true })
  })
})

describe('pointerOf', () => {
  it('resolves to the row that it was made for', patient, () => {
    fc.assert(
      fc.property(bodyText, (text) => {
        const document = documentOf(text)
        const [root, ...nodes] = readNodes(text)
        const lost = nodes.filter(
          (node) => !root || !resolve(root, pointerOf(document, node.row)).includes(node),
        )
        expect(lost).toEqual([])
      }),
      thorough,
    )
  })

  it('escapes as RFC 6901 says', () => {
    const document = documentOf('{"assetMetadata":{"dc:title":["x"],"a/b~1c":1,"":{"":2}}}')
    expect([2, 3, 4, 6].map((row) => pointerOf(document, row))).toEqual([
      '/assetMetadata/dc:title',
      '/assetMetadata/dc:title/0',
      '/assetMetadata/a~1b~01c',
      '/assetMetadata//',
    ])
    expect(pointerOf(document, 0)).toBe('')
    expect(pathOf(document, 3)).toEqual(['assetMetadata', 'dc:title', 0])
  })
})
