import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AppError } from '../../shared/result'
import { isolate } from '../../words/language/say-in'
import { FailureNoticeWhenShown } from '../components/failure/error-boundary'
import { type Notice, NoticeBar } from '../components/notice-bar'
import { KeychainWaiting } from '../features/keychain/keychain-waiting'
import { settingsQuery } from '../features/settings/settings-queries'
import { useMessages } from '../language/messages'
import messages from './messages/en.json'
import shellMessages from './messages/en.json'

const inset = style({ paddingX: 24, paddingTop: 16 })

export type WindowNotices = {
  /** About the last action; closes with the page. */
  notice: Notice | null
  /** What is left to do about an import; stays until it is closed, or its connection is forgotten. */
  advice: Advice | null
  notify: (notice: Notice | null) => void
  advise: (advice: Advice | null) => void
}

type Advice = { text: string; connectionId: string }

export function useWindowNotices(): WindowNotices {
  const [notice, notify] = useState<Notice | null>(null)
  const [advice, advise] = useState<Advice | null>(null)
  return { notice, advice, notify, advise }
}

type Props = {
  notices: WindowNotices
  /** Where a connections file that could not be read was put, or null. */
  setAside: string | null
  /** Why what was chosen from anywhere did not work, or null. */
  error: AppError | null
}

/** Notices above the page, which are not about the page alone. */
export function NoticeArea({ notices: { notice, advice, notify, advise }, setAside, error }: Props) {
  return (
    <>
      <KeychainWaiting />
      {notice ? <NoticeBar notice={notice} onClose={() => notify(null)} /> : null}
      {advice === null ? null : <NoticeBar notice={advice} onClose={() => advise(null)} />}
      {setAside === null ? null : <SetAsideNotice path={setAside} />}
      <SettingsTrouble />
      {error ? (
        <div className={inset}>
          <FailureNoticeWhenShown error={error} />
        </div>
      ) : null}
    </>
  )
}

function SetAsideNotice({ path }: { path: string }) {
  const say = useMessages(messages)
  const [isClosed, setClosed] = useState(false)
  if (isClosed) return null
  return (
    <NoticeBar
      notice={{ text: say('notice.setAside', { path: isolate(path) }) }}
      onClose={() => setClosed(true)}
    />
  )
}

/** Says that the settings are not those of the user, and why; nothing while they are. */
export function SettingsTrouble() {
  const say = useMessages(shellMessages)
  const [isClosed, setClosed] = useState(false)
  const trouble = useQuery(settingsQuery()).data?.trouble
  if (!trouble || isClosed) return null
  return (
    <NoticeBar
      notice={{ text: say(`notice.settings.${trouble.kind}`, { path: isolate(trouble.path) }) }}
      onClose={() => setClosed(true)}
    />
  )
}
