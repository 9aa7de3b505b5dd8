/** What can be done from anywhere in the window: by its menu, by the palette, and most of it by a key. */
export const windowActions = [
  'new-window',
  'add-connection',
  'try-demo',
  'settings',
  'palette',
  'toggle-sidebar',
  'browse',
  'assets',
  'compare',
  'check',
  'connection-settings',
  'check-all',
  'copy-link',
  'open-in-aem',
  'shortcuts',
] as const
export type WindowAction = (typeof windowActions)[number]

/** Keys of the actions as Electron writes accelerators; the window hears them itself, and the menu shows them. */
export const actionKeys = {
  'new-window': 'CmdOrCtrl+Shift+N',
  'add-connection': 'CmdOrCtrl+N',
  settings: 'CmdOrCtrl+,',
  palette: 'CmdOrCtrl+K',
  'toggle-sidebar': 'CmdOrCtrl+B',
  browse: 'CmdOrCtrl+1',
  assets: 'CmdOrCtrl+2',
  compare: 'CmdOrCtrl+3',
  check: 'CmdOrCtrl+4',
  'connection-settings': 'CmdOrCtrl+5',
  shortcuts: 'F1',
} as const satisfies Partial<Record<WindowAction, string>>
