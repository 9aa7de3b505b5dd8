import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { PlainText } from '../../components/text/shown-text'
import { useMessages } from '../../language/messages'
import { kindOf, type MetadataDocument, valueStartOf, valueTokenOf } from '../../model/document/document'
import type { FieldCell } from './comparison/compare-fields'
import messages from './messages/en.json'

/** Characters of a value in a row that is closed, and in one that is open. */
const mostClosed = 160
const mostOpen = 4_000

const closed = style({ lineClamp: 3, overflowWrap: 'anywhere' })
const open = style({ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' })
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' })

export type ComparisonValueProps = {
  /** null where the asset could not be read. */
  document: MetadataDocument | null
  cell: FieldCell | null
  isOpen: boolean
  /** The values are of different kinds: a text that looks like a number is none. */
  tellsKind: boolean
}

/** The value of a field: a text as it reads, everything else as it stands in the body. */
export function ComparisonValue({ document, cell, isOpen, tellsKind }: ComparisonValueProps) {
  const say = useMessages(messages)
  if (document === null) return <span className={quiet}>{say('value.unread')}</span>
  if (cell === null) return <span className={quiet}>{say('value.none')}</span>
  const { text, isCut } = valueStartOf(document, cell.row, isOpen ? mostOpen : mostClosed)
  const isEmpty = text === ''
  return (
    <>
      <div className={isOpen ? open : closed}>
        {isEmpty ? valueTokenOf(document, cell.row) : <PlainText text={text} isCut={isCut} />}
      </div>
      {tellsKind ? (
        <span className={quiet}>{say('value.kind', { kind: kindOf(document, cell.row) })}</span>
      ) : null}
    </>
  )
}
