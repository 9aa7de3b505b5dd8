import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { exportFormats } from '../../shared/exports'
import { readAssetId } from '../assets/asset-id'
import type { ResolveAccess } from '../connections/connection-access'
import type { Connections } from '../connections/connections'
import type { FileChoice } from '../files/file-choice'
import { identifier, parseInput } from '../input/parse-input'
import type { Metadata } from '../metadata/metadata'
import type { TableWords } from './table-words'

const exportSchema = v.object({
  connectionId: identifier,
  assetId: v.pipe(
    identifier,
    v.check((text) => readAssetId(text).ok),
  ),
  format: v.picklist(exportFormats),
})

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  metadata: Metadata
  files: FileChoice
  words: TableWords & { title: string }
}

/** What is taken along of an asset, as files. */
export function exportHandlers({
  connections,
  resolveAccess,
  metadata,
  files,
  words,
}: Collaborators): Pick<Handlers, 'exportMetadata'> {
  return {
    exportMetadata: async (input) => {
      const { connectionId, assetId, format } = parseInput(exportSchema, input)
      const record = await connections.find(connectionId)
      const access = await resolveAccess(record)
      const target = { ...access, assetId }
      // What the window shows is held here; of a very large document, or after a change of the connection, it is not.
      const reading =
        metadata.recall(target) ??
        (await metadata.read(target, new AbortController().signal, () => undefined))
      // The writers of CSV and XLSX are loaded when something is first taken along.
      const { writeExport } = await import('./export-metadata')
      const file = await writeExport(reading, format, words)
      if (file.kind === 'refused') return file
      const { suggestedName, content, remarks } = file
      const path = await files.saveBytes({ title: words.title, suggestedName, bytes: content })
      return path === null ? null : { kind: 'saved', path, remarks }
    },
  }
}
