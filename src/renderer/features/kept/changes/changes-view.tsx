import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMemo, useState } from 'react'
import { cell, columnHead, TableFrame, table } from '../../../components/table'
import { PlainText } from '../../../components/text/shown-text'
import { useMessages } from '../../../language/messages'
import type { DiffDocument } from '../../../model/document/diff-document'
import messages from '../messages/en.json'
import { ChangedValue } from './changed-value'
import { type Change, changesToShow, type Difference, diffDocuments } from './diff-rows'

/** Lines that are rendered at first. */
const page = 200

const column = style({ display: 'flex', flexDirection: 'column', rowGap: 16, alignItems: 'start' })
const summary = style({ font: 'body', margin: 0 })
const pointerText = style({ font: 'code-sm' })
const kind = style<{ kind: ChangeKind }>({
  fontWeight: 'medium',
  color: { kind: { changed: 'notice-1100', added: 'positive-1000', removed: 'negative-1000' } },
})
const subdued = style({ font: 'ui-sm', color: 'neutral-subdued' })
const narrow = style({ width: 96 })

type ChangeKind = 'changed' | 'added' | 'removed'

function kindOf({ before, after }: Change): ChangeKind {
  if (before === null) return 'added'
  return after === null ? 'removed' : 'changed'
}

export type ChangesViewProps = { before: DiffDocument; after: DiffDocument }

/** The differences of two bodies as a table, one line a value; in words where there is none. */
export function ChangesView({ before, after }: ChangesViewProps) {
  const say = useMessages(messages)
  const difference = useMemo(() => diffDocuments(before, after), [before, after])
  const shown = changesToShow(difference)
  return (
    <div className={column}>
      <div role="status">
        <Summary {...{ difference, shown }} isSameText={before.text === after.text} />
      </div>
      {shown.length === 0 ? null : <ChangesTable changes={shown} label={say('changes.table')} />}
    </div>
  )
}

type SummaryProps = { difference: Difference; shown: readonly Change[]; isSameText: boolean }

function Summary({ difference: { unchanged }, shown, isSameText }: SummaryProps) {
  const say = useMessages(messages)
  function count(wanted: ChangeKind) {
    return shown.filter((change) => kindOf(change) === wanted).length
  }
  if (shown.length > 0) {
    const counts = { changed: count('changed'), added: count('added'), removed: count('removed') }
    return <p className={summary}>{say('changes.summary', { ...counts, unchanged })}</p>
  }
  return (
    <p className={summary}>
      {say('changes.nothing', { count: unchanged })} {isSameText ? null : say('changes.order')}
    </p>
  )
}

function ChangesTable({ changes, label }: { changes: readonly Change[]; label: string }) {
  const say = useMessages(messages)
  const [most, setMost] = useState(page)
  const left = changes.length - most
  return (
    <>
      <TableFrame label={label}>
        <table className={table({ isFixed: true })} aria-label={label}>
          <colgroup>
            <col />
            <col className={narrow} />
            <col />
            <col />
          </colgroup>
          <thead>
            <tr>
              {(['field', 'change', 'before', 'now'] as const).map((name) => (
                <th key={name} scope="col" className={columnHead({ isFramed: true })}>
                  {say(`changes.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, most).map((change) => (
              <tr key={`${change.after ? '' : 'removed '}${change.occurrence}${change.pointer}`}>
                <th scope="row" className={cell({ isFramed: true })}>
                  <span className={pointerText}>
                    {change.pointer === '' ? say('changes.whole') : <PlainText text={change.pointer} />}
                  </span>{' '}
                  {change.occurrence === 0 ? null : (
                    <span className={subdued}>
                      {say('changes.occurrence', { number: change.occurrence + 1 })}
                    </span>
                  )}
                </th>
                <td className={cell({ isFramed: true })}>
                  <span className={kind({ kind: kindOf(change) })}>{say(`changes.${kindOf(change)}`)}</span>
                </td>
                <td className={cell({ isFramed: true })}>
                  <ChangedValue value={change.before} />
                </td>
                <td className={cell({ isFramed: true })}>
                  <ChangedValue value={change.after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {left > 0 ? (
        <ActionButton onPress={() => setMost(most + page)}>
          {say('changes.showMore', { count: Math.min(left, page) })}
        </ActionButton>
      ) : null}
    </>
  )
}
