import { useEffect, useState } from 'react'
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
    'mod+2': () => run('check'),
    'mod+3': () => run('connection-settings'),
    f1: () => run('shortcuts'),
  })
}

export function useOpenPanel() {
  const [panel, setPanel] = useState<OpenPanel>(null)
  return {
    panel,
    openPalette: () => setPanel('palette'),
    openShortcuts: () => setPanel('shortcuts'),
    close: () => setPanel(null),
  }
}
