import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { memo } from 'react'
import { ChoiceButtons } from '../../../components/choice-buttons'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import { type Grouping, groupings } from '../rows/display-rows'

export const treeViews = ['tree', 'text'] as const
export type TreeView = (typeof treeViews)[number]

type GroupingProps = {
  grouping: Grouping
  onGroup: (grouping: Grouping) => void
  onExpandAll: () => void
  onCollapseAll: () => void
}

/** How the tree is arranged. The same for every asset, and so not drawn again with the next one. */
export const GroupingButtons = memo(({ grouping, onGroup, onExpandAll, onCollapseAll }: GroupingProps) => {
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
      <ActionButton size="S" onPress={onExpandAll}>
        {say('expand.all')}
      </ActionButton>
      <ActionButton size="S" onPress={onCollapseAll}>
        {say('collapse.all')}
      </ActionButton>
    </>
  )
})

type ViewProps = { view: TreeView; onView: (view: TreeView) => void }

/** As a tree, or the body as it came. */
export const ViewButtons = memo(({ view, onView }: ViewProps) => {
  const say = useMessages(messages)
  return (
    <ChoiceButtons
      label={say('view.label')}
      choices={treeViews}
      chosen={view}
      nameOf={(choice) => say(`view.${choice}`)}
      onChoose={onView}
    />
  )
})
