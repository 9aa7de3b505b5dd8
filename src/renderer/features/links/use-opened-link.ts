import { useEffect, useState } from 'react'
import type { OpenedLink } from '../../../shared/asset-link'
import { unwrap } from '../../desktop/desktop'

/** The link that the user has opened elsewhere, until it was answered; the latest where there are several. */
export function useOpenedLink() {
  const [opened, setOpened] = useState<OpenedLink | null>(null)
  useEffect(() => {
    async function take(): Promise<void> {
      const link = await unwrap(window.desktop.takeLink()).catch(() => null)
      if (link) setOpened(link)
    }
    void take()
    return window.desktop.onLinkOpened(() => void take())
  }, [])
  return { opened, dismiss: () => setOpened(null) }
}
