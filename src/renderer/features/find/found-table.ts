import type { TableExport, TableFormat } from '../../../shared/exports'
import type { FoundAsset } from '../../../shared/search'

/** The results as a table to be saved; sizes in bytes and dates as AEM wrote them. */
export function foundTableOf(
  assets: readonly FoundAsset[],
  format: TableFormat,
  words: Pick<TableExport, 'name' | 'sheet' | 'headings'>,
): TableExport {
  const rows = assets.map(({ assetId, title, name, path, format: type, size, state, modified }) =>
    [assetId, path, title ?? name, type, size === null ? null : String(size), state, modified].map(
      (text) => text ?? '',
    ),
  )
  return { ...words, rows, format }
}

export const tableColumns = ['assetId', 'path', 'title', 'format', 'size', 'state', 'modified'] as const
