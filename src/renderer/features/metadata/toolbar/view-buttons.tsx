import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Maximize from '@react-spectrum/s2/icons/Maximize'
import Minimize from '@react-spectrum/s2/icons/Minimize'
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip'
import { memo } from 'react'
import { ChoiceButtons } from '../../../components/choice-buttons'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import { type Grouping, groupings } from '../rows/display-rows'
import { collapseAll, expandAll } from '../tree/tree-state'
import type { ChangeTree } from '../tree/use-tree'

export const views = ['tree', 'text'] as const
export type View = (typeof views)[number]

type GroupingProps = {
  grouping: Grouping
  change: ChangeTree
  onGroup: (grouping: Grouping) => void
}

/** How the tree is arranged. Memoized: it is the same for every asset. */
export const GroupingButtons = memo(({ grouping, change, onGroup }: GroupingProps) => {
  const say = useMessages(messages)
  return (
    <>
      <ChoiceButtons
        label={say('group.label')}
        choices={groupings}
        chosen={grouping}
        nameOf={(choice) => say(`group.${choice}`)}
        onChoose={onGroup}
      />
      <TooltipTrigger>
        <ActionButton size="S" aria-label={say('expand.all')} onPress={() => change(expandAll)}>
          <Maximize />
        </ActionButton>
        <Tooltip>{say('expand.all')}</Tooltip>
      </TooltipTrigger>
      <TooltipTrigger>
        <ActionButton size="S" aria-label={say('collapse.all')} onPress={() => change(collapseAll)}>
          <Minimize />
        </ActionButton>
        <Tooltip>{say('collapse.all')}</Tooltip>
      </TooltipTrigger>
    </>
  )
})

type ViewProps = { view: View; onView: (view: View) => void }

/** As a tree, or the body as it came. */
export const ViewButtons = memo(({ view, onView }: ViewProps) => {
  const say = useMessages(messages)
  return (
    <ChoiceButtons
      label={say('view.label')}
      choices={views}
      chosen={view}
      nameOf={(choice) => say(`view.${choice}`)}
      onChoose={onView}
    />
  )
})
