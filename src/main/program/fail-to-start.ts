import { app, dialog } from 'electron'
import { describeForLog } from '../failures/describe-for-log'
import { Failure } from '../failures/failure'
import { interfaceLocale } from './interface-locale'
import { type MainMessages, mainMessages } from './main-messages'
import { allowedSwitches } from './start-switches'

/** Says in a dialog why the program cannot start, and ends it. */
export function failToStart(thrown: unknown): Promise<void> {
  return endWith((words) => explain(thrown, words))
}

/** Says in a dialog which switches the program does not start with, and ends it. */
export function refuseToStart(refused: readonly string[]): Promise<void> {
  function list(names: readonly string[]): string {
    return names.map((name) => `--${name}`).join(' ')
  }
  return endWith(
    ({ switches, switchesFix }) =>
      `${switches}\n${list(refused)}\n\n${switchesFix}\n${list(allowedSwitches)}`,
  )
}

type StartWords = MainMessages['start']

/** On the terminal in English; the settings may be what could not be read, so that the dialog follows the system. */
async function endWith(explanation: (words: StartWords) => string): Promise<void> {
  const english = mainMessages('en').start
  process.stderr.write(`${english.title}: ${explanation(english)}\n`)
  await app.whenReady()
  const { start } = mainMessages(interfaceLocale(null, app.getPreferredSystemLanguages()))
  const { title: message } = start
  await dialog.showMessageBox({ type: 'error', title: app.name, message, detail: explanation(start) })
  app.exit(1)
}

function explain(thrown: unknown, { folder, folderFix, unexpected, details }: StartWords): string {
  if (thrown instanceof Failure && thrown.error.kind === 'storage') {
    const { path, detail } = thrown.error
    return `${folder}\n${path}\n\n${folderFix}\n\n${details} ${detail}`
  }
  return `${unexpected}\n\n${details} ${describeForLog(thrown)}`
}
