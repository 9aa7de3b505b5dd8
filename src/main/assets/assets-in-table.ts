import { parse } from 'csv-parse/sync'
import { assetIdOf } from './ids-in-text'
import { damPathIn } from './repository-path'

/** A table that names one asset in each row: the cells that name it. */
export type AssetTable = {
  cells: readonly string[] /** Of the environment, where the table says so. */
  host: string
}

type Rows = readonly (readonly string[])[]

/** Separators that spreadsheets and reports of AEM use. */
const delimiters = [',', ';', '\t', '|'] as const
const mostRows = 20_000
/** Reports begin with a title, Excel with the separator. */
const mostRowsAbove = 10

/** Headings of AEM's metadata export and import (`assetPath`), its reports (`Path`), and the import by API (`assetId`). */
const idHeading = /^(?:asset[ _]?id|repo:asset_?id|repo:id|jcr:uuid|uuid)$/i
const pathHeading = /^(?:asset[ _]?path|path|repo:path|jcr:path)$/i

/**
 * Reads a text as a table of assets: by the heading of its column, or because every row has an asset in the same column. Only that
 * column counts: other cells hold names of other things, and may hold separators. Null for a text that is no such table.
 */
export function readAssetTable(text: string): AssetTable | null {
  if (!text.includes('\n')) return null
  const exported = readOwnExport(text)
  if (exported !== null) return exported
  for (const delimiter of delimiters) {
    const rows = firstRows(text, delimiter)
    const heading = rows.findIndex((cells) => cells.some(isHeading))
    if (heading >= 0 && (rows[heading]?.length ?? 0) > 1) {
      return { cells: columnsBelow(allRows(text, delimiter), heading), host: '' }
    }
  }
  const lines = text.split('\n').map(withoutQuotes)
  if (isHeading(lines[0] ?? '')) return { cells: lines.slice(1).filter((line) => line !== ''), host: '' }
  return readByContent(text)
}

function isHeading(cell: string): boolean {
  return idHeading.test(nameOf(cell)) || pathHeading.test(nameOf(cell))
}

/** Without the type that AEM's exports write behind a name: `dc:title {{String}}`, `dc:title[string]`. */
function nameOf(heading: string): string {
  return heading.replace(/\s*(?:\{\{.*\}\}|\[.*\])\s*$/, '').trim()
}

function withoutQuotes(line: string): string {
  return line.trim().replace(/^"(.*)"$/, '$1')
}

function firstRows(text: string, delimiter: string): Rows {
  return parseRows(text, delimiter, mostRowsAbove)
}

function allRows(text: string, delimiter: string): Rows {
  return parseRows(text, delimiter, mostRows)
}

function parseRows(text: string, delimiter: string, to: number): Rows {
  try {
    return parse(text, {
      delimiter,
      to,
      bom: true,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    })
  } catch {
    return []
  }
}

/** The cells that name the asset of each row: its ID where there is one, else its path. */
function columnsBelow(rows: Rows, heading: number): string[] {
  const headings = rows[heading] ?? []
  const columns = [
    headings.findIndex((cell) => idHeading.test(nameOf(cell))),
    headings.findIndex((cell) => pathHeading.test(nameOf(cell))),
  ]
  return rows.slice(heading + 1).flatMap((cells) => {
    const named = columns.map((column) => cells[column] ?? '').find((cell) => cell !== '')
    return named === undefined ? [] : [named]
  })
}

/** What this program exported of one asset: a row for each value, which a JSON Pointer names. */
function readOwnExport(text: string): AssetTable | null {
  for (const delimiter of delimiters) {
    const values = new Map(firstColumnsOf(allPointers(text, delimiter)))
    const named = pointers
      .map((pointer) => values.get(pointer))
      .find((value) => value !== undefined && value !== '')
    if (named !== undefined)
      return { cells: [named], host: values.get('/repositoryMetadata/repo:repositoryId') ?? '' }
  }
  return null
}

const pointers = [
  '/assetId',
  '/repositoryMetadata/repo:assetId',
  '/repositoryMetadata/repo:id',
  '/repositoryMetadata/repo:path',
] as const

function allPointers(text: string, delimiter: string): Rows {
  return text.includes('/repositoryMetadata/') || text.includes('/assetId') ? allRows(text, delimiter) : []
}

/** Pointer and value of each row: the pointer is known by its form, the value is the last cell. */
function firstColumnsOf(rows: Rows): [string, string][] {
  return rows.flatMap((cells) => {
    const pointer = cells.find((cell) => /^\/(?:assetId|repositoryMetadata\/)/.test(cell))
    return pointer === undefined || cells.length < 3
      ? []
      : [[pointer, cells.at(-1) ?? ''] as [string, string]]
  })
}

/** Every row has as many cells, and one column names an asset in each of them, or in each but the first. */
function readByContent(text: string): AssetTable | null {
  for (const delimiter of delimiters) {
    const [first = [], ...rest] = allRows(text, delimiter)
    const hasHeading = !first.some(namesAsset)
    const rows = hasHeading ? rest : [first, ...rest]
    const width = rows[0]?.length ?? 0
    if (rows.length < 2 || width < 2 || rows.some((cells) => cells.length !== width)) continue
    const column = Array.from({ length: width }, (_, at) => at).find((at) =>
      rows.every((cells) => namesAsset(cells[at] ?? '')),
    )
    if (column !== undefined) return { cells: rows.map((cells) => cells[column] ?? ''), host: '' }
  }
  return null
}

function namesAsset(cell: string): boolean {
  return assetIdOf(cell) !== null || (cell.startsWith('/content/dam/') && damPathIn(cell) !== null)
}
