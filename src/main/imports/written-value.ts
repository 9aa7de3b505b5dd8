/** A value as it stands in a text, and where it ends. */
export type WrittenValue = { value: string; end: number; isQuoted: boolean; hasLooseHash: boolean }

const quotes = new Set(['"', "'", '`'])
/** Lists go over a few lines at most. */
const longestList = 4_000

/** The value that begins at `at`, behind the sign that separates it from its name; `lineEnd` is where its line ends. */
export function readWrittenValue(text: string, at: number, lineEnd: number): WrittenValue {
  let start = at
  while (start < lineEnd && /[ \t*]/.test(text[start] ?? '')) start += 1
  return readEnclosed(text, start, lineEnd) ?? readBare(text, start, lineEnd)
}

/** A value in quotes on its line, or in the brackets of a list; null where none begins at `start`. */
export function readEnclosed(text: string, start: number, lineEnd: number): WrittenValue | null {
  const sign = text[start] ?? ''
  if (quotes.has(sign)) return readQuoted(text, start, lineEnd)
  if (sign !== '[') return null
  const near = text.slice(start, start + longestList)
  // A list of one line goes to its last bracket: a text in it may hold one.
  const length = near.slice(0, Math.max(lineEnd - start, 0)).lastIndexOf(']') + 1 || near.indexOf(']') + 1
  const end = start + length
  return length === 0 ? null : { value: text.slice(start, end), end, isQuoted: true, hasLooseHash: false }
}

function readQuoted(text: string, start: number, lineEnd: number): WrittenValue | null {
  const quote = text[start] ?? ''
  const inner: string[] = []
  for (let at = start + 1; at < lineEnd; at += 1) {
    const sign = text[at] ?? ''
    if (sign === quote) return { value: inner.join(''), end: at + 1, isQuoted: true, hasLooseHash: false }
    const next = text[at + 1] ?? ''
    const isEscape = sign === '\\' && (next === quote || (next === '\\' && quote !== "'"))
    if (isEscape) at += 1
    inner.push(isEscape ? next : sign)
  }
  return null
}

/** Other names with values behind it on its line, or the command that they are for. */
const nextAssignment =
  /\s{1,40}(?:(?:-e|--env|--build-arg|export|set|and|&&|;|&)\s{1,40}){0,3}["'`]?\$?[\p{L}_][\p{L}\p{N}_.-]{0,80}["'`]?\s{0,9}[=:](?!\/\/)/u
const comment = /\s(?:#|\/\/(?=\s)|\/\*)/

function readBare(text: string, start: number, lineEnd: number): WrittenValue {
  const line = text.slice(start, lineEnd)
  const next = nextAssignment.exec(line)
  const own = line.slice(0, Math.min(comment.exec(line)?.index ?? line.length, next?.index ?? line.length))
  const whole = own.replace(/\s+[\\^`|]\s*$/, '').replace(/[,;\s]+$/, '')
  return { value: whole, end: start + own.length, isQuoted: false, hasLooseHash: whole.includes('#') }
}
