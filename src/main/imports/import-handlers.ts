import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { largestImportBytes } from '../../shared/imports'
import type { Connections } from '../connections/connections'
import type { FileChoice } from '../files/file-choice'
import { safeFileName } from '../files/safe-file-name'
import { identifier, parseInput } from '../input/parse-input'
import type { Imports } from './imports'
import { shareText } from './share-connection'

const textSchema = v.object({
  text: v.pipe(v.string(), v.maxLength(20_000_000)),
  fileName: v.nullable(v.pipe(v.string(), v.maxLength(1_000))),
})
const shareSchema = v.object({ connectionId: identifier, to: v.picklist(['clipboard', 'file']) })

type Collaborators = {
  connections: Connections
  imports: Imports
  files: FileChoice
  copy: (text: string) => Promise<boolean>
  /** Of the platform's dialogs. */
  titles: () => { imports: string; share: string }
}

/** Credentials that come in by file and text, and connections that go out to colleagues. */
export function importHandlers({
  connections,
  imports,
  files,
  copy,
  titles,
}: Collaborators): Pick<Handlers, 'openImportFile' | 'readImportText' | 'shareConnection'> {
  return {
    openImportFile: async () => {
      const chosen = await files.openText({ title: titles().imports, largestBytes: largestImportBytes })
      if (chosen === null) return null
      return chosen.text === null
        ? { found: false, refusal: 'too-large' }
        : imports.read(chosen.text, chosen.name)
    },
    readImportText: async (input) => {
      const { text, fileName } = parseInput(textSchema, input)
      return imports.read(text, fileName)
    },
    shareConnection: async (input) => {
      const { connectionId, to } = parseInput(shareSchema, input)
      const record = await connections.find(connectionId)
      const text = shareText(record)
      if (to === 'clipboard') return { saved: await copy(text) }
      const suggestedName = safeFileName(record.name, 'json')
      return { saved: (await files.saveText({ title: titles().share, suggestedName, text })) !== null }
    },
  }
}
