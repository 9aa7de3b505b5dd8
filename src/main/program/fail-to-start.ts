import { app, dialog } from 'electron'
import { describeForLog } from '../failures/describe-for-log'
import { Failure } from '../failures/failure'
import { startWords } from './main-messages'
import { allowedSwitches } from './start-switches'

/** Says in a dialog why the program cannot start, and ends it. */
export function failToStart(thrown: unknown): Promise<void> {
  return endWith(explain(thrown))
}

/** Says in a dialog which switches the program does not start with, and ends it. */
export function refuseToStart(refused: readonly string[]): Promise<void> {
  function list(names: readonly string[]): string {
    return names.map((name) => `--${name}`).join(' ')
  }
  return endWith(
    `${startWords.switches}\n${list(refused)}\n\n${startWords.switchesFix}\n${list(allowedSwitches)}`,
  )
}

async function endWith(words: string): Promise<void> {
  process.stderr.write(`${startWords.title}: ${words}\n`)
  await app.whenReady()
  await dialog.showMessageBox({ type: 'error', title: app.name, message: startWords.title, detail: words })
  app.exit(1)
}

function explain(thrown: unknown): string {
  if (thrown instanceof Failure && thrown.error.kind === 'storage') {
    const { path, detail } = thrown.error
    return `${startWords.folder}\n${path}\n\n${startWords.folderFix}\n\n${startWords.details} ${detail}`
  }
  return `${startWords.unexpected}\n\n${startWords.details} ${describeForLog(thrown)}`
}
