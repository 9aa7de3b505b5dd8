import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { NoticeBar } from '../components/notice-bar'
import { settingsQuery } from '../features/settings/settings-queries'
import { isolate, useMessages } from '../language/messages'
import shellMessages from './messages/en.json'

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
