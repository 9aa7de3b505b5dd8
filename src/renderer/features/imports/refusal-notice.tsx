import type { ReactNode } from 'react'
import messages from '../../../words/imports/messages/en.json'
import { FixSteps, NoticeCard } from '../../components/notice-card'
import { useMessages } from '../../language/messages'
import type { WindowRefusal } from './read-dropped-file'

/** What a file or text is, why no credential came out of it, and which one to fetch where. */
export function RefusalNotice({ refusal, children }: { refusal: WindowRefusal; children?: ReactNode }) {
  const say = useMessages(messages)
  const fix = say(`refusal.${refusal}.fix`, { fetch: say('fetch') }).split('\n')
  return (
    <NoticeCard
      title={say(`refusal.${refusal}.title`)}
      why={say(`refusal.${refusal}.why`)}
      remedy={<FixSteps fix={fix} List="ol" />}
    >
      {children}
    </NoticeCard>
  )
}
