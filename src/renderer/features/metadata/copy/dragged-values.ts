import { valueTokenOf } from '../../../model/document/document'
import { cellOf, type DisplayRows } from '../rows/display-rows'
import { partsOf } from './copied-text'

/** Gives a drag the values of rows: as text, and that of one row also as JSON, with its digits. */
export function putValues(data: DataTransfer, display: DisplayRows, ids: readonly number[]): void {
  const text = partsOf(display, ids, 'value')
  if (text === null) return
  data.effectAllowed = 'copy'
  data.setData('text/plain', text)
  const [only] = ids
  if (ids.length !== 1 || only === undefined) return
  data.setData('application/json', valueTokenOf(display.document, cellOf(display.source, only)))
}
