import { useEffect, useLayoutEffect, useRef } from 'react'

const isMac = /Mac/.test(navigator.platform)

/** What the user's keyboard calls `mod`. */
export const modifierName = isMac ? 'Cmd' : 'Ctrl'

/** `mod` is Cmd on a Mac and Ctrl elsewhere. */
export type Shortcut =
  | 'mod+enter'
  | 'mod+l'
  | 'mod+n'
  | 'mod+shift+n'
  | 'mod+k'
  | 'mod+b'
  | 'mod+,'
  | 'mod+1'
  | 'mod+2'
  | 'mod+3'
  | 'mod+4'
  | 'mod+5'
  | 'escape'
  | 'f1'
  | 'f6'

function shortcutOf(event: KeyboardEvent): string {
  const mod = isMac ? event.metaKey : event.ctrlKey
  return `${mod ? 'mod+' : ''}${mod && event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`
}

/** What is behind a dialog is out of reach, with keys as with the mouse. */
function isBehindDialog(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
}

/** Handles keys anywhere in the window, unless a handler closer to the target has handled them, or a dialog is open. */
export function useShortcuts(shortcuts: Partial<Record<Shortcut, () => void>>): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  // Before the page is painted: what people see they can use.
  useLayoutEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return
      const action = Object.entries(latest.current).find(([shortcut]) => shortcut === shortcutOf(event))?.[1]
      if (!action || isBehindDialog()) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
