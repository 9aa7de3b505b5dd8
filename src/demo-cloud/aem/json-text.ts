import { type Node, parseTree } from 'jsonc-parser'

/**
 * Edits of JSON as text. Metadata must keep every digit, duplicate key and odd escape that an edit does not touch, and
 * a round trip through JavaScript values would lose them. jsonc-parser's own `modify` is not used: it serialises new
 * values with JSON.stringify, and it leaves the last item behind when removing it from a compact array.
 */
export interface JsonDocument {
  text: string
  root: Node
}

/** @throws SyntaxError when the text is not strict JSON. */
export function parseDocument(text: string): JsonDocument {
  JSON.parse(text)
  const root = parseTree(text)
  if (root === undefined) throw new SyntaxError('Empty document')
  return { text, root }
}

/** The value's own text. */
export function textOf({ text }: JsonDocument, node: Node): string {
  return text.slice(node.offset, node.offset + node.length)
}

/** Members of an object as pairs, in their order, duplicates included. */
export function membersOf(node: Node): { key: string; value: Node; property: Node }[] {
  return (node.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? []
    return key !== undefined && value !== undefined ? [{ key: String(key.value), value, property }] : []
  })
}

/** Last member wins, as in JSON.parse. */
export function memberOf(node: Node, key: string): { value: Node; property: Node } | undefined {
  return membersOf(node).findLast((member) => member.key === key)
}

export function replaceValue(document: JsonDocument, node: Node, valueText: string): JsonDocument {
  return splice(document, node.offset, node.offset + node.length, valueText)
}

/** Adds an item or a property at the given position among its siblings. */
export function insertChild(
  document: JsonDocument,
  container: Node,
  index: number,
  childText: string,
): JsonDocument {
  const children = container.children ?? []
  const next = children[index]
  if (next !== undefined) return splice(document, next.offset, next.offset, `${childText},`)
  const previous = children.at(-1)
  if (previous !== undefined) return splice(document, endOf(previous), endOf(previous), `,${childText}`)
  return splice(document, container.offset + 1, container.offset + 1, childText)
}

/** Removes an item or a property together with one of its commas. */
export function removeChild(document: JsonDocument, container: Node, child: Node): JsonDocument {
  const children = container.children ?? []
  const index = children.indexOf(child)
  const next = children[index + 1]
  const previous = children[index - 1]
  if (next !== undefined) return splice(document, child.offset, next.offset, '')
  return splice(document, previous === undefined ? child.offset : endOf(previous), endOf(child), '')
}

/** Equality in the sense of RFC 6902 section 4.6, without rounding numbers that a double cannot hold. */
export function sameValue(a: JsonDocument, nodeA: Node, b: JsonDocument, nodeB: Node): boolean {
  if (nodeA.type !== nodeB.type) return false
  if (nodeA.type === 'number') return sameNumber(textOf(a, nodeA), textOf(b, nodeB))
  if (nodeA.type === 'array') {
    const itemsB = nodeB.children ?? []
    const itemsA = nodeA.children ?? []
    return (
      itemsA.length === itemsB.length &&
      itemsA.every((item, index) => {
        const other = itemsB[index]
        return other !== undefined && sameValue(a, item, b, other)
      })
    )
  }
  if (nodeA.type === 'object') {
    const membersA = membersOf(nodeA)
    return (
      membersA.length === membersOf(nodeB).length &&
      membersA.every(({ key, value }) => {
        const other = memberOf(nodeB, key)
        return other !== undefined && sameValue(a, value, b, other.value)
      })
    )
  }
  return nodeA.value === nodeB.value
}

/** Up to 15 digits survive a double; with more, only the same text is surely the same number. */
function sameNumber(a: string, b: string): boolean {
  function isShort(text: string): boolean {
    return text.replace(/\D/g, '').length <= 15
  }
  return a === b || (isShort(a) && isShort(b) && Number(a) === Number(b))
}

function endOf(node: Node): number {
  return node.offset + node.length
}

function splice({ text }: JsonDocument, from: number, to: number, replacement: string): JsonDocument {
  return parseDocument(text.slice(0, from) + replacement + text.slice(to))
}
