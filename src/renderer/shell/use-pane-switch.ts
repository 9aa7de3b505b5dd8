import { useRef } from 'react'
import { useShortcuts } from '../components/shortcuts'

/** F6 moves the focus from one pane of the window to the other, as desktop programs do. */
export function usePaneSwitch() {
  const sidebar = useRef<HTMLElement>(null)
  const main = useRef<HTMLElement>(null)
  useShortcuts({
    f6: () => {
      const isInMain = main.current?.contains(document.activeElement) ?? false
      const isNowhere = document.activeElement === document.body
      const pane = isInMain || isNowhere ? sidebar.current : main.current
      pane?.focus()
    },
  })
  return { sidebar, main }
}
