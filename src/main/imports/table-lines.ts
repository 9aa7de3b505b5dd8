import { placeOf } from './field-names'

const separators = ['\t', ';', ',', '|'] as const
const mostCells = 60
const longestLine = 4_000

/** The rows of a table below the names of a credential, of CSV, a spreadsheet or Markdown, as lines of names and values. */
export function tablesToLines(text: string): string {
  let names: readonly string[] = []
  let separator = ''
  const lines = text.split('\n').map((line) => {
    if (line.length > longestLine) return line
    const found = headingsOf(line)
    if (found !== null) {
      names = found.names
      separator = found.separator
      return ''
    }
    if (names.length === 0) return line
    if (/^[\s|:+-]+$/.test(line) && line.includes('-')) return ''
    const cells = cellsOf(line, separator)
    if (cells.length !== names.length) {
      names = []
      return line
    }
    return cells.map((cell, at) => `${names[at]}: ${cell}`).join('\n')
  })
  return lines.join('\n')
}

/** A line of two or more different fields and nothing that could be the value of one. */
function headingsOf(line: string): { names: readonly string[]; separator: string } | null {
  for (const separator of separators) {
    const names = cellsOf(line, separator)
    if (names.length < 2 || names.length > mostCells) continue
    if (!names.every((name) => /^[\p{L}\p{N}_. -]{0,60}$/u.test(name))) continue
    const fields = names.map((name) => placeOf(name)?.field)
    const isOfCredential = fields.includes('clientId') || fields.includes('apiKey')
    if (isOfCredential && (fields.includes('secret') || fields.includes('scopes'))) {
      return { names, separator }
    }
  }
  return null
}

function cellsOf(line: string, separator: string): string[] {
  const row = separator === '|' ? line.trim().replace(/^\||\|$/g, '') : line
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const sign of row) {
    if (sign === '"') isQuoted = !isQuoted
    if (sign === separator && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += sign
  }
  return [...cells, cell].map((each) => each.trim().replace(/^(["`])([\s\S]*)\1$/, '$2'))
}
