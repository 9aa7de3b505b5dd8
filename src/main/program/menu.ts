import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { actionKeys, type WindowAction, windowActions } from '../../shared/window-actions'
import { parseInput } from '../input/parse-input'
import { describeAbout } from './about'
import type { MainMessages, MenuRole } from './main-messages'
import { platform } from './platform'

type Options = {
  isDevelopment: boolean
  /** Does what was chosen, or tells the window in front. */
  choose: (action: WindowAction) => void
}

type Submenu = MenuItemConstructorOptions[]

const separator = { type: 'separator' } as const

/** Roles bring the shortcuts and behavior that the platform's users know. */
function template({ isDevelopment, choose }: Options, { menu }: MainMessages): Submenu {
  function item(action: WindowAction): MenuItemConstructorOptions {
    const keys: Partial<Record<WindowAction, string>> = actionKeys
    const accelerator = keys[action]
    return {
      id: action,
      label: menu.action(action),
      // Until a window says that it works there.
      enabled: needsNoWindow(action),
      ...(accelerator === undefined ? {} : { accelerator }),
      // The window hears its keys itself, where a field or a dialog may want them. macOS asks the menu first in any case.
      registerAccelerator: false,
      click: () => choose(action),
    }
  }
  function roles(...names: MenuRole[]): Submenu {
    return names.map((role) => ({ role, label: menu.role(role) }))
  }
  const about = { role: 'about', label: menu.about(app.name) } as const
  const ofMac: Submenu = [
    about,
    separator,
    ...roles('services'),
    separator,
    { role: 'hide', label: menu.hide(app.name) },
    ...roles('hideOthers', 'unhide'),
    separator,
    { role: 'quit', label: menu.quit(app.name) },
  ]
  const textOfMac: Submenu = [
    ...roles('pasteAndMatchStyle', 'delete', 'selectAll'),
    separator,
    { label: menu.speech, submenu: roles('startSpeaking', 'stopSpeaking') },
  ]
  return [
    ...(platform.isMac ? [{ role: 'appMenu', label: app.name, submenu: ofMac } as const] : []),
    {
      label: menu.file,
      submenu: [
        item('new-window'),
        separator,
        item('add-connection'),
        item('try-demo'),
        separator,
        item('settings'),
        separator,
        ...roles(platform.isMac ? 'close' : 'quit'),
      ],
    },
    {
      role: 'editMenu',
      label: menu.edit,
      submenu: [
        ...roles('undo', 'redo'),
        separator,
        ...roles('cut', 'copy', 'paste'),
        ...(platform.isMac ? textOfMac : [...roles('delete'), separator, ...roles('selectAll')]),
      ],
    },
    {
      role: 'viewMenu',
      label: menu.view,
      submenu: [
        item('palette'),
        item('toggle-sidebar'),
        separator,
        ...roles('resetZoom', 'zoomIn', 'zoomOut'),
        separator,
        ...roles('togglefullscreen'),
        ...(isDevelopment ? ([separator, { role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
      ],
    },
    {
      label: menu.connection,
      submenu: [
        item('browse'),
        item('assets'),
        item('compare'),
        item('check'),
        item('connection-settings'),
        separator,
        item('check-all'),
      ],
    },
    { label: menu.asset, submenu: [item('copy-link'), item('open-in-aem')] },
    {
      role: 'windowMenu',
      label: menu.window,
      submenu: [
        ...roles('minimize', 'zoom'),
        ...(platform.isMac ? [separator, ...roles('front')] : roles('close')),
      ],
    },
    {
      role: 'help',
      label: menu.help,
      submenu: [item('shortcuts'), ...(platform.isMac ? [] : [separator, about])],
    },
  ]
}

/** Gives the program its menu, or the one that it has other words. */
export function setMenu(options: Options, messages: MainMessages): void {
  app.setAboutPanelOptions(
    describeAbout({ name: app.getName(), version: app.getVersion() }, process.versions, messages),
  )
  const before = Menu.getApplicationMenu()
  const menu = Menu.buildFromTemplate(template(options, messages))
  enableActions(menu, (action) => before?.getMenuItemById(action)?.enabled ?? needsNoWindow(action))
  Menu.setApplicationMenu(menu)
}

/** Of macOS, where programs live on without one. */
function needsNoWindow(action: WindowAction): boolean {
  return action === 'new-window'
}

function enableActions(menu: Menu | null, works: (action: WindowAction) => boolean): void {
  for (const action of windowActions) {
    const entry = menu?.getMenuItemById(action)
    if (entry) entry.enabled = works(action)
  }
}

const actionsSchema = v.object({ actions: v.array(v.picklist(windowActions)) })

/** The menu follows the window in front, which knows what works where its user is. */
export function menuHandlers(caller: () => number | null): Pick<Handlers, 'showActions'> {
  const works = new Map<number, readonly WindowAction[]>()
  let front: number | null = null
  function show(): void {
    const actions = works.get(front ?? -1) ?? []
    enableActions(Menu.getApplicationMenu(), (action) => needsNoWindow(action) || actions.includes(action))
  }
  app.on('browser-window-focus', (_event, { id }) => {
    front = id
    show()
  })
  function watch(windowId: number): void {
    BrowserWindow.fromId(windowId)?.once('closed', () => {
      works.delete(windowId)
      show()
    })
  }
  return {
    showActions: async (input) => {
      const windowId = caller() ?? -1
      if (!works.has(windowId)) watch(windowId)
      works.set(windowId, parseInput(actionsSchema, input).actions)
      front = BrowserWindow.getFocusedWindow()?.id ?? windowId
      show()
      return null
    },
  }
}
