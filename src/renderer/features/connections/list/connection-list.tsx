import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { memo } from 'react'
import type { Connection } from '../../../../shared/connections'
import type { CheckMark, Verdict } from '../../../../shared/kept'
import { EnvironmentMark } from '../../../components/environment-mark'
import { SideRow } from '../../../components/side-row'
import { useStableCallback } from '../../../components/use-stable-callback'
import { useFormats } from '../../../language/formats'
import { useMessages } from '../../../language/messages'
import messages from './messages/en.json'

const list = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
})
const line = style({ display: 'flex', columnGap: 8, alignItems: 'baseline', minWidth: 0 })
const detail = style({ font: 'ui-sm', color: 'neutral-subdued', truncate: true, minWidth: 0 })
type Tone = 'green' | 'amber' | 'red'
const tones: Readonly<Record<Verdict, Tone>> = {
  ready: 'green',
  'ready-to-read': 'green',
  warnings: 'amber',
  unproven: 'amber',
  red: 'red',
}
const mark = style<{ tone: Tone }>({
  font: 'ui-sm',
  truncate: true,
  color: { tone: { green: 'positive-1100', amber: 'notice-1100', red: 'negative-1100' } },
})
const unsaved = style({ font: 'ui-sm', color: 'notice-1100' })

export type ConnectionListProps = {
  connections: readonly Connection[]
  /** null is the new connection, undefined none. */
  currentId: string | null | undefined
  hasDraft: (id: string | null) => boolean
  /** How its last check ended; undefined where there was none since it was changed. */
  lastCheckOf: (id: string) => CheckMark | undefined
  onChoose: (id: string | null) => void
}

/** All connections; the current one is marked, and so are those with unsaved edits. */
export function ConnectionList({
  connections,
  currentId,
  hasDraft,
  lastCheckOf,
  onChoose,
}: ConnectionListProps) {
  const say = useMessages(messages)
  const choose = useStableCallback(onChoose)
  return (
    <ul className={list}>
      {connections.map((connection) => (
        <ConnectionRow
          key={connection.id}
          connection={connection}
          isCurrent={connection.id === currentId}
          hasDraft={hasDraft(connection.id)}
          lastCheck={lastCheckOf(connection.id)}
          onChoose={choose}
        />
      ))}
      {hasDraft(null) ? (
        <li>
          <SideRow
            density="regular"
            name={say('new')}
            aria-current={currentId === null ? 'page' : undefined}
            onClick={() => onChoose(null)}
          >
            <span className={unsaved}>{say('unsaved')}</span>
          </SideRow>
        </li>
      ) : null}
    </ul>
  )
}

type RowProps = {
  connection: Connection
  isCurrent: boolean
  hasDraft: boolean
  lastCheck: CheckMark | undefined
  onChoose: (id: string) => void
}

/** Drawn again only when it changes: the window renders its sidebar with each request. */
const ConnectionRow = memo(({ connection, isCurrent, hasDraft, lastCheck, onChoose }: RowProps) => {
  const say = useMessages(messages)
  return (
    <li>
      <SideRow
        density="regular"
        name={<bdi>{connection.name}</bdi>}
        aria-current={isCurrent ? 'page' : undefined}
        title={connection.name}
        onClick={() => onChoose(connection.id)}
      >
        <span className={line}>
          <EnvironmentMark environment={connection.environment} />
          <span className={detail}>{connection.bucket}</span>
        </span>
        <LastCheck check={lastCheck} />
        {hasDraft ? <span className={unsaved}>{say('unsaved')}</span> : null}
      </SideRow>
    </li>
  )
})

function LastCheck({ check }: { check: CheckMark | undefined }) {
  const say = useMessages(messages)
  const formats = useFormats()
  if (check === undefined) return null
  return (
    <span className={mark({ tone: tones[check.verdict] })}>
      {say(`verdict.${check.verdict}`)}, {formats.moment(check.at)}
    </span>
  )
}
