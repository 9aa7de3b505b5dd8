import type { NamedValue } from './credential-parts'
import { placeOf } from './field-names'
import { type HeadedValue, type Heading, readHeading, withHeadings } from './headings'
import { resolveReferences } from './references'
import { readEnclosed, readWrittenValue } from './written-value'

/** What a text assigns to names, and those of it that may belong to a credential. */
export type TextValues = { values: readonly NamedValue[]; variables: ReadonlyMap<string, string> }

const mostValues = 20_000
const letters = '\\p{L}\\p{M}\\p{N}'

/** What stands before a name: bullets, numbers of lines, the plus of a difference, a cell, and words of languages. */
const beforeName = [
  '[ \\t]{0,200}',
  '(?:[-*+\u2022\u00b7|][ \\t]{1,20}|[+|]|\\d{1,4}[.):]?[ \\t]{1,20}){0,2}',
  '(?:(?:export|set|setx|setenv|declare|typeset|readonly|local|const|let|var|final|public|private|protected|static|string|val|my|env|arg|and)[ \\t]{1,20}|-{1,2}[a-z-]{1,20}[ \\t]{1,20}){0,4}',
  '(?:\\[string\\][ \\t]{0,20})?',
  '["\'`*]{0,3}[$@]?(?:env:|process\\.env\\.)?\\{?',
].join('')
const separator = '(?:=>|:=|\\?=|==?|[:\uff1a\uff1d\\t|])'
const assignment = new RegExp(
  `^${beforeName}([${letters}_][${letters}_.\\-() /]{0,120}?)[}"'\`*\\])]{0,3}[ \\t]{0,40}${separator}`,
  'iu',
)
/** `setenv NAME value`, `set -x NAME value`, `ENV NAME value`: no sign between them. */
const wordAssignment = new RegExp(
  `^[ \\t]{0,200}(?:setenv|setx|set[ \\t]{1,20}-[a-z]{1,4}|env|arg)[ \\t]{1,20}([${letters}_][${letters}_.-]{0,120})[ \\t]{1,20}(?=\\S)`,
  'iu',
)

/**
 * Reads names with values out of lines: `.env` files, scripts of shells, properties, INI and TOML, YAML that is none, the pages
 * of Adobe Developer Console as copied text, mails and code. Quoted or not, with whatever stands around them.
 */
export function readTextValues(text: string): TextValues {
  const found: HeadedValue[] = []
  const variables = new Map<string, string>()
  let heading: Heading | null = null
  let start = 0
  function take(name: string, value: string, hasLooseHash: boolean) {
    if (!variables.has(name)) variables.set(name, value)
    found.push({ name, value, within: [], hasLooseHash, heading })
  }
  while (start < text.length && found.length < mostValues) {
    const lineEnd = endOfLine(text, start)
    const line = text.slice(start, lineEnd)
    const known = readHeading(line)
    if (known !== null) heading = known
    else if (!isComment(line)) {
      start = readLine(text, start, lineEnd, take)
    }
    start = Math.max(start, lineEnd) + 1
  }
  return { values: resolveReferences(withHeadings(found), variables), variables }
}

type Take = (name: string, value: string, hasLooseHash: boolean) => void

/** Returns where the last value of the line ends, which may be lines later. */
function readLine(text: string, start: number, lineEnd: number, take: Take): number {
  const line = text.slice(start, lineEnd)
  const match = assignment.exec(line) ?? wordAssignment.exec(line)
  if (match === null) return readLabel(text, start, lineEnd, take) ?? readPairs(text, start, lineEnd, take)
  const name = nameIn(match[1] ?? '')
  const valueStart = start + match[0].length
  const { value: written, end, isQuoted, hasLooseHash } = readWrittenValue(text, valueStart, lineEnd)
  // Windows cmd takes name and value in one pair of quotes: `set "NAME=value"`.
  const value = openQuote.test(match[0]) && !isQuoted ? written.replace(/["'`]$/, '') : written
  const field = placeOf(name)?.field
  if (field === undefined) {
    take(name, value, hasLooseHash)
    return readPairs(text, valueStart, lineEnd, take)
  }
  // Behind the last of several values in a line there may be a command; a value alone is whatever its line holds.
  const isOneOfSeveral = end < lineEnd || assignmentsBefore.test(line.slice(0, match[0].length))
  const isWhole = isQuoted || field === 'scopes' || !isOneOfSeveral
  take(name, isWhole ? value : firstWord(value), hasLooseHash)
  return end < lineEnd ? readPairs(text, end, lineEnd, take) : end
}

const openQuote = /["'`][^"'`]*$/
const assignmentsBefore = /[=:].*[=:]/

function firstWord(value: string): string {
  return (value.split(/\s/, 1)[0] ?? '').replace(/[,;]+$/, '')
}

/** Without the command and the options that stand before it, as in `docker run -e NAME`. */
function nameIn(found: string): string {
  return (/\s-{1,2}[a-z]/i.test(found) ? found.split(/\s/).at(-1) : found)?.trim() ?? ''
}

const longestLabel = 60

/** A label on a line of its own with its value on the next, as the pages of Adobe Developer Console are copied. */
function readLabel(text: string, start: number, lineEnd: number, take: Take): number | null {
  const label = text.slice(start, lineEnd).trim()
  if (label.length > longestLabel || !isLabel(label)) return null
  let at = lineEnd + 1
  let end = endOfLine(text, at)
  while (at < text.length && text.slice(at, end).trim() === '') {
    at = end + 1
    end = endOfLine(text, at)
  }
  const value = text.slice(at, end).trim()
  if (value === '' || isLabel(value) || (placeOf(label)?.field !== 'scopes' && /\s/.test(value))) return null
  take(label, value, false)
  return end
}

function isLabel(text: string): boolean {
  return /^[\p{L}_ ()-]+$/u.test(text) && placeOf(text) !== null
}

const pair = new RegExp(
  `(["'\`]?)(?<![${letters}_.-])([${letters}_][${letters}_.-]{0,80}(?: (?:id|keys?|secrets?|account|e-?mail)){0,2})\\1[\\])]{0,2}[ \\t]{0,9}(=>|:=|==?|[:,\uff1a\uff1d])[ \\t]{0,9}`,
  'giu',
)
const wordOfPair = /[^\s,;&"'`)}\]<>|(]+(\(?)/y
const scopesOfPair = /[^\s;&"'`)}\]<>|(]+(\(?)/y

/** Names of a credential with their values anywhere in a line: in code, in a sentence, or behind others. */
function readPairs(text: string, start: number, lineEnd: number, take: Take): number {
  const line = text.slice(start, lineEnd)
  let end = start
  pair.lastIndex = 0
  for (let match = pair.exec(line); match !== null; match = pair.exec(line)) {
    const [whole, quote = '', name = '', sign = ''] = match
    const at = match.index + whole.length
    const field = placeOf(name)?.field
    if (field === undefined) continue
    const written = readEnclosed(text, start + at, lineEnd)
    if (written !== null) {
      // Arguments of a call: both in quotes, and nothing behind them.
      const isArgument = quote !== '' && /^\s{0,9}[)\]}]/.test(text.slice(written.end, written.end + 10))
      if (sign === ',' && !isArgument) continue
      take(name, written.value, false)
      end = written.end
    } else {
      if (sign === ',') continue
      const bare = field === 'scopes' ? scopesOfPair : wordOfPair
      bare.lastIndex = at
      const [word = '', bracket = ''] = bare.exec(line) ?? []
      if (bracket === '') take(name, word, word.includes('#'))
      end = start + at + word.length
    }
    pair.lastIndex = Math.max(end - start, at)
  }
  return end
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}

function isComment(line: string): boolean {
  return /^[ \t]*(?:#|\/\/|;|--\s|REM\b|::)/i.test(line)
}
