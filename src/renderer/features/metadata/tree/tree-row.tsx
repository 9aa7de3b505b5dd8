// biome-ignore-all lint/a11y/useSemanticElements: the rows of a windowed grid are no table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { memo } from 'react'
import { useMessages } from '../../../language/messages'
import { keyStartOf, kindOf } from '../../../model/document/document'
import type { Glossary } from '../../../model/glossary/glossary'
import messages from '../messages/en.json'
import { cellOf, countFields, type DisplayRows, heading } from '../rows/display-rows'
import type { CountSameKey } from '../rows/duplicate-keys'
import type { Needles } from '../search/filter-query'
import { KeyCell } from './key-cell'
import { useValueMeaning } from './use-value-meaning'
import { describeContent, Swatch, ValueCell } from './value-cell'

type Props = {
  display: DisplayRows
  id: number
  domId: string
  /** Place among all visible rows, from 0. */
  index: number
  /** Distance from the top of the list in pixels. */
  top: number
  isActive: boolean
  isSelected: boolean
  /** null where there is nothing to open. */
  isOpen: boolean | null
  position: number
  siblingCount: number
  needles: Needles
  countSameKey: CountSameKey
  isChanged: boolean
  /** Null until it is loaded. */
  glossary: Glossary | null
}

/** Deeper rows are not indented further; the path in the details shows their level. */
const deepestIndent = 12
/** Pixels; the style sheet draws a guide in each step. */
const indentStep = 16

/** Memoized: there are many rows, and they seldom change. */
export const TreeRow = memo(function TreeRow(props: Props) {
  const { display, id, isActive, isSelected, isOpen, needles } = props
  const level = cellOf(display.level, id)
  const isHeading = display.heading[id] !== heading.none
  const label = isHeading ? null : glossaryName(display, id, props.glossary)
  const look = `${isSelected ? ' tree-selected' : ''}${isActive ? ' tree-active' : ''}${isHeading ? ' tree-heading' : ''}${props.isChanged ? ' tree-changed' : ''}`
  return (
    <div
      role="row"
      id={props.domId}
      data-row={id}
      className={`tree-row${look}`}
      style={{ transform: `translateY(${props.top}px)` }}
      aria-rowindex={props.index + 2}
      aria-level={level}
      aria-posinset={props.position + 1}
      aria-setsize={props.siblingCount}
      aria-selected={isSelected}
      aria-expanded={isOpen ?? undefined}
    >
      <div
        role="gridcell"
        className="tree-key"
        draggable
        data-label={label ?? undefined}
        aria-description={label ?? undefined}
        title={label ?? undefined}
      >
        <span
          className="tree-indent"
          style={{ inlineSize: Math.min(level - 1, deepestIndent) * indentStep }}
        />
        <span className={isOpen === null ? 'tree-chevron' : 'tree-chevron tree-toggle'} />
        <KeyCell display={display} id={id} countSameKey={props.countSameKey} needle={needles.key} />
        {props.isChanged ? <ChangedMark /> : null}
      </div>
      <RowValue display={display} id={id} needle={needles.value} />
    </div>
  )
})

function ChangedMark() {
  const say = useMessages(messages)
  return <span className="tree-flag">{say('row.changed')}</span>
}

/** Items of a list have the meaning of their list, which stands on its row already. */
function glossaryName(display: DisplayRows, id: number, glossary: Glossary | null): string | null {
  const key = glossary && keyStartOf(display.document, cellOf(display.source, id), longestKnownKey)
  return key && !key.isCut ? glossary.nameOf(key.text) : null
}
const longestKnownKey = 60

type ValueProps = { display: DisplayRows; id: number; needle: string }

function RowValue({ display, id, needle }: ValueProps) {
  const say = useMessages(messages)
  const { value, words } = useValueMeaning(display, id)
  const source = cellOf(display.source, id)
  const kind = source < 0 ? null : kindOf(display.document, source)
  const isLiteral = kind === 'number' || kind === 'boolean' || kind === 'null'
  const hint = words.flatMap(({ short }) => short ?? []).join(' · ')
  const description = [isLiteral && kind ? say(`kind.${kind}`) : '', hint].filter((part) => part !== '')
  const isProblem = words.some((one) => one.isProblem)
  return (
    <div
      role="gridcell"
      className={`tree-value${isProblem ? ' tree-problem' : ''}`}
      data-hint={hint === '' ? undefined : hint}
      aria-description={description.length > 0 ? description.join(', ') : undefined}
    >
      {value?.type === 'color' ? <Swatch color={value} /> : null}
      {source < 0 ? (
        <span className="tree-quiet">{describeContent('object', countFields(display, id), say)}</span>
      ) : (
        <ValueCell
          document={display.document}
          row={source}
          childCount={countFields(display, id)}
          needle={display.heading[id] === heading.none ? needle : ''}
        />
      )}
    </div>
  )
}
