import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import Add from '@react-spectrum/s2/icons/Add'
import Undo from '@react-spectrum/s2/icons/Undo'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Text } from '@react-spectrum/s2/Text'
import type { ReactNode, Ref } from 'react'
import type { ConnectionList as List } from '../shared/connection'
import type { Theme } from '../shared/session'
import { ConnectionList, type ConnectionListProps } from './features/connections/connection-list'
import { ThemeChoice } from './features/session/theme-choice'
import { isolate } from './messages'
import { useShellMessages } from './shell-messages'

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
  outlineStyle: 'none',
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
})
const heading = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, paddingX: 12, paddingTop: 8 })
const buttons = style({ display: 'flex', flexDirection: 'column', rowGap: 8 })
const wide = style({ width: 'full' })

export type SidebarProps = {
  ref: Ref<HTMLElement>
  list: Omit<ConnectionListProps, 'connections'>
  connections: List
  theme: Theme
  /** Missing where the page itself offers it. */
  onAddConnection: (() => void) | undefined
  onTryDemo: (() => void) | undefined
  onRestore: (connectionId: string) => void
}

/** The connections, what can be added to them, and how the window looks. */
export const Sidebar = ({
  ref,
  list,
  connections,
  theme,
  onAddConnection,
  onTryDemo,
  onRestore,
}: SidebarProps) => {
  const say = useShellMessages()
  const isEmpty = connections.connections.length === 0 && !list.hasDraft(null)
  return (
    <nav ref={ref} tabIndex={-1} className={bar} aria-label={say('connections.heading')}>
      <p className={title}>
        {say('app.title')} <span className={subtitle}>{say('app.subtitle')}</span>
      </p>
      <div className={scrolling}>
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
      </div>
      <div className={buttons}>
        {onTryDemo ? (
          <Button variant="secondary" fillStyle="outline" styles={wide} onPress={onTryDemo}>
            {say('demo.try')}
          </Button>
        ) : null}
        {onAddConnection ? (
          <Button variant="secondary" styles={wide} onPress={onAddConnection}>
            <Add />
            <Text>{say('connections.add')}</Text>
          </Button>
        ) : null}
        <ThemeChoice theme={theme} />
      </div>
    </nav>
  )
}

const SidebarSection = ({ heading: words, children }: { heading: string; children: ReactNode }) => (
  <>
    <h2 className={heading}>{words}</h2>
    <div className={buttons}>{children}</div>
  </>
)
