import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { Connection } from '../../../shared/connection'
import { EnvironmentMark } from '../../components/environment-mark'
import { useShellMessages } from '../../shell-messages'

const list = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
})
const item = style<{ isCurrent: boolean }>({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'stretch',
  rowGap: 4,
  boxSizing: 'border-box',
  width: 'full',
  minWidth: 0,
  paddingX: 12,
  paddingY: 8,
  borderStyle: 'none',
  borderRadius: 'default',
  textAlign: 'start',
  font: 'ui',
  color: 'neutral',
  cursor: 'pointer',
  backgroundColor: {
    default: { default: 'transparent', ':hover': 'gray-200' },
    isCurrent: 'gray-200',
  },
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: -2,
})
const name = style<{ isCurrent: boolean }>({
  truncate: true,
  fontWeight: { default: 'medium', isCurrent: 'bold' },
})
const line = style({ display: 'flex', columnGap: 8, alignItems: 'baseline', minWidth: 0 })
const detail = style({ font: 'ui-sm', color: 'neutral-subdued', truncate: true, minWidth: 0 })
const unsaved = style({ font: 'ui-sm', color: 'notice-1100' })

export type ConnectionListProps = {
  connections: readonly Connection[]
  /** null is the new connection, undefined none. */
  currentId: string | null | undefined
  hasDraft: (id: string | null) => boolean
  onChoose: (id: string | null) => void
}

/** All connections; the one in work is marked, and so are those with edits that were not saved. */
export const ConnectionList = ({ connections, currentId, hasDraft, onChoose }: ConnectionListProps) => {
  const say = useShellMessages()
  return (
    <ul className={list}>
      {connections.map((connection) => (
        <li key={connection.id}>
          <button
            type="button"
            className={item({ isCurrent: connection.id === currentId })}
            aria-current={connection.id === currentId ? 'page' : undefined}
            title={connection.name}
            onClick={() => onChoose(connection.id)}
          >
            <span className={name({ isCurrent: connection.id === currentId })}>
              <bdi>{connection.name}</bdi>
            </span>
            <span className={line}>
              <EnvironmentMark environment={connection.environment} />
              <span className={detail}>{connection.bucket}</span>
            </span>
            {hasDraft(connection.id) ? <span className={unsaved}>{say('connections.unsaved')}</span> : null}
          </button>
        </li>
      ))}
      {hasDraft(null) ? (
        <li>
          <button
            type="button"
            className={item({ isCurrent: currentId === null })}
            aria-current={currentId === null ? 'page' : undefined}
            onClick={() => onChoose(null)}
          >
            <span className={name({ isCurrent: currentId === null })}>{say('connections.new')}</span>
            <span className={unsaved}>{say('connections.unsaved')}</span>
          </button>
        </li>
      ) : null}
    </ul>
  )
}
