import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { hideCredentials } from '../failures/redact'
import type { FileChoice } from '../files/file-choice'
import { safeFileName } from '../files/safe-file-name'
import { parseInput } from '../input/parse-input'

const reportSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(1_000)),
  format: v.picklist(['html', 'json']),
  text: v.pipe(v.string(), v.maxLength(20_000_000)),
})

export function reportHandlers(files: FileChoice, title: () => string): Pick<Handlers, 'saveReport'> {
  return {
    saveReport: async (input) => {
      const { name, format, text } = parseInput(reportSchema, input)
      // The window never had a secret or a token; should one ever come in with an answer, it does not leave with a file.
      const path = await files.saveText({
        title: title(),
        suggestedName: safeFileName(name, format),
        text: hideCredentials(text),
      })
      return path === null ? null : { path }
    },
  }
}
