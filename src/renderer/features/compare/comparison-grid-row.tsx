// biome-ignore-all lint/a11y/useSemanticElements: the rows of a windowed grid are no table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { PlainText } from '../../components/text/shown-text'
import { useMessages } from '../../language/messages'
import type { MetadataDocument } from '../../model/document/document'
import { type ComparisonRow, hasSeveralKinds, isDifference } from './comparison-rows'
import { ComparisonValue } from './comparison-value'
import messages from './messages/en.json'
import type { RowActions } from './row-actions'
import type { Column } from './use-columns'
import { useResultWords } from './use-export-words'

const line = style<{ isActive: boolean }>({
  display: 'grid',
  position: 'absolute',
  insetX: 0,
  top: 0,
  font: 'body-sm',
  cursor: 'default',
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderTopWidth: 0,
  borderXWidth: 0,
  borderBottomWidth: 1,
  backgroundColor: { default: 'transparent', ':hover': 'gray-100' },
  outlineStyle: { default: 'none', isActive: { default: 'none', ':is([role=grid]:focus *)': 'solid' } },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: -2,
})
const part = style({ paddingX: 12, paddingY: 4, minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' })
const name = style({ fontWeight: 'medium' })
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' })
const stateWords = style<{ isCounted: boolean }>({
  font: 'ui-sm',
  color: { default: 'neutral-subdued', isCounted: 'notice-1100' },
})
const buttons = style({ display: 'flex', flexWrap: 'wrap', gap: 4, marginTop: 4 })

export type ComparisonGridRowProps = {
  row: ComparisonRow
  index: number
  columns: readonly Column[]
  documents: readonly (MetadataDocument | null)[]
  gridTemplateColumns: string
  actions: RowActions
  domId: string
  top: number
  isActive: boolean
  isOpen: boolean
  measure: (element: Element | null) => void
}

/** A field with its value on each connection; open, with all of each value and what can be done. */
export function ComparisonGridRow(props: ComparisonGridRowProps) {
  const {
    row,
    index,
    columns,
    documents,
    gridTemplateColumns,
    actions,
    domId,
    top,
    isActive,
    isOpen,
    measure,
  } = props
  const say = useMessages(messages)
  const { field, isExpected } = row
  const tellsKind = field.difference === 'differs' && hasSeveralKinds(field, documents)
  return (
    <div
      ref={measure}
      role="row"
      id={domId}
      data-index={index}
      data-field={field.id}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={line({ isActive })}
      style={{ gridTemplateColumns, transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" className={part}>
        <FieldName {...{ row, columns }} />
        {isOpen && canBeTaken(props) ? <div className={quiet}>{say('take.words')}</div> : null}
        {isOpen && isDifference(field) && (!isExpected || actions.isNamed(field)) ? (
          <div className={buttons}>
            <ActionButton size="XS" onPress={() => actions.onExpect(field, !isExpected)}>
              {say(isExpected ? 'profile.remove' : 'profile.add')}
            </ActionButton>
          </div>
        ) : null}
      </div>
      {columns.map((column, at) => (
        <div key={column.connection.id} role="gridcell" className={part}>
          <ComparisonValue
            document={documents[at] ?? null}
            cell={field.cells[at] ?? null}
            {...{ isOpen, tellsKind }}
          />
          {isOpen ? <TakeOverButtons {...{ row, columns, actions }} from={at} /> : null}
        </div>
      ))}
    </div>
  )
}

function canBeTaken({ row: { field }, columns, actions }: ComparisonGridRowProps): boolean {
  return columns.some((_, from) => columns.some((__, to) => actions.canTake(field, from, to)))
}

/** The key, what is above it, and how the field differs. */
function FieldName({ row, columns }: Pick<ComparisonGridRowProps, 'row' | 'columns'>) {
  const say = useMessages(messages)
  const { field, isExpected } = row
  const resultOf = useResultWords(columns)
  const { path, occurrence } = field
  const above = path.slice(0, -1).join(' / ')
  return (
    <>
      <div className={name}>
        <PlainText text={path.at(-1) ?? '/'} />
      </div>
      {above === '' ? null : (
        <div className={quiet}>
          <PlainText text={above} />
        </div>
      )}
      {occurrence === 0 ? null : (
        <div className={quiet}>{say('grid.occurrence', { number: occurrence + 1 })}</div>
      )}
      <div className={stateWords({ isCounted: isDifference(field) && !isExpected })}>{resultOf(row)}</div>
    </>
  )
}

type TakeOverProps = Pick<ComparisonGridRowProps, 'row' | 'columns' | 'actions'> & { from: number }

/** The value of this column as an edit of another one's asset. */
function TakeOverButtons({ row: { field }, columns, actions, from }: TakeOverProps) {
  const say = useMessages(messages)
  const isThere = field.cells[from] !== null
  const targets = columns.filter((_, to) => actions.canTake(field, from, to))
  if (targets.length === 0) return null
  return (
    <div className={buttons}>
      {targets.map((target) => (
        <ActionButton
          key={target.connection.id}
          size="XS"
          onPress={() => actions.onTake(field, from, target)}
        >
          {say(isThere ? 'take' : 'take.remove', { name: target.connection.name })}
        </ActionButton>
      ))}
    </div>
  )
}
