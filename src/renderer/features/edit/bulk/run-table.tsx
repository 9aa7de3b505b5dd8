// biome-ignore-all lint/a11y/useSemanticElements: the rows of a windowed table are no <tr>.
// biome-ignore-all lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard.
// biome-ignore-all lint/a11y/useFocusableInteractive: the table scrolls as a whole; its cells are text.
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { BulkRow, BulkRun } from '../../../../shared/bulk'
import { PlainText } from '../../../components/text/shown-text'
import { useColon, useMessages } from '../../../language/messages'
import { nameOfPath } from '../changes-table'
import { ShownValue } from '../shown-value'
import messages from './messages/en.json'
import { useRunWords } from './run-words'

const frame = style({
  boxSizing: 'border-box',
  flexGrow: 1,
  flexShrink: 1,
  minHeight: 160,
  overflowY: 'auto',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderRadius: 'default',
  backgroundColor: 'base',
  font: 'ui-sm',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: -2,
})
const line = style<{ isHead?: boolean }>({
  display: 'grid',
  gridTemplateColumns: ['minmax(0, 2fr)', 'minmax(0, 2fr)', 'minmax(0, 3fr)'],
  columnGap: 12,
  boxSizing: 'border-box',
  width: 'full',
  paddingX: 12,
  paddingY: 4,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderTopWidth: 0,
  borderXWidth: 0,
  borderBottomWidth: 1,
  position: { default: 'absolute', isHead: 'sticky' },
  top: 0,
  zIndex: { isHead: 1 },
  fontWeight: { isHead: 'bold' },
  backgroundColor: { default: 'transparent', isHead: 'layer-1' },
})
const body = style({ position: 'relative' })
const cell = style({ overflowWrap: 'anywhere', userSelect: 'text', minWidth: 0 })
const quiet = style({ font: 'ui-xs', color: 'neutral-subdued' })
const state = style<{ tone: 'good' | 'bad' | 'plain' }>({
  color: { default: 'neutral', tone: { good: 'positive-1000', bad: 'negative-1000' } },
  fontWeight: 'bold',
})

/** Before a row has been measured. */
const usualHeight = 36

type Props = { run: BulkRun; rows: readonly BulkRow[] }

/** What a run does, or did, to each of its assets; only rows in sight are drawn. */
export function RunTable({ run, rows }: Props) {
  const say = useMessages(messages)
  const ref = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => ref.current,
    estimateSize: () => usualHeight,
    getItemKey: (at) => rows[at]?.assetId ?? at,
    overscan: 8,
  })
  return (
    <div
      ref={ref}
      role="table"
      aria-label={say('table')}
      aria-rowcount={rows.length + 1}
      className={frame}
      tabIndex={0}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={line({ isHead: true })}>
          <span role="columnheader">{say('table.asset')}</span>
          <span role="columnheader">{say('table.outcome')}</span>
          <span role="columnheader">{say('table.changes')}</span>
        </div>
      </div>
      <div role="rowgroup" className={body} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index]
          return row === undefined ? null : (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              className={line({})}
              style={{ transform: `translateY(${start}px)` }}
            >
              <RunCells {...{ run, row }} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const good: readonly string[] = ['changed']
const bad: readonly string[] = ['refused', 'unreadable', 'failed', 'missing', 'not-applied', 'unknown']

/** All asset IDs begin alike: the UUID tells them apart. */
function shortId(assetId: string): string {
  return assetId.replace(/^urn:aaid:aem:(?=[\da-f-]{36}$)/, '')
}

function RunCells({ run, row }: { run: BulkRun; row: BulkRow }) {
  const words = useRunWords()
  const colon = useColon()
  const tone = good.includes(row.state) ? 'good' : bad.includes(row.state) ? 'bad' : 'plain'
  const reason = words.reason(row)
  return (
    <>
      <div role="rowheader" className={cell}>
        {row.title === null ? null : <PlainText text={row.title} />}
        <div className={quiet}>
          <PlainText text={shortId(row.assetId)} />
        </div>
      </div>
      <div role="cell" className={cell}>
        <span className={state({ tone })}>{words.outcome(row, run)}</span>
        {reason === '' ? null : (
          <div className={quiet}>
            <PlainText text={reason} />
          </div>
        )}
      </div>
      <div role="cell" className={cell}>
        {row.changes.map(({ path, before, after }) => (
          <div key={JSON.stringify(path)}>
            <b>
              <PlainText text={nameOfPath(path)} />
            </b>
            {colon}
            <ShownValue token={before} />
            {' → '}
            <ShownValue token={after} without="changes.removed" />
          </div>
        ))}
      </div>
    </>
  )
}
