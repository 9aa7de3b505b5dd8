import { keyStartOf } from '../../../model/document/document'
import { cellOf, type DisplayRows } from '../rows/display-rows'
import { indexOfRow } from './visible-rows'

/** A pause this long starts a new word. */
export const typeaheadPauseMs = 600

const longestKey = 200

/** True where `label` begins with what was typed, by the collation of the user's language. */
type StartsWith = (label: string) => boolean

/**
 * The next visible row whose key, or the part of it behind the namespace, begins with what was typed; null if none
 * does. One character moves on from the active row, more characters may stay on it.
 */
export function findByTyping(
  display: DisplayRows,
  visible: Int32Array,
  activeId: number,
  typed: string,
  collator: Intl.Collator,
): number | null {
  const matches = startsWith(typed, collator)
  const start = Math.max(0, indexOfRow(visible, activeId)) + ([...typed].length === 1 ? 1 : 0)
  for (let step = 0; step < visible.length; step++) {
    const id = cellOf(visible, (start + step) % visible.length)
    const label = labelOf(display, id)
    if (matches(label) || matches(label.slice(label.indexOf(':') + 1))) return id
  }
  return null
}

function labelOf(display: DisplayRows, id: number): string {
  const source = cellOf(display.source, id)
  if (source < 0) return display.namespaces.get(id) ?? ''
  return keyStartOf(display.document, source, longestKey)?.text ?? ''
}

function startsWith(typed: string, collator: Intl.Collator): StartsWith {
  const wanted = typed.normalize('NFC')
  const first = wanted.charCodeAt(0) | 0x20
  const isLatin = first >= 0x61 && first <= 0x7a
  return (label) => {
    const unit = label.charCodeAt(0)
    // Most keys differ in their first letter, and comparing letters is far cheaper than collation.
    if (isLatin && unit < 0x80 && (unit | 0x20) !== first) return false
    return label !== '' && collator.compare(label.normalize('NFC').slice(0, wanted.length), wanted) === 0
  }
}
