import { type RowKind, rowKinds, rowTableLayout } from '../../../src/shared/metadata-rows'

/** A value of a JSON text, found without the program's own parser. Offsets into the text. */
export type JsonNode = {
  readonly row: number
  readonly depth: number
  readonly parent: number
  readonly position: number
  readonly kind: RowKind
  /** Decoded. */
  readonly key: string | null
  readonly keySpan: readonly [number, number]
  readonly start: number
  end: number
  subtreeEnd: number
  readonly children: JsonNode[]
}

const kindByFirst: Readonly<Record<string, RowKind>> = {
  '{': 'object',
  '[': 'array',
  '"': 'string',
  t: 'boolean',
  f: 'boolean',
  n: 'null',
}

/** All values of a JSON text in its order. The text must be correct. */
export function readNodes(text: string): readonly JsonNode[] {
  const nodes: JsonNode[] = []
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g
  const open: JsonNode[] = []
  let key: { text: string; span: readonly [number, number] } | null = null
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const [word] = token
    const end = tokens.lastIndex
    const parent = open.at(-1)
    if (word === '}' || word === ']') {
      const closed = open.pop()
      if (closed) Object.assign(closed, { end, subtreeEnd: nodes.length })
    } else if (word === ',' || word === ':') {
    } else if (parent?.kind === 'object' && !key) {
      key = { text: JSON.parse(word), span: [token.index, end] }
    } else {
      const node: JsonNode = {
        row: nodes.length,
        depth: open.length,
        parent: parent?.row ?? -1,
        position: parent?.children.length ?? 0,
        kind: kindByFirst[word[0] ?? ''] ?? 'number',
        key: key?.text ?? null,
        keySpan: key?.span ?? [-1, -1],
        start: token.index,
        end,
        subtreeEnd: nodes.length + 1,
        children: [],
      }
      key = null
      nodes.push(node)
      parent?.children.push(node)
      if (node.kind === 'object' || node.kind === 'array') open.push(node)
    }
  }
  return nodes
}

/** The row table of a JSON text, as the main process sends it. */
export function tabulate(text: string): Int32Array {
  const { width, column } = rowTableLayout
  const nodes = readNodes(text)
  const rows = new Int32Array(nodes.length * width)
  for (const node of nodes) {
    const at = node.row * width
    rows[at + column.kind] = rowKinds.indexOf(node.kind)
    rows[at + column.depth] = node.depth
    rows[at + column.keyStart] = node.keySpan[0]
    rows[at + column.keyEnd] = node.keySpan[1]
    rows[at + column.valueStart] = node.start
    rows[at + column.valueEnd] = node.end
    rows[at + column.parent] = node.parent
    rows[at + column.position] = node.position
    rows[at + column.subtreeEnd] = node.subtreeEnd
  }
  return rows
}

export function documentOf(text: string) {
  return { text, rows: tabulate(text) }
}
