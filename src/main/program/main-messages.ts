import { languageOf } from '../../shared/language'
import type { CopiedPart } from '../../shared/metadata'
import type { WindowAction } from '../../shared/window-actions'
import { sayIn } from '../../words/language/say-in'
import { addLanguage, type Catalogue } from '../../words/language/translations'
import type { LongWorkKind, Parts } from '../calls/long-work'
import en from './messages/en.json'

const translations: Readonly<Record<string, Catalogue>> = import.meta.glob(
  ['./messages/*.json', '!./messages/en.json'],
  {
    eager: true,
    import: 'default',
  },
)
for (const [path, catalogue] of Object.entries(translations)) {
  const language = languageOf(path.slice(path.lastIndexOf('/') + 1, -'.json'.length))
  if (language !== null) addLanguage(language, [catalogue])
}

/** Items of menus that the platform knows. Electron has labels for them, in English alone. */
export type MenuRole =
  | 'services'
  | 'hideOthers'
  | 'unhide'
  | 'quit'
  | 'close'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'pasteAndMatchStyle'
  | 'delete'
  | 'selectAll'
  | 'startSpeaking'
  | 'stopSpeaking'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'minimize'
  | 'zoom'
  | 'front'

export type MainMessages = ReturnType<typeof mainMessages>

/** Messages of the main process: the platform's dialogs and menus, the files it writes, the name of the demo connection. */
export function mainMessages(locale: string) {
  const say = sayIn(locale, en)
  return {
    language: languageOf(locale) ?? 'en',
    /** Names of the connections that the demo adds. */
    demoNames: { development: say('demo.name'), stage: say('demo.stage') },
    /** In the dialog of a program that cannot start. */
    start: {
      title: say('start.title'),
      folder: say('start.folder'),
      folderFix: say('start.folderFix'),
      switches: say('start.switches'),
      switchesFix: say('start.switchesFix'),
      unexpected: say('start.unexpected'),
      details: say('start.details'),
    },
    /** In the platform's About panel. */
    testBuild: say('about.testBuild'),
    /** On the page that stands in for a window which stops again and again. */
    stopped: {
      title: say('stopped.title'),
      cause: say('stopped.cause'),
      fix: say('stopped.fix'),
      again: say('stopped.again'),
    },
    exports: exportMessages(locale),
    menu: menuMessages(locale),
    /** In the menu of a row of metadata. */
    copyPart: (part: CopiedPart) => say(`menu.copy.${part}`),
    /** In the notification of work that has ended while the user did something else. */
    workEnded: (kind: LongWorkKind, { good, bad }: Parts) => ({
      title: say(`ended.${kind}`, { count: good + bad }),
      body: say(`ended.${kind}.outcome`, { good, bad }),
    }),
    dialogTitles: {
      imports: say('dialog.import'),
      share: say('dialog.share'),
      report: say('dialog.report'),
      authority: say('dialog.authority'),
    },
    /** In the dialogs that ask where to save, by extension. */
    fileKinds: {
      html: say('file.html'),
      pdf: say('file.pdf'),
      json: say('file.json'),
      csv: say('file.csv'),
      xlsx: say('file.xlsx'),
    },
  }
}

/** In tables that are saved, and on the dialog that asks where to. */
function exportMessages(locale: string) {
  const say = sayIn(locale, en)
  return {
    title: say('dialog.export'),
    tableTitle: say('dialog.table'),
    sheet: say('export.sheet'),
    cut: say('export.cut'),
    headings: [
      say('export.group'),
      say('export.namespace'),
      say('export.key'),
      say('export.pointer'),
      say('export.type'),
      say('export.value'),
    ],
  }
}

/** In the menu of the program; `&` marks the letter that opens it by key. */
function menuMessages(locale: string) {
  const say = sayIn(locale, en)
  return {
    file: say('menu.file'),
    edit: say('menu.edit'),
    view: say('menu.view'),
    connection: say('menu.connection'),
    asset: say('menu.asset'),
    window: say('menu.window'),
    help: say('menu.help'),
    speech: say('menu.speech'),
    about: (name: string) => say('menu.about', { name }),
    hide: (name: string) => say('menu.hide', { name }),
    quit: (name: string) => say('menu.quit', { name }),
    action: (action: WindowAction) => say(`menu.action.${action}`),
    role: (role: MenuRole) => say(`menu.role.${role}`),
  }
}
