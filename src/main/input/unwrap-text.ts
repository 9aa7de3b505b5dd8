import { fromHtml } from './html-text'
import { fromMail } from './mail-text'
import { parseJson } from './parse-json'

/** Characters that are in a text without being seen: they come along from web pages, chats and right-to-left text. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
/** Colors of a terminal (ECMA-48, SGR). */
const colors = /\u001b\[[\d;]{0,20}m/g
const otherLineEnds = /\r\n?|[\u0085\u2028\u2029]/g
const otherSpaces = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
const otherHyphens = /[\u2010\u2011]/g

/** A text with line feeds, plain spaces and hyphens, and with nothing invisible in it. */
export function plainCharacters(text: string): string {
  return text
    .replace(invisible, '')
    .replace(colors, '')
    .replace(otherLineEnds, '\n')
    .replace(otherSpaces, ' ')
    .replace(otherHyphens, '-')
}

/** The same without empty lines around it, spaces at the ends of its lines, and what all of them are indented by. */
export function tidyText(text: string): string {
  const lines = plainCharacters(text).split('\n')
  return withoutIndent(lines.map((line) => line.trimEnd()))
    .join('\n')
    .trim()
}

/** The first line stays to the others as it was, which counts in YAML. */
function withoutIndent(lines: readonly string[]): string[] {
  const indents = lines.flatMap((line) => (line === '' ? [] : line.length - line.trimStart().length))
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY)
  return lines.map((line) => line.slice(common))
}

/** One wrapping within another, such as a web page in a mail in a quotation. */
const mostLayers = 4

/**
 * Takes away what programs put around and into a text on its way: mail encodings and quotations, HTML, the quotes and dashes
 * of word processors, Markdown, and encodings of the whole. Each one only where it is certain that it is one.
 */
export function unwrapText(text: string): string {
  let unwrapped = text
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const inner = tidyText(wrappings.reduce((current, takeAway) => takeAway(current), unwrapped))
    if (inner === unwrapped) return inner
    unwrapped = inner
  }
  return unwrapped
}

const wrappings: readonly ((text: string) => string)[] = [
  fromJsonText,
  fromMail,
  withoutQuotationMarks,
  fromHtml,
  withPlainQuotes,
  withoutFences,
  fromPercentEncoding,
  fromBase64,
  fromEscapedLines,
]

/** A whole text as JSON holds one. */
function fromJsonText(text: string): string {
  const held = /^"[\s\S]*"$/.test(text) ? parseJson(text) : undefined
  return typeof held === 'string' ? held : text
}

/** `>` before the lines of a quoted mail, or of a command that a shell has continued. */
export function withoutQuotationMarks(text: string): string {
  return text.replace(/^(?:[ \t]{0,8}>){1,20} ?/gm, '')
}

const quotes = '"\'`\u2018-\u201f'
const beforeQuote = `(?<=^|[\\s=:({\\[,$+<>@|${quotes}])`
const afterQuote = `(?=$|[\\s,;)}\\]:=&|/\\\\<>${quotes}])`
const openingDouble = new RegExp(`${beforeQuote}[\u201c\u201d\u201e\u201f\u00ab\uff02]`, 'gm')
const closingDouble = new RegExp(`[\u201c\u201d\u201f\u00bb\uff02]${afterQuote}`, 'gm')
const openingSingle = new RegExp(`${beforeQuote}[\u2018\u2019\u201a\u201b]`, 'gm')
const closingSingle = new RegExp(`[\u2018\u2019\u201b]${afterQuote}`, 'gm')

/** Word, Outlook and Teams make typographic quotes and dashes of plain ones; within a word they are left alone. */
function withPlainQuotes(text: string): string {
  return text
    .replace(openingDouble, '"')
    .replace(closingDouble, '"')
    .replace(openingSingle, "'")
    .replace(closingSingle, "'")
    .replace(/(?<=^|\s)[\u2013\u2014](?=[A-Za-z]{2})/gm, '--')
    .replace(/(?<=^|\s)\u2013(?=[A-Za-z](?:\s|['"]))/gm, '-')
}

/** The fences of a block of code in Markdown, and of one in Jira or Confluence. */
function withoutFences(text: string): string {
  return text.replace(/^[ \t]{0,8}(?:`{3,}|~{3,})[^`\n]{0,80}$|\{(?:code|noformat)(?::[^}\n]{0,80})?\}/gm, '')
}

/** A text that was encoded as a whole has no white space left. */
function fromPercentEncoding(text: string): string {
  if (/\s/.test(text) || !/%[\dA-Fa-f]{2}/.test(text) || /[=&"{}:]/.test(text)) return text
  try {
    const decoded = decodeURIComponent(text.replaceAll('+', ' '))
    return speaksOfCredentials.test(decoded) ? decoded : text
  } catch {
    return text
  }
}

/** Anything is base64, and many things look like percent-encoding; what was a text to import before has such words in it. */
const speaksOfCredentials = /client|secret|scope|api.?key|private key|credential|project/i

const shortestBase64 = 40

function fromBase64(text: string): string {
  if (text.length < shortestBase64 || !/^[\w+/-]+(?:\n[\w+/-]+)*={0,2}$/.test(text)) return text
  const decoded = new TextDecoder().decode(Buffer.from(text, 'base64'))
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(decoded) || !speaksOfCredentials.test(decoded)
    ? text
    : decoded
}

/** As logs and JSON write several lines in one. */
function fromEscapedLines(text: string): string {
  if (text.includes('\n') || !/\\n\s*(?:export\s+)?["']?[\w.-]{2,80}["']?\s*[=:]/.test(text)) return text
  return text.replace(/\\r\\n|\\n/g, '\n').replace(/\\"/g, '"')
}
