import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { actionKeys, type WindowAction, windowActions } from '../../shared/window-actions'
import { parseInput } from '../input/parse-input'
import { describeAbout } from './about'
import { menuWords } from './main-messages'
import { platform } from './platform'

type Choose = (action: WindowAction) => void

/** Roles bring the labels, shortcuts and behaviour that the platform's users know. */
function template(isDevelopment: boolean, choose: Choose): MenuItemConstructorOptions[] {
  function item(action: WindowAction): MenuItemConstructorOptions {
    const keys: Partial<Record<WindowAction, string>> = actionKeys
    const accelerator = keys[action]
    return {
      id: action,
      label: menuWords.actions[action],
      // Until the window says that it works there.
      enabled: false,
      ...(accelerator === undefined ? {} : { accelerator }),
      // The window hears its keys itself, where a field or a dialog may want them. macOS asks the menu first in any case.
      registerAccelerator: false,
      click: () => choose(action),
    }
  }
  const separator = { type: 'separator' } as const
  return [
    ...(platform.isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: menuWords.file,
      submenu: [
        item('add-connection'),
        item('try-demo'),
        separator,
        item('settings'),
        separator,
        platform.isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      role: 'viewMenu',
      submenu: [
        item('palette'),
        item('toggle-sidebar'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(isDevelopment ? ([separator, { role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
      ],
    },
    {
      label: menuWords.connection,
      submenu: [item('browse'), item('check'), item('connection-settings'), separator, item('check-all')],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [item('shortcuts'), ...(platform.isMac ? [] : [separator, { role: 'about' as const }])],
    },
  ]
}

/** `choose` tells the window what was chosen. */
export function setMenu(isDevelopment: boolean, choose: Choose): void {
  app.setAboutPanelOptions(
    describeAbout({ name: app.getName(), version: app.getVersion() }, process.versions),
  )
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(isDevelopment, choose)))
}

const actionsSchema = v.object({ actions: v.array(v.picklist(windowActions)) })

/** The menu follows the window, which knows what works where the user is. */
export function menuHandlers(): Pick<Handlers, 'showActions'> {
  return {
    showActions: async (input) => {
      const { actions } = parseInput(actionsSchema, input)
      const menu = Menu.getApplicationMenu()
      for (const action of windowActions) {
        const entry = menu?.getMenuItemById(action)
        if (entry) entry.enabled = actions.includes(action)
      }
      return null
    },
  }
}
