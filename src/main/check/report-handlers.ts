import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { Failure } from '../failures/failure'
import { hideCredentials } from '../failures/redact'
import type { FileChoice } from '../files/file-choice'
import { safeFileName } from '../files/safe-file-name'
import { parseInput } from '../input/parse-input'

const reportSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(1_000)),
  format: v.picklist(['html', 'pdf', 'json']),
  text: v.pipe(v.string(), v.maxLength(20_000_000)),
})
const savedSchema = v.object({ path: v.pipe(v.string(), v.maxLength(10_000)) })

type Collaborators = {
  files: FileChoice
  title: () => string
  /** Prints an HTML document on the paper that is usual where the user is. */
  printPdf: (html: string) => Promise<Uint8Array>
  /** Shows a file in the system's file manager. */
  showFile: (path: string) => void
}

export function reportHandlers({
  files,
  title,
  printPdf,
  showFile,
}: Collaborators): Pick<Handlers, 'saveReport' | 'showReport'> {
  const saved = new Set<string>()
  return {
    saveReport: async (input) => {
      const { name, format, text } = parseInput(reportSchema, input)
      // The window never had a secret or a token; should one ever come in with an answer, it does not leave with a file.
      const clean = hideCredentials(text)
      const place = { title: title(), suggestedName: safeFileName(name, format) }
      const path =
        format === 'pdf'
          ? await files.saveBytes({ ...place, bytes: await printPdf(clean) })
          : await files.saveText({ ...place, text: clean })
      if (path === null) return null
      saved.add(path)
      return { path }
    },
    showReport: async (input) => {
      const { path } = parseInput(savedSchema, input)
      // The window names no other file than one that it has had saved.
      if (!saved.has(path)) throw new Failure({ kind: 'gone' })
      showFile(path)
      return null
    },
  }
}
