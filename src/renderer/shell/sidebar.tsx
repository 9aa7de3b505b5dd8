import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import Add from '@react-spectrum/s2/icons/Add'
import ChevronDoubleLeft from '@react-spectrum/s2/icons/ChevronDoubleLeft'
import ChevronDoubleRight from '@react-spectrum/s2/icons/ChevronDoubleRight'
import Settings from '@react-spectrum/s2/icons/Settings'
import Undo from '@react-spectrum/s2/icons/Undo'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Text } from '@react-spectrum/s2/Text'
import { useQuery } from '@tanstack/react-query'
import { memo, type ReactNode, type Ref, useRef } from 'react'
import type { ConnectionList as List } from '../../shared/connections'
import { isolate } from '../../words/language/say-in'
import { PaneEdge, usePaneStyle } from '../components/panes/pane-edge'
import { modifierName } from '../components/shortcuts'
import { ConnectionList, type ConnectionListProps } from '../features/connections/list/connection-list'
import { checksByConnection, keptQuery } from '../features/kept/kept-queries'
import { UpdateOffer } from '../features/updates/update-offer'
import { useMessages } from '../language/messages'
import shellMessages from './messages/en.json'
import type { SidebarFold } from './use-sidebar-fold'

/** Over the page where the window is narrow, beside it else. */
const bar = style<{ isOverlay: boolean }>({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  boxSizing: 'border-box',
  position: { default: 'relative', isOverlay: 'absolute' },
  insetStart: { isOverlay: 0 },
  insetY: { isOverlay: 0 },
  zIndex: { isOverlay: 2 },
  backgroundColor: { isOverlay: 'layer-1' },
  boxShadow: { isOverlay: 'elevated' },
  width: '[var(--sidebar-size, 264px)]',
  maxWidth: '[50%]',
  flexShrink: 0,
  minHeight: 0,
  paddingX: 12,
  paddingY: 16,
})
/** What is left of the sidebar while it's hidden. */
const rail = style({ boxSizing: 'border-box', width: 48, flexShrink: 0, paddingX: 8, paddingY: 12 })
const titleLine = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  minHeight: 24,
})
const title = style({
  font: 'title-sm',
  margin: 0,
  paddingStart: 12,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
})
const subtitle = style({ color: 'neutral-subdued', fontWeight: 'normal' })
const scrolling = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  flexGrow: 1,
  minHeight: 0,
  overflowY: 'auto',
  outlineStyle: 'none',
})
const heading = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, paddingX: 12, paddingTop: 8 })
const buttons = style({ display: 'flex', flexDirection: 'column', rowGap: 8 })
const wide = style({ width: 'full' })
/** Scrolls by itself and leaves the larger part to the connections. */
const keptPane = style({
  display: 'flex',
  flexDirection: 'column',
  flexShrink: 0,
  maxHeight: '[35%]',
})
const lastLine = style({ display: 'flex', columnGap: 8, alignItems: 'center', justifyContent: 'end' })

/** Names of connections and the buttons under them set the least. */
const bounds = { least: 220, most: 480, usual: 264 }

type FootProps = {
  /** Missing where the page itself offers it. */
  onAddConnection: (() => void) | undefined
  /** Missing where there is nothing to compare. */
  onCheckAll: (() => void) | undefined
  isCheckingAll: boolean
  onTryDemo: (() => void) | undefined
  isInSettings: boolean
  /** Missing at the first start, which offers two things and nothing else. */
  onSettings: (() => void) | undefined
}

export type SidebarProps = FootProps & {
  ref: Ref<HTMLElement>
  fold: SidebarFold
  list: Omit<ConnectionListProps, 'connections' | 'lastCheckOf'>
  connections: List
  onRestore: (connectionId: string) => void
  /** Favorites and history. */
  children: ReactNode
}

/** The connections, what can be added to them, and how the window looks. */
export function Sidebar({ ref, fold, list, connections, onRestore, children, ...foot }: SidebarProps) {
  const say = useMessages(shellMessages)
  const pane = useRef<HTMLElement>(null)
  const size = usePaneStyle('sidebar')
  // Fetched by the history below: here it would be part of every start.
  const { data: checks } = useQuery({ ...keptQuery(), enabled: false, select: checksByConnection })
  const isEmpty = connections.connections.length === 0 && !list.hasDraft(null)
  if (!fold.isOpen) {
    return (
      <aside className={rail} aria-label={say('sidebar')}>
        <ActionButton isQuiet aria-label={say('sidebar.show')} aria-expanded={false} onPress={fold.toggle}>
          <ChevronDoubleRight />
        </ActionButton>
      </aside>
    )
  }
  return (
    <aside ref={pane} style={size} className={bar({ isOverlay: fold.isOverlay })} aria-label={say('sidebar')}>
      <div className={titleLine}>
        <p className={title}>
          {say('app.title')} <span className={subtitle}>{say('app.subtitle')}</span>
        </p>
        {isEmpty ? null : (
          <ActionButton size="S" isQuiet aria-label={say('sidebar.hide')} aria-expanded onPress={fold.toggle}>
            <ChevronDoubleLeft />
          </ActionButton>
        )}
      </div>
      <nav ref={ref} tabIndex={-1} className={scrolling} aria-label={say('connections.heading')}>
        {isEmpty ? null : (
          <>
            <h2 className={heading}>{say('connections.heading')}</h2>
            <ConnectionList
              {...list}
              connections={connections.connections}
              lastCheckOf={(id) => checks?.get(id)?.[0]}
            />
          </>
        )}
        {connections.forgotten.length === 0 ? null : (
          <SidebarSection heading={say('connections.forgotten')}>
            {connections.forgotten.map(({ id, name }) => (
              <ActionButton key={id} isQuiet styles={wide} onPress={() => onRestore(id)}>
                <Undo />
                <Text>{say('connections.bringBack', { name: isolate(name) })}</Text>
              </ActionButton>
            ))}
          </SidebarSection>
        )}
      </nav>
      <div className={keptPane}>{children}</div>
      <SidebarFoot {...foot} />
      {fold.isOverlay || isEmpty ? null : (
        <PaneEdge
          name="sidebar"
          label={say('sidebar.width')}
          pane={pane}
          side="end"
          isInside
          bounds={bounds}
          onCollapse={fold.toggle}
        />
      )}
    </aside>
  )
}

/** Memoized: typing in the request bar does not change it. */
const SidebarFoot = memo(
  ({ onAddConnection, onCheckAll, isCheckingAll, onTryDemo, isInSettings, onSettings }: FootProps) => {
    const say = useMessages(shellMessages)
    return (
      <div className={buttons}>
        {onSettings ? <UpdateOffer onShow={onSettings} isShown={isInSettings} /> : null}
        {onTryDemo ? (
          <Button variant="secondary" fillStyle="outline" styles={wide} onPress={onTryDemo}>
            {say('demo.try')}
          </Button>
        ) : null}
        {onCheckAll ? (
          <Button
            variant="secondary"
            fillStyle="outline"
            styles={wide}
            aria-current={isCheckingAll ? 'page' : 'false'}
            onPress={onCheckAll}
          >
            {say('connections.checkAll')}
          </Button>
        ) : null}
        <div className={lastLine}>
          {onAddConnection ? (
            <Button variant="secondary" styles={style({ flexGrow: 1 })} onPress={onAddConnection}>
              <Add />
              <Text>{say('connections.add')}</Text>
            </Button>
          ) : null}
          {onSettings ? (
            <ActionButton
              isQuiet
              aria-label={say('settings.open')}
              aria-keyshortcuts={`${modifierName === 'Cmd' ? 'Meta' : 'Control'}+,`}
              aria-current={isInSettings ? 'page' : 'false'}
              onPress={onSettings}
            >
              <Settings />
            </ActionButton>
          ) : null}
        </div>
      </div>
    )
  },
)

function SidebarSection({ heading: words, children }: { heading: string; children: ReactNode }) {
  return (
    <>
      <h2 className={heading}>{words}</h2>
      <div className={buttons}>{children}</div>
    </>
  )
}
