import { decodeText } from '../../../shared/decode-text'
import { type ImportRefusal, largestImportBytes } from '../../../shared/imports'

/** Refusals that the window itself can detect. */
export type WindowRefusal = ImportRefusal | 'several-files' | 'unreadable-file'

export type DroppedText = { text: string; fileName: string } | { refusal: WindowRefusal }

/** The text of the one file that was dropped, or why there is none. */
export async function readDroppedFile(files: readonly File[]): Promise<DroppedText> {
  const [file, ...others] = files
  if (!file) return { refusal: 'unreadable-file' }
  if (others.length > 0) return { refusal: 'several-files' }
  // The main process refuses larger files.
  if (file.size > largestImportBytes) return { refusal: 'too-large' }
  try {
    return { text: decodeText(new Uint8Array(await file.arrayBuffer())), fileName: file.name }
  } catch {
    return { refusal: 'unreadable-file' } // A folder, or a file that went away.
  }
}
