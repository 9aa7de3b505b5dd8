import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser'
import { type RowKind, rowKinds, rowTableLayout } from '../../shared/metadata-rows'

export class NotJson extends Error {
  readonly reason: 'not-json' | 'cut-off' | 'too-deep'

  constructor(reason: 'not-json' | 'cut-off' | 'too-deep', message: string) {
    super(message)
    this.name = 'NotJson'
    this.reason = reason
  }
}

/** jsonc-parser descends by recursion; this leaves it ample stack in the main process. */
export const deepestNesting = 1_000

const { width, column } = rowTableLayout
/** In dense metadata; a table that turns out too small grows. */
const charactersPerRow = 24
const kindNumber = Object.fromEntries(rowKinds.map((kind, index) => [kind, index])) as Record<RowKind, number>

/**
 * Turns a JSON text into the row table of `metadata-rows.ts` without building objects.
 *
 * Throws `NotJson`: `cut-off` where the text ends too early, `too-deep` below `deepestNesting` levels.
 */
export function tabulateJson(text: string): Int32Array {
  const table = createTableWriter(Math.ceil(text.length / charactersPerRow))
  try {
    visit(
      text,
      {
        onObjectBegin: (offset) => table.open('object', offset),
        onObjectEnd: (offset, length) => table.close(offset + length),
        onArrayBegin: (offset) => table.open('array', offset),
        onArrayEnd: (offset, length) => table.close(offset + length),
        onObjectProperty: (_name, offset, length) => table.key(offset, offset + length),
        onLiteralValue: (value, offset, length) => table.literal(kindOf(value), offset, offset + length),
        onError: (code, offset, length) => {
          throw describeError(text, code, offset, length)
        },
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    )
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new NotJson('too-deep', thrown.message)
    throw thrown
  }
  return table.finish()
}

function describeError(text: string, code: ParseErrorCode, offset: number, length: number): NotJson {
  const name = printParseErrorCode(code)
  // A string also "ends unexpectedly" at a line break inside it; only one that runs into the end was cut off.
  const rest = text.slice(name.startsWith('UnexpectedEndOf') ? offset + length : offset)
  return new NotJson(isBeginning(rest.trim()) ? 'cut-off' : 'not-json', `${name} at ${offset}`)
}

/** True for nothing, and for a word or number that may go on. */
function isBeginning(rest: string): boolean {
  return ['true', 'false', 'null', '-'].some((whole) => whole.startsWith(rest))
}

function kindOf(value: unknown): RowKind {
  if (value === null) return 'null'
  if (typeof value === 'string') return 'string'
  return typeof value === 'boolean' ? 'boolean' : 'number'
}

function createTableWriter(expectedRows: number) {
  let cells = new Int32Array(Math.max(64, expectedRows) * width)
  let rows = 0
  let key: readonly [number, number] = [-1, -1]
  const openRows: { row: number; children: number }[] = []

  function add(kind: RowKind, start: number, end: number): number {
    if ((rows + 1) * width > cells.length) {
      const larger = new Int32Array(cells.length * 2)
      larger.set(cells)
      cells = larger
    }
    const parent = openRows.at(-1)
    const at = rows * width
    cells[at + column.kind] = kindNumber[kind]
    cells[at + column.depth] = openRows.length
    cells[at + column.keyStart] = key[0]
    cells[at + column.keyEnd] = key[1]
    cells[at + column.valueStart] = start
    cells[at + column.valueEnd] = end
    cells[at + column.parent] = parent?.row ?? -1
    cells[at + column.position] = parent ? parent.children++ : 0
    cells[at + column.subtreeEnd] = rows + 1
    key = [-1, -1]
    return rows++
  }

  return {
    key: (start: number, end: number) => {
      key = [start, end]
    },
    literal: (kind: RowKind, start: number, end: number) => {
      add(kind, start, end)
    },
    open: (kind: 'object' | 'array', start: number) => {
      if (openRows.length >= deepestNesting) throw new NotJson('too-deep', `Below ${deepestNesting} levels`)
      openRows.push({ row: add(kind, start, start), children: 0 })
    },
    close: (end: number) => {
      const closed = openRows.pop()
      if (!closed) return
      cells[closed.row * width + column.valueEnd] = end
      cells[closed.row * width + column.subtreeEnd] = rows
    },
    finish: () => cells.slice(0, rows * width),
  }
}
