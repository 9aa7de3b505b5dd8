import { placeOf } from './field-names'

const value = '("[^"\\n]{1,4000}"|\'[^\'\\n]{1,4000}\'|[^\\s"\']{1,4000})'
const name = '["\']?([\\w.-]{2,120})["\']?'

/** Commands and calls that give a name its value with other signs between them than those of an assignment. */
const settings: readonly RegExp[] = [
  new RegExp(`\\b(?:secret|variable) set ${name} (?:--body[ =]|-b ?)${value}`, 'g'),
  new RegExp(`--name[ =]${name} --value[ =]${value}`, 'g'),
  new RegExp(`\\bconfig:set ${name} ${value}`, 'g'),
  new RegExp(`\\bSetEnvironmentVariable\\(${name}, ?${value}`, 'gi'),
]
const option = new RegExp(`(?<=^|\\s)(?:--|-D)([A-Za-z][\\w.-]{2,80})[ =]${value}`, 'gm')
const row = /^[ \t]{0,9}([A-Za-z][\w .-]{2,60})[,;][ \t]{0,9}("[^"\n]{1,4000}"|[^\n"]{1,4000})$/gm
const typed = /(?<=\w)(?:[ \t]{0,9}:[ \t]{0,9}| As )string[ \t]{0,9}=(?=[ \t]{0,9}["'])/gi
const variable = /\b(?:process\.env|import\.meta\.env)\.\w{1,80}[ \t]{0,9}(?:\|\||\?\?)[ \t]{0,9}(?=["'`])/g
const variableOfPython = /\bos\.(?:getenv|environ\.get)\(["']\w{1,80}["'],[ \t]{0,9}(?=["'])/g

/** The names and values of commands and of code as lines, where they stand otherwise than `name = value`. */
export function codeToLines(text: string): string {
  const plain = text.replace(typed, ' =').replace(variable, '').replace(variableOfPython, '')
  const set = settings.reduce((lines, pattern) => lines.replace(pattern, toLine), plain)
  return set.replace(option, toLine).replace(row, toLine)
}

/** Only names of a credential: everything else may be prose. */
function toLine(found: string, field: string, written: string): string {
  return placeOf(field) === null ? found : `\n${field}=${written}\n`
}
