import { useEffect, useState } from 'react'
import { NoticeBar } from '../../components/notice-bar'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

/** Shown while a call waits for the keychain: where its dialog may be, and how to stop waiting. */
export function KeychainWaiting() {
  const say = useMessages(messages)
  const [isWaiting, setWaiting] = useState(false)
  useEffect(() => window.desktop.onKeychainWaiting(setWaiting), [])
  if (!isWaiting) return null
  const stop = { label: say('waiting.stop'), run: () => void window.desktop.stopWaitingForKeychain() }
  return <NoticeBar notice={{ text: say('waiting'), action: stop }} onClose={() => setWaiting(false)} />
}
