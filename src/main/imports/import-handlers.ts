import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { largestImportBytes } from '../../shared/imports'
import type { Connections } from '../connections/connections'
import { hideCredentials } from '../failures/redact'
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
const reportSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(1_000)),
  format: v.picklist(['html', 'json']),
  text: v.pipe(v.string(), v.maxLength(20_000_000)),
})

/** Titles of the platform's dialogs. */
export type DialogTitles = { import: string; share: string; report: string }

type Collaborators = {
  connections: Connections
  imports: Imports
  files: FileChoice
  copy: (text: string) => Promise<boolean>
  titles: DialogTitles
}

/** What comes in from files and texts, and what goes out to them. */
export function exchangeHandlers({
  connections,
  imports,
  files,
  copy,
  titles,
}: Collaborators): Pick<Handlers, 'openImportFile' | 'readImportText' | 'shareConnection' | 'saveReport'> {
  return {
    openImportFile: async () => {
      const chosen = await files.openText({ title: titles.import, largestBytes: largestImportBytes })
      return chosen === null ? null : imports.read(chosen.text, chosen.name)
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
      return { saved: (await files.saveText({ title: titles.share, suggestedName, text })) !== null }
    },
    saveReport: async (input) => {
      const { name, format, text } = parseInput(reportSchema, input)
      // The window never had a secret or a token; should one ever come in with an answer, it does not leave with a file.
      const path = await files.saveText({
        title: titles.report,
        suggestedName: safeFileName(name, format),
        text: hideCredentials(text),
      })
      return path === null ? null : { path }
    },
  }
}
