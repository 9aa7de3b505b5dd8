import { useEffect, useRef, useState } from 'react'
import { actionKeys, type WindowAction, windowActions } from '../../shared/window-actions'
import { modifierName, useShortcuts } from '../components/shortcuts'
import { useStableCallback } from '../components/use-stable-callback'

/** What each action does where the user is; null where it does not work there. */
export type WindowCommands = Readonly<Record<WindowAction, (() => void) | null>>

/** Keys of an action as people read them; undefined where it has none. */
export function keysOf(action: WindowAction): string | undefined {
  const keys: Partial<Record<WindowAction, string>> = actionKeys
  return keys[action]?.replace('CmdOrCtrl', modifierName)
}

/** A dialog that the window opens over any page. */
export type OpenPanel = 'palette' | 'shortcuts' | null

/** Gives the actions to the program's menu and to their keys, and shows there what works now. */
export function useWindowMenu(commands: WindowCommands): void {
  const works = windowActions.filter((action) => commands[action] !== null)
  const worksNow = works.join(' ')
  const run = useStableCallback((action: WindowAction) => commands[action]?.())
  useEffect(() => {
    void window.desktop.showActions({
      actions: windowActions.filter((action) => worksNow.split(' ').includes(action)),
    })
  }, [worksNow])
  useEffect(() => window.desktop.onActionChosen(run), [run])
  useShortcuts({
    'mod+shift+n': () => run('new-window'),
    'mod+n': () => run('add-connection'),
    'mod+k': () => run('palette'),
    'mod+,': () => run('settings'),
    'mod+b': () => run('toggle-sidebar'),
    'mod+1': () => run('browse'),
    'mod+2': () => run('assets'),
    'mod+3': () => run('compare'),
    'mod+4': () => run('check'),
    'mod+5': () => run('connection-settings'),
    f1: () => run('shortcuts'),
  })
}

export function useOpenPanel() {
  const [panel, setPanel] = useState<OpenPanel>(null)
  const early = useRef<EarlyKeys | null>(null)
  const takeEarlyKeys = useStableCallback(() => early.current?.take() ?? '')
  function show(next: OpenPanel) {
    if (next === panel) return
    early.current?.take()
    early.current = next === 'palette' ? collectEarlyKeys(() => setPanel(null)) : null
    setPanel(next)
  }
  return {
    panel,
    openPalette: () => show('palette'),
    openShortcuts: () => show('shortcuts'),
    close: () => show(null),
    takeEarlyKeys,
  }
}

type EarlyKeys = { take: () => string }

/** Keys pressed before the script of the palette is there are meant for its field, and no shortcut or letter elsewhere. */
function collectEarlyKeys(onEscape: () => void): EarlyKeys {
  let typed = ''
  function take(): string {
    window.removeEventListener('keydown', collect, true)
    const taken = typed
    typed = ''
    return taken
  }
  function collect(event: KeyboardEvent) {
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isLetter && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (isLetter) typed += event.key
    else {
      take()
      onEscape()
    }
  }
  window.addEventListener('keydown', collect, true)
  return { take }
}
