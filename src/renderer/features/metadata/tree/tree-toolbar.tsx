import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { SearchField } from '@react-spectrum/s2/SearchField'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ComponentRef, KeyboardEvent, RefObject } from 'react'
import { useTreeMessages } from './messages'
import type { TreeState } from './tree-state'

type Props = {
  tree: TreeState
  filterText: string
  filterRef: RefObject<ComponentRef<typeof SearchField> | null>
  onFilter: (text: string) => void
  onExpandAll: () => void
  onCollapseAll: () => void
  /** To the first match, or back to where the tree was left. */
  onLeaveFilter: (to: 'match' | 'tree') => void
}

const toolbar = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, paddingBottom: 8 })
const field = style({ flexGrow: 1, flexBasis: 160, maxWidth: 360 })
const count = style({ color: 'neutral-subdued', marginStart: 'auto' })

export const TreeToolbar = (props: Props) => {
  const say = useTreeMessages()
  const { filterText, onFilter, onLeaveFilter } = props

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const leavesFor = destination(event.key, filterText)
    if (!leavesFor) return
    event.preventDefault()
    event.stopPropagation()
    onLeaveFilter(leavesFor)
  }

  return (
    <div className={toolbar}>
      <div className={field} onKeyDownCapture={handleKeyDown}>
        <SearchField
          ref={props.filterRef}
          aria-label={say('filter.label')}
          placeholder={say('filter.label')}
          value={filterText}
          onChange={onFilter}
          size="S"
          styles={style({ width: 'full' })}
        />
      </div>
      <ActionButton size="S" onPress={props.onExpandAll}>
        {say('expand.all')}
      </ActionButton>
      <ActionButton size="S" onPress={props.onCollapseAll}>
        {say('collapse.all')}
      </ActionButton>
      <div role="status" className={`tree-quiet ${count}`}>
        <CountInWords tree={props.tree} filterText={filterText} />
      </div>
    </div>
  )
}

/** Escape clears a filled field, which the field does itself. */
const destination = (key: string, filterText: string): 'match' | 'tree' | null => {
  if (key === 'Enter' || key === 'ArrowDown') return 'match'
  return key === 'Escape' && filterText === '' ? 'tree' : null
}

const CountInWords = ({ tree, filterText }: Pick<Props, 'tree' | 'filterText'>) => {
  const say = useTreeMessages()
  const { filtered, display } = tree
  if (!filtered) return say('count.all', { count: display.fieldCount })
  if (filtered.matchCount === 0) return say('count.none', { text: filterText })
  return say('count.matching', { matches: filtered.matchCount, count: display.fieldCount })
}
