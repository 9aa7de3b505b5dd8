import type { CopiedPart } from '../../../../shared/metadata'
import { keyOf, kindOf, valueTokenOf, wholeValueOf } from '../../../model/document/document'
import { dottedPathOf, jsonPathOf, pointerOf } from '../../../model/document/json-pointer'
import { cellOf, type DisplayRows } from '../rows/display-rows'

/** What a part of a row is as plain text; null where the row has no such part. */
export function partOf(display: DisplayRows, id: number, part: CopiedPart): string | null {
  const source = cellOf(display.source, id)
  if (source < 0) return null
  const { document } = display
  switch (part) {
    case 'value':
      return wholeValueOf(document, source)
    case 'key':
      return keyOf(document, source)
    case 'pointer':
      return pointerOf(document, source)
    case 'jsonPath':
      return jsonPathOf(document, source)
    case 'dottedPath':
      return dottedPathOf(document, source)
    case 'keyValue': {
      const key = keyOf(document, source)
      return key === null ? null : `${key}: ${wholeValueOf(document, source)}`
    }
    case 'json':
      return valueTokenOf(document, source)
  }
}

/** A part of several rows, each on a line of its own; rows without it are left out. Null where none has it. */
export function partsOf(display: DisplayRows, ids: readonly number[], part: CopiedPart): string | null {
  const lines = ids.map((id) => partOf(display, id, part)).filter((line) => line !== null)
  return lines.length === 0 ? null : lines.join('\n')
}

/** The same as JSON text, in which every character can be escaped. */
export function asJsonText(
  display: DisplayRows,
  ids: readonly number[],
  part: CopiedPart,
  text: string,
): string {
  const [only] = ids
  const source = ids.length === 1 && only !== undefined ? cellOf(display.source, only) : -1
  const isOwnText = source >= 0 && part === 'value' && kindOf(display.document, source) !== 'string'
  return isOwnText ? valueTokenOf(display.document, source) : JSON.stringify(text)
}
