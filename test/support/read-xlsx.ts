import { inflateRawSync } from 'node:zlib'

export type ReadCell = string | number | null

/** A workbook's sheets as a spreadsheet reads them, from the file formats' own specifications: no code of the writer. */
export function readXlsx(bytes: Uint8Array): ReadCell[][][] {
  const files = unzip(Buffer.from(bytes))
  const texts = [
    ...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g),
  ].map(([, text = '']) => readText(text))
  return [...files]
    .filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .map(([, xml]) =>
      [...xml.matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(([, row = '']) => readRow(row, texts)),
    )
}

function readRow(xml: string, texts: readonly string[]): ReadCell[] {
  const row: ReadCell[] = []
  for (const [, column = 'A', attributes = '', value = ''] of xml.matchAll(
    /<c r="([A-Z]+)\d+"([^>]*)><v>([^<]*)<\/v><\/c>/g,
  )) {
    const at = column.charCodeAt(0) - 'A'.charCodeAt(0)
    while (row.length < at) row.push(null)
    row.push(attributes.includes('t="s"') ? (texts[Number(value)] ?? `no text ${value}`) : Number(value))
  }
  return row
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Line ends as every XML parser takes them (XML 1.0, section 2.11), then `_xHHHH_` (ECMA-376, ST_Xstring). */
function readText(xml: string): string {
  return xml
    .replace(/\r\n?/g, '\n')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/_x([\da-fA-F]{4})_/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)))
}

/** The files of a ZIP archive by its central directory (APPNOTE 4.3.12). */
export function unzip(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const files = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength, extraLength, commentLength, start] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    files.set(name, inflateRawSync(zip.subarray(data, data + size)).toString('utf8'))
    at += 46 + nameLength + extraLength + commentLength
  }
  return files
}
