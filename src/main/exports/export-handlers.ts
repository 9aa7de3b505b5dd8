import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { exportFormats } from '../../shared/exports'
import { readAssetId } from '../assets/asset-id'
import type { FileChoice } from '../files/file-choice'
import { identifier, parseInput } from '../input/parse-input'
import { maxBodyBytes } from '../metadata/metadata-request'
import { tabulateJson } from '../metadata/tabulate-json'
import type { TableWords } from './table-words'

const exportSchema = v.object({
  assetId: v.pipe(
    identifier,
    v.check((text) => readAssetId(text).ok),
  ),
  text: v.pipe(v.string(), v.maxLength(maxBodyBytes)),
  format: v.picklist(exportFormats),
})

type Collaborators = {
  files: FileChoice
  words: TableWords & { title: string }
}

/** What is taken along of an asset, as files. */
export function exportHandlers({ files, words }: Collaborators): Pick<Handlers, 'exportMetadata'> {
  return {
    exportMetadata: async (input) => {
      const { assetId, text, format } = parseInput(exportSchema, input)
      // The writers of CSV and XLSX are loaded when something is first taken along.
      const { writeExport } = await import('./export-metadata')
      const file = await writeExport({ assetId, text, rows: tabulateJson(text) }, format, words)
      if (file.kind === 'refused') return file
      const { suggestedName, content, remarks } = file
      const path = await files.saveBytes({ title: words.title, suggestedName, bytes: content })
      return path === null ? null : { kind: 'saved', path, remarks }
    },
  }
}
