import { open, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { writeFile } from 'atomically'
import { app, BrowserWindow, dialog } from 'electron'
import { decodeText } from '../../shared/decode-text'
import { Failure } from '../failures/failure'
import type { FileChoice } from './file-choice'

/** The text of a file; null where it is larger than allowed. */
async function readAtMost(path: string, largestBytes: number): Promise<string | null> {
  const length = (await stat(path)).size
  if (length > largestBytes) return null
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return decodeText(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

function storageFailure(path: string, thrown: unknown): Failure {
  return new Failure({ kind: 'storage', path, detail: thrown instanceof Error ? thrown.message : '' })
}

function ownWindow(): BrowserWindow {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) throw new Failure({ kind: 'cancelled' })
  return window
}

/** Written beside the chosen file and renamed: what was there stays until the new file is whole. */
async function saveAt(
  title: string,
  suggestedName: string,
  content: string | Buffer,
): Promise<string | null> {
  const defaultPath = join(app.getPath('documents'), suggestedName)
  const { filePath } = await dialog.showSaveDialog(ownWindow(), { title, defaultPath })
  if (filePath === undefined || filePath === '') return null
  try {
    await writeFile(filePath, content)
    return filePath
  } catch (thrown) {
    throw storageFailure(filePath, thrown)
  }
}

/** The platform's own dialogs, so that the window never names a path. */
export const fileDialogs: FileChoice = {
  openText: async ({ title, largestBytes }) => {
    const { filePaths } = await dialog.showOpenDialog(ownWindow(), {
      title,
      properties: ['openFile', 'showHiddenFiles'],
    })
    const [path] = filePaths
    if (path === undefined) return null
    try {
      return { name: basename(path), text: await readAtMost(path, largestBytes) }
    } catch (thrown) {
      throw storageFailure(path, thrown)
    }
  },
  saveText: ({ title, suggestedName, text }) => saveAt(title, suggestedName, text),
  saveBytes: ({ title, suggestedName, bytes }) => saveAt(title, suggestedName, Buffer.from(bytes)),
}
