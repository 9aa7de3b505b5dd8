import { childRows, rowParent, rowPosition, rowTableLayout } from '../../../shared/metadata-rows'
import { keyOf, type MetadataDocument } from './document'

/** From the document's first level down to the row: keys of fields, positions of list items. */
export function pathOf(document: MetadataDocument, row: number): readonly (string | number)[] {
  const path: (string | number)[] = []
  for (let at = row; rowParent(document.rows, at) >= 0; at = rowParent(document.rows, at)) {
    path.push(keyOf(document, at) ?? rowPosition(document.rows, at))
  }
  return path.reverse()
}

/** The row that a path leads to, of equal keys the last; -1 where there is none. */
export function rowAtPath(document: MetadataDocument, path: readonly (string | number)[]): number {
  let at = 0
  for (const step of path) {
    let found = -1
    for (const child of childRows(document.rows, at)) {
      if ((keyOf(document, child) ?? rowPosition(document.rows, child)) === step) found = child
    }
    if (found < 0) return -1
    at = found
  }
  return at
}

/** The rows that several paths lead to, in one pass over the members on the way. What is not there has none. */
export function rowsAtPaths(
  document: MetadataDocument,
  paths: readonly (readonly (string | number)[])[],
  from = 0,
): number[] {
  const wanted = new Map<string | number, (readonly (string | number)[])[]>()
  for (const [step, ...rest] of paths) {
    if (step === undefined) continue
    const others = wanted.get(step)
    if (others === undefined) wanted.set(step, [rest])
    else others.push(rest)
  }
  const here = wanted.size < paths.length && paths.some(({ length }) => length === 0) ? [from] : []
  if (wanted.size === 0) return here
  const found = new Map<string | number, number>()
  const mayBe = keysOfLengths(document, new Set([...wanted.keys()].map((step) => String(step).length)))
  for (const child of childRows(document.rows, from)) {
    if (!mayBe(child)) continue
    const step = keyOf(document, child) ?? rowPosition(document.rows, child)
    if (wanted.has(step)) found.set(step, child)
  }
  const below = [...found].flatMap(([step, row]) => rowsAtPaths(document, wanted.get(step) ?? [], row))
  return [...here, ...below]
}

/**
 * Tells keys that can't be meant without reading them: after each step of editing, two are looked for among 200,000. For rows in their
 * order; a key with an escape is longer than it reads.
 */
function keysOfLengths({ text, rows }: MetadataDocument, lengths: ReadonlySet<number>) {
  const { width, column } = rowTableLayout
  let nextEscape = text.indexOf('\\')
  return (row: number): boolean => {
    const start = rows[row * width + column.keyStart] ?? -1
    const end = rows[row * width + column.keyEnd] ?? -1
    if (start < 0) return true
    if (nextEscape >= 0 && nextEscape < start) nextEscape = text.indexOf('\\', start)
    const isPlain = nextEscape < 0 || nextEscape >= end
    return !isPlain || lengths.has(end - start - 2)
  }
}

/** RFC 6901. Of two fields with the same key, both have the same pointer. */
export function pointerOf(document: MetadataDocument, row: number): string {
  return pathOf(document, row).map(pointerStep).join('')
}

export function pointerStep(step: string | number): string {
  return `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** RFC 9535, as a normalized path: it names this one value, unless keys appear twice. */
export function jsonPathOf(document: MetadataDocument, row: number): string {
  return `$${pathOf(document, row)
    .map((step) => (typeof step === 'number' ? `[${step}]` : `['${escapeForJsonPath(step)}']`))
    .join('')}`
}

const shortEscapes: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  "'": "\\'",
  '\\': '\\\\',
}

/** A normalized path escapes what JSON escapes, but the apostrophe instead of the quotation mark. */
function escapeForJsonPath(key: string): string {
  return key.replace(
    /[\x00-\x1f'\\]|\p{Cs}/gu,
    (character) => shortEscapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Keys joined by dots, as scripts write them; other keys are JSON strings in brackets. */
export function dottedPathOf(document: MetadataDocument, row: number): string {
  return pathOf(document, row)
    .map((step, depth) => {
      if (typeof step === 'number') return `[${step}]`
      if (!/^[\p{L}\p{N}_$:@~-]+$/u.test(step)) return `[${JSON.stringify(step)}]`
      return depth === 0 ? step : `.${step}`
    })
    .join('')
}
