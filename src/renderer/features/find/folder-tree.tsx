import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Text, TreeView, TreeViewItem, TreeViewItemContent } from '@react-spectrum/s2/TreeView'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Folder } from '../../../shared/search'
import { FailureNotice } from '../../components/failure/failure-notice'
import { useMessages } from '../../language/messages'
import { foldersQuery } from './find-queries'
import messages from './messages/en.json'

const root = '/content/dam'
const pane = style({
  display: 'flex',
  flexDirection: 'column',
  flexShrink: 0,
  width: '[clamp(180px, 26%, 300px)]',
  minHeight: 0,
  overflowY: 'auto',
})

export type FolderTreeProps = {
  connectionId: string
  /** The folder of the filter; empty where there is none. */
  chosen: string
  onChoose: (path: string) => void
}

/** The folders of the repository, each asked for when it is opened. */
export function FolderTree({ connectionId, chosen, onChoose }: FolderTreeProps) {
  const say = useMessages(messages)
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set([root]))
  const { error, refetch } = useQuery(foldersQuery(connectionId, root))
  return (
    <section className={pane} aria-label={say('folders')}>
      {error ? (
        <FailureNotice error={error.error} onRetry={() => void refetch()} />
      ) : (
        <TreeView
          aria-label={say('folders.tree')}
          selectionMode="single"
          disallowEmptySelection={false}
          selectedKeys={chosen === '' ? [] : [chosen]}
          onSelectionChange={(keys) => onChoose(keys === 'all' ? '' : String([...keys][0] ?? ''))}
          expandedKeys={expanded}
          onExpandedChange={(keys) => setExpanded(new Set([...keys].map(String)))}
          styles={style({ width: 'full' })}
        >
          <FolderItem
            connectionId={connectionId}
            expanded={expanded}
            folder={{ path: root, name: root, title: '' }}
          />
        </TreeView>
      )}
    </section>
  )
}

type FolderItemProps = { connectionId: string; expanded: ReadonlySet<string>; folder: Folder }

function FolderItem({ connectionId, expanded, folder }: FolderItemProps) {
  const isOpen = expanded.has(folder.path)
  const { data: folders } = useQuery({ ...foldersQuery(connectionId, folder.path), enabled: isOpen })
  const isLeaf = folders?.length === 0
  return (
    <TreeViewItem id={folder.path} textValue={folder.name} hasChildItems={!isLeaf}>
      <TreeViewItemContent>
        <Text>
          <bdi>{folder.name}</bdi>
        </Text>
      </TreeViewItemContent>
      {isOpen
        ? (folders ?? []).map((child) => (
            <FolderItem key={child.path} folder={child} {...{ connectionId, expanded }} />
          ))
        : null}
    </TreeViewItem>
  )
}
