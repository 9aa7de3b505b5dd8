// biome-ignore-all lint/a11y/useSemanticElements: the rows of a windowed grid are no table.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { memo } from 'react'
import { cellOf, countFields, type DisplayRows, heading } from './display-rows'
import { kindOf } from './document'
import type { CountSameKey } from './duplicate-keys'
import { KeyCell } from './key-cell'
import { useTreeMessages } from './messages'
import { describeContent, ValueCell } from './value-cell'

type Props = {
  display: DisplayRows
  id: number
  domId: string
  /** Place among all visible rows, from 0. */
  index: number
  /** Distance from the top of the list in pixels. */
  top: number
  isActive: boolean
  /** null where there is nothing to open. */
  isOpen: boolean | null
  position: number
  siblingCount: number
  needle: string
  countSameKey: CountSameKey
}

/** Deeper rows are not indented further: their level stands in the path of the details. */
const deepestIndent = 12
/** Pixels; the style sheet draws a guide in each step. */
const indentStep = 16

/** Rows are many and change seldom: one is painted again only when something of its own changed. */
export const TreeRow = memo(function TreeRow(props: Props) {
  const { display, id, isActive, isOpen, needle } = props
  const level = cellOf(display.level, id)
  const isHeading = display.heading[id] !== heading.none
  return (
    <div
      role="row"
      id={props.domId}
      data-row={id}
      className={`tree-row${isActive ? ' tree-active' : ''}${isHeading ? ' tree-heading' : ''}`}
      style={{ transform: `translateY(${props.top}px)` }}
      aria-rowindex={props.index + 2}
      aria-level={level}
      aria-posinset={props.position + 1}
      aria-setsize={props.siblingCount}
      aria-selected={isActive}
      aria-expanded={isOpen ?? undefined}
    >
      <div role="gridcell" className="tree-key">
        <span
          className="tree-indent"
          style={{ inlineSize: Math.min(level - 1, deepestIndent) * indentStep }}
        />
        <span className={isOpen === null ? 'tree-chevron' : 'tree-chevron tree-toggle'} />
        <KeyCell display={display} id={id} countSameKey={props.countSameKey} needle={needle} />
      </div>
      <RowValue display={display} id={id} needle={needle} />
    </div>
  )
})

const RowValue = ({ display, id, needle }: Pick<Props, 'display' | 'id' | 'needle'>) => {
  const say = useTreeMessages()
  const source = cellOf(display.source, id)
  const kind = source < 0 ? null : kindOf(display.document, source)
  const isLiteral = kind === 'number' || kind === 'boolean' || kind === 'null'
  return (
    <div
      role="gridcell"
      className="tree-value"
      aria-description={isLiteral && kind ? say(`kind.${kind}`) : undefined}
    >
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
