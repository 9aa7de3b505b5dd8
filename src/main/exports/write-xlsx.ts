import { randomUUID } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeXlsxFile, { type Cell, type Row, type Sheet } from 'write-excel-file/node'
import type { TableRow } from './metadata-table'
import { type CellCounts, createCellWriter } from './spreadsheet-cell'
import type { TableWords } from './table-words'

/** Rows of a sheet (Microsoft, Excel specifications and limits), less the headings. */
const mostRows = 1_048_575
/** Excel counts with 15 digits; longer numbers stay text, so that none is rounded. */
const exactNumber = /^-?\d(?:\.?\d){0,14}$/
/** In characters. */
const metadataWidths = [20, 14, 28, 48, 10, 60]

/** A cell's text, or a number by its digits. */
type CellContent = string | { digits: string }

/** A document as a workbook. */
export function writeXlsx(
  table: Iterable<TableRow>,
  words: TableWords,
): Promise<{ bytes: Uint8Array; counts: CellCounts }> {
  return writeWorkbook(linesOf(table), words, metadataWidths)
}

function* linesOf(table: Iterable<TableRow>): Generator<CellContent[]> {
  for (const { group, namespace, key, pointer, kind, value } of table) {
    yield [group, namespace, key, pointer, kind, kind === 'number' ? { digits: value } : value]
  }
}

/** Lines of cells as a workbook; more of them than a sheet holds go on in further sheets. */
export async function writeWorkbook(
  lines: Iterable<readonly CellContent[]>,
  words: TableWords,
  widths: readonly number[],
): Promise<{ bytes: Uint8Array; counts: CellCounts }> {
  const cells = createCellWriter(words.cut)
  const stash = stashTexts()
  function textCell(text: string): Cell {
    const written = cells.write(text)
    return written === '' ? null : { value: stash.put(escapeForXml(written)), type: String }
  }
  function cellOf(content: CellContent): Cell {
    if (typeof content === 'string') return textCell(content)
    const { digits } = content
    return isExact(digits) ? { value: Number(digits), type: Number } : textCell(digits)
  }

  const headings: Row = words.headings.map((value) => ({ value, type: String, fontWeight: 'bold' }))
  const columns = widths.map((width) => ({ width }))
  const sheets: Sheet<never>[] = []
  let rows: Row[] = []
  function openSheet(): void {
    rows = [headings]
    const name = sheets.length === 0 ? words.sheet : `${words.sheet} ${sheets.length + 1}`
    sheets.push({ data: rows, sheet: name, columns, stickyRowsCount: 1 })
  }
  openSheet()
  for (const line of lines) {
    if (rows.length > mostRows) openSheet()
    rows.push(line.map(cellOf))
  }
  return { bytes: stash.takeOut(await writeXlsxFile(sheets).toBuffer()), counts: cells.counts }
}

function isExact(token: string): boolean {
  return exactNumber.test(token) && String(Number(token)) === token
}

const sharedStrings = 'xl/sharedStrings.xml'

/**
 * Carries texts past the library that it would damage: it removes U+FFFD, and keeps its texts as keys of an object that already has
 * `constructor`. LibreOffice shows `_xHHHH_` as it stands, so those are not escaped but written under a mark.
 */
function stashTexts() {
  const mark = randomUUID()
  let isUsed = false
  return {
    put: (text: string): string => {
      const marked = (text in Object.prototype ? mark + text : text).replaceAll('\ufffd', `${mark}\ufffc`)
      isUsed ||= marked !== text
      return marked
    },
    takeOut: (workbook: Uint8Array): Uint8Array => {
      if (!isUsed) return workbook
      const files = unzipSync(workbook)
      const texts = strFromU8(files[sharedStrings] ?? new Uint8Array())
      const content = texts.replaceAll(`${mark}\ufffc`, '\ufffd').replaceAll(mark, '')
      return zipSync({ ...files, [sharedStrings]: strToU8(content) })
    },
  }
}

/** Characters that XML 1.0 has not, or that its parsers change, and those that the library would take out. */
const notInXml =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]|[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]/g

/**
 * Text for a workbook: what XML cannot hold is written as `_xHHHH_`, and so is what only looks like that (ECMA-376 part
 * 1, section 22.9.2.19, ST_Xstring).
 */
function escapeForXml(text: string): string {
  return text
    .replace(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
    .replace(notInXml, (found) =>
      Array.from({ length: found.length }, (_, at) => escapeUnit(found, at)).join(''),
    )
}

function escapeUnit(text: string, at: number): string {
  return `_x${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}_`
}
