import { ClipboardItem, clipboard } from 'electron'
import { concealingFormats } from './clipboard-formats'

/** One of the places from which a user pastes. */
export type PastePlace = { read: () => Promise<string>; clear: () => Promise<void> }

export type SystemClipboard = {
  write: (text: string) => Promise<void>
  /** The same for a secret, marked as one where the system and this Electron can. */
  writeConcealed: (text: string) => Promise<void>
  /** The clipboard first; on Linux also the primary selection, where Chromium puts copied text too. */
  places: readonly PastePlace[]
}

/** Up to Electron 43 everything is synchronous, and an argument says which clipboard is meant. */
type OlderClipboard = { readText: (type: 'selection') => string; clear: (type: 'selection') => void }

const general: PastePlace = {
  read: async () => clipboard.readText(),
  clear: async () => clipboard.clear(),
}

function selection(): PastePlace {
  const { selection: own } = clipboard as Partial<typeof clipboard>
  if (own) return { read: async () => own.readText(), clear: async () => own.clear() }
  const older = clipboard as unknown as OlderClipboard
  return {
    read: async () => older.readText('selection'),
    clear: async () => older.clear('selection'),
  }
}

async function write(text: string): Promise<void> {
  await clipboard.writeText(text)
}

/** Several formats at once can be written since Electron 44; before, each of them takes the place of the others. */
async function writeConcealed(text: string): Promise<void> {
  if (typeof ClipboardItem !== 'function') return write(text)
  const formats = Object.entries(concealingFormats(process.platform)).map(([name, content]) => [
    `electron application/osclipboard;format="${name}"`,
    new Blob([new Uint8Array(content)]),
  ])
  await clipboard
    .write([new ClipboardItem({ 'text/plain': text, ...Object.fromEntries(formats) })])
    .catch(() => write(text))
}

/** The system's clipboard, by whichever interface this Electron has. */
export function openSystemClipboard(): SystemClipboard {
  const places = process.platform === 'linux' ? [general, selection()] : [general]
  return { write, writeConcealed, places }
}
