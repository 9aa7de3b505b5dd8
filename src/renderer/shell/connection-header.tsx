import { Badge } from '@react-spectrum/s2/Badge'
import Properties from '@react-spectrum/s2/icons/Properties'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import type { Connection } from '../../shared/connections'
import { EnvironmentMark } from '../components/environment-mark'
import { wideOnly } from '../components/wide-only'
import { useMessages } from '../language/messages'
import shellMessages from './messages/en.json'

/** One line, as the rows below are what people came for; two where a name or a language needs them. */
const header = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: { default: 24, '@media (max-width: 1000px)': 12, '@media (max-width: 700px)': 8 },
  flexShrink: 0,
  paddingX: 24,
  paddingTop: 4,
  borderBottomWidth: 1,
  borderTopWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
})
const titleLine = style({
  display: 'flex',
  alignItems: 'center',
  columnGap: 12,
  // What stands behind the name never gives way.
  minWidth: '[min-content]',
  // A long name gives way before the line does.
  flexBasis: 100,
  flexGrow: 1,
  flexShrink: 1,
  maxWidth: '[max-content]',
})
const title = style({
  font: { default: 'title-lg', '@media (max-width: 700px)': 'title' },
  margin: 0,
  truncate: true,
  minWidth: 48,
})
const end = style({ marginStart: 'auto', flexShrink: 0 })
const tabs = style({
  display: 'flex',
  columnGap: { default: 20, '@media (max-width: 1000px)': 8, '@media (max-width: 700px)': 4 },
  flexShrink: 0,
})
const tab = style<{ isCurrent: boolean }>({
  paddingX: 0,
  paddingY: 8,
  borderStyle: 'solid',
  borderTopWidth: 0,
  borderXWidth: 0,
  borderBottomWidth: 2,
  borderColor: { default: 'transparent', isCurrent: 'gray-800' },
  backgroundColor: 'transparent',
  font: 'ui',
  fontWeight: { default: 'normal', isCurrent: 'bold' },
  color: { default: { default: 'neutral-subdued', ':hover': 'neutral' }, isCurrent: 'neutral' },
  cursor: 'pointer',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: 2,
  borderRadius: { default: 'none', ':focus-visible': 'sm' },
})

const pages = ['browse', 'assets', 'compare', 'check', 'settings'] as const
export type ConnectionPageName = (typeof pages)[number]

export type ConnectionHeaderProps = {
  connection: Connection
  page: ConnectionPageName
  onChoose: (page: ConnectionPageName) => void
  /** What belongs to the page as a whole. */
  children?: ReactNode
}

/** The connection of the page, and tabs to its other pages. */
export function ConnectionHeader({ connection, page, onChoose, children }: ConnectionHeaderProps) {
  const say = useMessages(shellMessages)
  return (
    <header className={header}>
      <div className={titleLine}>
        <h1 className={title} title={connection.name} dir="auto">
          {connection.name}
        </h1>
        {/* The environment of the demo is made up. */}
        {connection.hosts === 'demo' ? null : <EnvironmentMark environment={connection.environment} />}
        {connection.hosts === 'adobe' ? null : (
          <Badge
            variant={connection.hosts === 'demo' ? 'neutral' : 'notice'}
            size="S"
            styles={style({ flexShrink: 0 })}
          >
            {say(`hosts.${connection.hosts}`)}
          </Badge>
        )}
        {connection.secret.place === 'session' ? (
          <Badge variant="notice" size="S">
            {say('secret.session')}
          </Badge>
        ) : null}
      </div>
      <nav className={tabs} aria-label={say('page.pages')}>
        {pages.map((choice) => (
          <button
            key={choice}
            type="button"
            className={tab({ isCurrent: choice === page })}
            aria-current={choice === page ? 'page' : undefined}
            aria-label={say(`page.${choice}`)}
            onClick={() => onChoose(choice)}
          >
            {choice === 'settings' ? <SettingsLabel /> : say(`page.${choice}`)}
          </button>
        ))}
      </nav>
      {children ? <div className={end}>{children}</div> : null}
    </header>
  )
}

const sign = style({ display: { default: 'inline', '@media (min-width: 1000px)': 'none' } })

/** A sign alone where the window is narrow: the name of the connection needs the room of the words. */
function SettingsLabel() {
  const say = useMessages(shellMessages)
  return (
    <>
      <span className={wideOnly}>{say('page.settings')}</span>
      <span className={sign} title={say('page.settings')}>
        <Properties />
      </span>
    </>
  )
}
