import { useRef } from 'react'
import { useShortcuts } from './components/shortcuts'

/** F6 moves the focus from one pane of the window to the other, as desktop programs do. */
export const usePaneSwitch = () => {
  const sidebar = useRef<HTMLElement>(null)
  const main = useRef<HTMLElement>(null)
  useShortcuts({
    f6: () => {
      const isInSidebar = sidebar.current?.contains(document.activeElement) ?? false
      const pane = isInSidebar ? main.current : sidebar.current
      pane?.focus()
    },
  })
  return { sidebar, main }
}
