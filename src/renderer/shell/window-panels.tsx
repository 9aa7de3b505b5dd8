import { useQuery } from '@tanstack/react-query'
import type { Connection } from '../../shared/connections'
import { type AssetKey, assetKeyOf } from '../../shared/kept'
import { windowActions } from '../../shared/window-actions'
import { modifierName } from '../components/shortcuts'
import { whenShown } from '../components/when-shown'
import { shownName } from '../features/kept/find-kept'
import { keptQuery } from '../features/kept/kept-queries'
import { CommandPalette, type PaletteEntry } from '../features/palette/command-palette'
import { useMessages } from '../language/messages'
import messages from './messages/en.json'
import { keysOf, type OpenPanel, type WindowCommands } from './use-window-menu'

const ShortcutSheet = whenShown(() => import('../features/palette/shortcut-sheet'), 'ShortcutSheet')

type Props = {
  panel: OpenPanel
  commands: WindowCommands
  connections: readonly Connection[]
  onOpenConnection: (connectionId: string) => void
  onOpenAsset: (asset: AssetKey) => void
  onClose: () => void
  /** What was typed since the palette was asked for. */
  takeEarlyKeys: () => string
}

/** The palette, or the sheet of keys, over whatever page is open. */
export function WindowPanels({
  panel,
  commands,
  connections,
  onOpenConnection,
  onOpenAsset,
  onClose,
  takeEarlyKeys,
}: Props) {
  const say = useMessages(messages)
  const { data: kept } = useQuery(keptQuery())
  if (panel === 'shortcuts') {
    const actions = windowActions.flatMap((action) => {
      const keys = keysOf(action)
      return keys === undefined ? [] : [{ keys, label: say(`action.${action}`) }]
    })
    return <ShortcutSheet actions={actions} modifier={modifierName} onClose={onClose} />
  }
  if (panel !== 'palette') return null
  const nameOf = new Map(connections.map(({ id, name }) => [id, name]))
  function assetEntries(kind: string, assets: readonly (AssetKey & Parameters<typeof shownName>[0])[]) {
    return assets.flatMap((asset): PaletteEntry[] => {
      const connectionName = nameOf.get(asset.connectionId)
      if (connectionName === undefined) return []
      const key = assetKeyOf(asset)
      return [
        {
          id: `${kind} ${Object.values(key).join(' ')}`,
          label: shownName(asset),
          detail: [connectionName, asset.names.path ?? asset.assetId].join(' · '),
          run: () => onOpenAsset(key),
        },
      ]
    })
  }
  const actionEntries = windowActions.flatMap((action): PaletteEntry[] => {
    const run = commands[action]
    if (run === null || action === 'palette') return []
    const keys = keysOf(action)
    return [{ id: action, label: say(`action.${action}`), run, ...(keys === undefined ? {} : { keys }) }]
  })
  return (
    <CommandPalette
      {...{ onClose, takeEarlyKeys }}
      groups={[
        { id: 'actions', heading: say('palette.actions'), entries: actionEntries },
        {
          id: 'connections',
          heading: say('connections.heading'),
          entries: connections.map(({ id, name, bucket }) => ({
            id: `connection ${id}`,
            label: name,
            detail: bucket,
            run: () => onOpenConnection(id),
          })),
        },
        {
          id: 'favorites',
          heading: say('palette.favorites'),
          entries: assetEntries('favorite', kept?.favourites ?? []),
        },
        {
          id: 'history',
          heading: say('palette.history'),
          entries: assetEntries('history', kept?.history ?? []),
        },
      ]}
    />
  )
}
