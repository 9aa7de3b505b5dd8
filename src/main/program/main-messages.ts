import en from './messages/en.json'

/** Messages of the main process: the platform's dialogs, the files it writes, the name of the demo connection. */

/** Name of the connection that the demo adds. */
export const demoName = en['demo.name']

/** In the dialog of a program that cannot start. */
export const startWords = {
  title: en['start.title'],
  folder: en['start.folder'],
  folderFix: en['start.folderFix'],
  switches: en['start.switches'],
  switchesFix: en['start.switchesFix'],
  unexpected: en['start.unexpected'],
  details: en['start.details'],
}

/** In the platform's About panel. */
export const aboutWords = { testBuild: en['about.testBuild'] }

/** On the page that stands in for a window which stops again and again. */
export const stoppedWords = {
  title: en['stopped.title'],
  cause: en['stopped.cause'],
  fix: en['stopped.fix'],
  again: en['stopped.again'],
}

/** In tables that are saved, and on the dialog that asks where to. */
export const exportWords = {
  title: en['dialog.export'],
  sheet: en['export.sheet'],
  cut: en['export.cut'],
  headings: [
    en['export.group'],
    en['export.namespace'],
    en['export.key'],
    en['export.pointer'],
    en['export.type'],
    en['export.value'],
  ],
}

/** In the menu of the program; `&` marks the letter that opens it by key. */
export const menuWords = {
  file: en['menu.file'],
  connection: en['menu.connection'],
  actions: {
    'add-connection': en['menu.action.add-connection'],
    'try-demo': en['menu.action.try-demo'],
    settings: en['menu.action.settings'],
    palette: en['menu.action.palette'],
    'toggle-sidebar': en['menu.action.toggle-sidebar'],
    browse: en['menu.action.browse'],
    check: en['menu.action.check'],
    'connection-settings': en['menu.action.connection-settings'],
    'check-all': en['menu.action.check-all'],
    shortcuts: en['menu.action.shortcuts'],
  },
}

/** In the menus of a right click. */
export const contextMenuWords = {
  undo: en['menu.undo'],
  redo: en['menu.redo'],
  cut: en['menu.cut'],
  copy: en['menu.copy'],
  paste: en['menu.paste'],
  selectAll: en['menu.selectAll'],
  parts: {
    value: en['menu.copy.value'],
    key: en['menu.copy.key'],
    pointer: en['menu.copy.pointer'],
    jsonPath: en['menu.copy.jsonPath'],
    dottedPath: en['menu.copy.dottedPath'],
    keyValue: en['menu.copy.keyValue'],
    json: en['menu.copy.json'],
  },
}

export const dialogTitles = {
  import: en['dialog.import'],
  share: en['dialog.share'],
  report: en['dialog.report'],
  authority: en['dialog.authority'],
}

/** In the dialogs that ask where to save, by extension. */
export const fileKindNames = {
  html: en['file.html'],
  json: en['file.json'],
  csv: en['file.csv'],
  xlsx: en['file.xlsx'],
}
