import { open, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { writeFile } from 'atomically'
import { app, BrowserWindow, dialog } from 'electron'
import { decodeText } from '../../shared/decode-text'
import { Failure } from '../failures/failure'
import type { FileChoice } from './file-choice'

/** The content of a file; null where it is larger than allowed. */
async function readAtMost(path: string, largestBytes: number): Promise<Buffer | null> {
  const length = (await stat(path)).size
  if (length > largestBytes) return null
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function storageFailure(path: string, thrown: unknown): Failure {
  return new Failure({ kind: 'storage', path, detail: thrown instanceof Error ? thrown.message : '' })
}

/** The one in which the user has asked for a dialog. */
function ownWindow(): BrowserWindow {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (!window) throw new Failure({ kind: 'cancelled' })
  return window
}

/** Names of kinds of files by their extension, as the list in a dialog has them. */
export type FileKindNames = Readonly<Record<string, string>>

/**
 * The platform's own dialogs, so that the window never names a path. Each kind begins where it was left, as long as the program
 * runs: by themselves, dialogs of Electron begin in Downloads each time since version 43.
 */
export function createFileDialogs(kindNames: () => FileKindNames): FileChoice {
  let openedFrom: string | undefined
  let savedTo = app.getPath('documents')

  /** Written beside the chosen file and renamed: what was there stays until the new file is whole. */
  async function saveAt(
    title: string,
    suggestedName: string,
    content: string | Buffer,
  ): Promise<string | null> {
    const extension = extname(suggestedName).slice(1)
    const { filePath } = await dialog.showSaveDialog(ownWindow(), {
      title,
      defaultPath: join(savedTo, suggestedName),
      filters: [{ name: kindNames()[extension] ?? extension.toUpperCase(), extensions: [extension] }],
      // Windows and macOS always ask before they overwrite a file; Linux does only when it is told to.
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    })
    if (filePath === undefined || filePath === '') return null
    try {
      await writeFile(filePath, content)
      savedTo = dirname(filePath)
      return filePath
    } catch (thrown) {
      throw storageFailure(filePath, thrown)
    }
  }

  async function openBytes({ title, largestBytes }: { title: string; largestBytes: number }) {
    const { filePaths } = await dialog.showOpenDialog(ownWindow(), {
      title,
      ...(openedFrom === undefined ? {} : { defaultPath: openedFrom }),
      properties: ['openFile', 'showHiddenFiles'],
    })
    const [path] = filePaths
    if (path === undefined) return null
    openedFrom = dirname(path)
    try {
      return { name: basename(path), bytes: await readAtMost(path, largestBytes) }
    } catch (thrown) {
      throw storageFailure(path, thrown)
    }
  }

  return {
    openBytes,
    openText: async (options) => {
      const opened = await openBytes(options)
      if (opened === null) return null
      return { name: opened.name, text: opened.bytes === null ? null : decodeText(opened.bytes) }
    },
    saveText: ({ title, suggestedName, text }) => saveAt(title, suggestedName, text),
    saveBytes: ({ title, suggestedName, bytes }) => saveAt(title, suggestedName, Buffer.from(bytes)),
  }
}
