import { useState } from 'react'
import { NoticeBar } from '../../../components/notice-bar'
import { useFormats } from '../../../language/formats'
import { useMessages } from '../../../language/messages'
import { useRuns } from './bulk-queries'
import messages from './messages/en.json'

type Props = { connectionId: string; onOpen: (runId: string) => void }

/** Reminds of a run that the end of the program has cut: some of its assets are changed, some are not, and of some nobody knows yet. */
export function UnfinishedRun({ connectionId, onOpen }: Props) {
  const say = useMessages(messages)
  const formats = useFormats()
  const [closed, setClosed] = useState<string | null>(null)
  const cut = useRuns(connectionId).find(({ stage, counts }) => stage === 'ready' && counts.sending > 0)
  if (cut === undefined || cut.id === closed) return null
  return (
    <NoticeBar
      notice={{
        text: say('unfinished', { time: formats.moment(cut.at), changed: cut.counts.changed }),
        action: { label: say('unfinished.open'), run: () => onOpen(cut.id) },
      }}
      onClose={() => setClosed(cut.id)}
    />
  )
}
