import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { exportFormats } from '../../shared/exports'
import { readAssetId } from '../assets/asset-id'
import type { FileChoice } from '../files/file-choice'
import { identifier, parseInput } from '../input/parse-input'
import { maxBodyBytes } from '../metadata/metadata-request'
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

type Collaborators = {
  files: FileChoice
  writeExport: WriteExport
  words: () => TableWords & { title: string }
}

/** Metadata saved as files. */
export function exportHandlers({
  files,
  writeExport,
  words,
}: Collaborators): Pick<Handlers, 'exportMetadata'> {
  return {
    exportMetadata: async (input) => {
      const { title, ...tableWords } = words()
      const file = await writeExport(parseInput(exportSchema, input), tableWords)
      if (file.kind === 'refused') return file
      const { suggestedName, content, remarks } = file
      const path = await files.saveBytes({ title, suggestedName, bytes: content })
      return path === null ? null : { kind: 'saved', path, remarks }
    },
  }
}
