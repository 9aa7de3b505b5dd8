import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeStart,
  keyOf,
  valueStartOf,
  valueTokenOf,
  wholeValueOf,
} from '../../../src/renderer/features/metadata/tree/document'
import { pathOf, pointerOf } from '../../../src/renderer/features/metadata/tree/json-pointer'
import { bodyText } from './arbitrary-json'
import { documentOf, type JsonNode, readNodes } from './json-nodes'

/** What a JSON Pointer points to: several values where keys are duplicate. */
const resolve = (root: JsonNode, pointer: string): readonly JsonNode[] => {
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
  it('copies every value exactly: strings decoded, all else as in the text', () => {
    fc.assert(
      fc.property(bodyText, (text) => {
        const document = documentOf(text)
        for (const node of readNodes(text)) {
          const slice = text.slice(node.start, node.end)
          expect(valueTokenOf(document, node.row)).toBe(slice)
          expect(wholeValueOf(document, node.row)).toBe(node.kind === 'string' ? JSON.parse(slice) : slice)
          expect(keyOf(document, node.row)).toBe(node.key)
        }
      }),
    )
  })

  it('keeps digits that no number type holds', () => {
    const digits = [
      '1.0',
      '1E2',
      '-0',
      '1e400',
      '-1e400',
      '1e-400',
      '18446744073709551615',
      '0.1000000000000000055',
    ]
    const document = documentOf(`[${digits.join(', ')}]`)
    expect(digits.map((_, at) => wholeValueOf(document, at + 1))).toEqual(digits)
  })

  it('shows the beginning of a long value without an escape or a pair cut in two', () => {
    fc.assert(
      fc.property(bodyText, fc.nat({ max: 12 }), (text, limit) => {
        const document = documentOf(text)
        for (const { row } of readNodes(text)) {
          const whole = wholeValueOf(document, row)
          const start = valueStartOf(document, row, limit)
          expect(whole.startsWith(start.text)).toBe(true)
          expect(start.isCut).toBe(start.text !== whole)
          if (start.isCut) expect(start.text.length).toBeLessThanOrEqual(limit)
        }
      }),
    )
    expect(decodeStart('"ab😀cd"', 3)).toEqual({ text: 'ab', isCut: true })
    expect(decodeStart('"ab\\ud83d\\ude00cd"', 3)).toEqual({ text: 'ab', isCut: true })
  })
})

describe('pointerOf', () => {
  it('resolves to the row that it was made for', () => {
    fc.assert(
      fc.property(bodyText, (text) => {
        const document = documentOf(text)
        const nodes = readNodes(text)
        const root = nodes[0]
        if (root)
          for (const node of nodes) expect(resolve(root, pointerOf(document, node.row))).toContain(node)
      }),
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
