import { SearchField } from '@react-spectrum/s2/SearchField'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type ComponentRef, type KeyboardEvent, memo, type ReactNode, type RefObject } from 'react'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import { withOperator } from '../search/filter-query'
import { FilterMenu } from './filter-menu'
import { type Matches, MatchSteps } from './match-steps'

type Props = {
  filterText: string
  filterRef: RefObject<ComponentRef<typeof SearchField> | null>
  /** Null without matches. */
  matches: Matches | null
  /** How many rows there are, or how many of them match. */
  count: string
  /** What else can be done with what is shown. */
  children: ReactNode
  onFilter: (text: string) => void
  onStep: (direction: 1 | -1) => void
  /** Moves the focus to the first match, or back into the tree. */
  onLeaveFilter: (to: 'match' | 'tree') => void
}

const field = style({ flexGrow: 1, flexBasis: 140, minWidth: 140, maxWidth: 320 })

export function MetadataToolbar(props: Props) {
  const { filterText, filterRef, onFilter, onLeaveFilter } = props
  return (
    <div className="tree-toolbar">
      <FilterField {...{ filterText, filterRef, onFilter, onLeaveFilter }} />
      {props.matches ? <MatchSteps matches={props.matches} onStep={props.onStep} /> : null}
      <div role="status" className="tree-quiet tree-count">
        {props.count}
      </div>
      <div className="tree-actions">{props.children}</div>
    </div>
  )
}

type FilterFieldProps = Pick<Props, 'filterText' | 'filterRef' | 'onFilter' | 'onLeaveFilter'>

/** Memoized: it stays the same from one asset to the next. */
const FilterField = memo(({ filterText, filterRef, onFilter, onLeaveFilter }: FilterFieldProps) => {
  const say = useMessages(messages)
  function handleKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const leavesFor = destination(event.key, filterText)
    if (!leavesFor) return
    event.preventDefault()
    event.stopPropagation()
    onLeaveFilter(leavesFor)
  }

  return (
    <>
      <div className={field} onKeyDownCapture={handleKeyDown}>
        <SearchField
          ref={filterRef}
          aria-label={say('filter.label')}
          placeholder={say('filter.label')}
          value={filterText}
          onChange={onFilter}
          size="S"
          styles={style({ width: 'full' })}
        />
      </div>
      <FilterMenu
        onAdd={(operator) => onFilter(withOperator(filterText, operator))}
        onAdded={() => filterRef.current?.focus()}
      />
    </>
  )
})

/** Escape clears a filled field, which the field does itself. */
function destination(key: string, filterText: string): 'match' | 'tree' | null {
  if (key === 'Enter' || key === 'ArrowDown') return 'match'
  return key === 'Escape' && filterText === '' ? 'tree' : null
}
