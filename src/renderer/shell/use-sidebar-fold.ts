import { useState, useSyncExternalStore } from 'react'
import type { PaneMemory } from '../components/panes/pane-memory'
import { useShortcuts } from '../components/shortcuts'

export type SidebarFold = {
  isOpen: boolean
  /** Over the page, and closed again by what is chosen in it. */
  isOverlay: boolean
  toggle: () => void
  /** Called when something in the sidebar was chosen. */
  leave: () => void
}

/** Below this width, which high zoom brings about too, the sidebar would leave the page less than it needs. */
const narrow = window.matchMedia('(max-width: 799px)')

function subscribe(onChange: () => void) {
  narrow.addEventListener('change', onChange)
  return () => narrow.removeEventListener('change', onChange)
}

/** Whether the sidebar is shown: as the user left it in a wide window, and on request in a narrow one. */
export function useSidebarFold({ open, fold }: PaneMemory): SidebarFold {
  const isNarrow = useSyncExternalStore(subscribe, () => narrow.matches)
  const [isRequested, request] = useState(false)
  const isOpen = isNarrow ? isRequested : (open.sidebar ?? true)
  function toggle() {
    if (isNarrow) request(!isRequested)
    else fold('sidebar', !isOpen)
  }
  function leave() {
    request(false)
  }
  useShortcuts(isNarrow && isRequested ? { escape: leave } : {})
  return { isOpen, isOverlay: isNarrow, toggle, leave }
}
