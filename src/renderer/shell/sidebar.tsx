import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import Add from '@react-spectrum/s2/icons/Add'
import Settings from '@react-spectrum/s2/icons/Settings'
import Undo from '@react-spectrum/s2/icons/Undo'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Text } from '@react-spectrum/s2/Text'
import { memo, type ReactNode, type Ref } from 'react'
import type { ConnectionList as List } from '../../shared/connections'
import type { Theme } from '../../shared/session'
import { isolate } from '../../words/language/say-in'
import { modifierName } from '../components/shortcuts'
import { ConnectionList, type ConnectionListProps } from '../features/connections/list/connection-list'
import { ThemeChoice } from '../features/session/theme-choice'
import { useMessages } from '../language/messages'
import shellMessages from './messages/en.json'

const bar = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  boxSizing: 'border-box',
  width: 264,
  flexShrink: 0,
  minHeight: 0,
  paddingX: 12,
  paddingY: 16,
})
const title = style({ font: 'title', margin: 0, paddingX: 12 })
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

type FootProps = {
  theme: Theme
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
  list: Omit<ConnectionListProps, 'connections'>
  connections: List
  onRestore: (connectionId: string) => void
  /** Favourites and history. */
  children: ReactNode
}

/** The connections, what can be added to them, and how the window looks. */
export function Sidebar({ ref, list, connections, onRestore, children, ...foot }: SidebarProps) {
  const say = useMessages(shellMessages)
  const isEmpty = connections.connections.length === 0 && !list.hasDraft(null)
  return (
    <aside className={bar} aria-label={say('sidebar')}>
      <p className={title}>
        {say('app.title')} <span className={subtitle}>{say('app.subtitle')}</span>
      </p>
      <nav ref={ref} tabIndex={-1} className={scrolling} aria-label={say('connections.heading')}>
        {isEmpty ? null : (
          <>
            <h2 className={heading}>{say('connections.heading')}</h2>
            <ConnectionList {...list} connections={connections.connections} />
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
    </aside>
  )
}

/** Memoized: typing in the request bar does not change it. */
const SidebarFoot = memo(
  ({ theme, onAddConnection, onCheckAll, isCheckingAll, onTryDemo, isInSettings, onSettings }: FootProps) => {
    const say = useMessages(shellMessages)
    return (
      <div className={buttons}>
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
        {/* The settings page has its own. */}
        {isInSettings ? null : <ThemeChoice theme={theme} />}
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
