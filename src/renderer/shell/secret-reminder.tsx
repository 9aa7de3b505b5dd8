import { useEffect, useState } from 'react'
import type { Connection } from '../../shared/connections'
import type { SessionPatch, SessionState } from '../../shared/session'
import { isolate } from '../../words/language/say-in'
import { NoticeBar } from '../components/notice-bar'
import { useMessages } from '../language/messages'
import messages from './messages/en.json'

/** The day where the user is, as ISO 8601 writes it. */
function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

/** Whether this start is to remind of old secrets: the first of a day with any is. */
export function useReminder(
  { remindedOn }: SessionState,
  connections: readonly Connection[],
  rememberSoon: (patch: SessionPatch) => void,
) {
  const [isDue] = useState(() => remindedOn !== today() && connections.some(isOld))
  const [isClosed, setClosed] = useState(false)
  useEffect(() => {
    if (isDue) rememberSoon({ remindedOn: today() })
  }, [isDue, rememberSoon])
  return { isOpen: isDue && !isClosed, close: () => setClosed(true) }
}

function ageOf({ rotationDueAfterDays }: Connection): number {
  return rotationDueAfterDays ?? 0
}

function isOld(connection: Connection): boolean {
  return ageOf(connection) > 0
}

type Props = {
  connections: readonly Connection[]
  onShow: (connectionId: string) => void
  onClose: () => void
}

/** Says which secret is the oldest of those to replace; nothing once they were replaced. */
export function SecretReminder({ connections, onShow, onClose }: Props) {
  const say = useMessages(messages)
  const old = connections.filter(isOld).toSorted((one, other) => ageOf(other) - ageOf(one))
  const [oldest] = old
  if (!oldest) return null
  const { id, name } = oldest
  return (
    <NoticeBar
      notice={{
        text: say('reminder', { count: old.length, name: isolate(name), days: ageOf(oldest) }),
        action: {
          label: say('reminder.show'),
          run: () => {
            onClose()
            onShow(id)
          },
        },
      }}
      onClose={onClose}
    />
  )
}
