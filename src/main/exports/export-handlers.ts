import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { type ExportOutcome, exportFormats, tableFormats } from '../../shared/exports'
import { readAssetId } from '../assets/asset-id'
import type { FileChoice } from '../files/file-choice'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import { maxBodyBytes } from '../metadata/metadata-request'
import type { ExportFile } from './export-metadata'
import type { TableWords } from './table-words'
import type { WriteExport } from './write-in-own-process'

const exportSchema = v.object({
  assetId: v.pipe(
    identifier,
    v.check((text) => readAssetId(text).ok),
  ),
  text: v.pipe(v.string(), v.maxLength(maxBodyBytes)),
  format: v.picklist(exportFormats),
})
/** As many rows as a sheet has, of as many columns as a person reads. */
const mostRows = 1_000_000
const line = v.pipe(v.array(fieldText), v.maxLength(100))
const tableSchema = v.object({
  name: v.pipe(v.string(), v.maxLength(1_000)),
  sheet: v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)),
  headings: v.pipe(line, v.minLength(1)),
  rows: v.pipe(v.array(line), v.maxLength(mostRows)),
  format: v.picklist(tableFormats),
})

type Collaborators = {
  files: FileChoice
  writeExport: WriteExport
  /** With the titles of the dialogs that ask where to save. */
  words: () => TableWords & { title: string; tableTitle: string }
}

/** Metadata and tables saved as files. */
export function exportHandlers({
  files,
  writeExport,
  words,
}: Collaborators): Pick<Handlers, 'exportMetadata' | 'exportTable'> {
  async function save(title: string, file: ExportFile): Promise<ExportOutcome | null> {
    if (file.kind === 'refused') return file
    const { suggestedName, content, remarks } = file
    const path = await files.saveBytes({ title, suggestedName, bytes: content })
    return path === null ? null : { kind: 'saved', path, remarks }
  }
  return {
    exportMetadata: async (input) => {
      const { title, tableTitle: _, ...tableWords } = words()
      const request = parseInput(exportSchema, input)
      return save(title, await writeExport({ request, words: tableWords }))
    },
    exportTable: async (input) => {
      const { tableTitle, cut } = words()
      const table = parseInput(tableSchema, input)
      return save(tableTitle, await writeExport({ table, cut }))
    },
  }
}
