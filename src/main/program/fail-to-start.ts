import { app, dialog } from 'electron'
import { describeForLog } from '../failures/describe-for-log'
import { Failure } from '../failures/failure'
import { startWords } from './main-messages'

/** Says in a dialog why the program cannot start, and ends it. */
export async function failToStart(thrown: unknown): Promise<void> {
  const words = explain(thrown)
  process.stderr.write(`${startWords.title}: ${words}\n`)
  await app.whenReady()
  await dialog.showMessageBox({ type: 'error', message: startWords.title, detail: words })
  app.exit(1)
}

function explain(thrown: unknown): string {
  if (thrown instanceof Failure && thrown.error.kind === 'storage') {
    const { path, detail } = thrown.error
    return `${startWords.folder}\n${path}\n\n${startWords.folderFix}\n\n${startWords.details} ${detail}`
  }
  return `${startWords.unexpected}\n\n${startWords.details} ${describeForLog(thrown)}`
}
