/**
 * A stretch of text as it is shown. `code` is null where the text shows itself, else the code point of a character that
 * would be invisible or would change how its neighbours are shown.
 */
export type ShownPart = {
  readonly start: number
  readonly end: number
  readonly shown: string
  readonly code: number | null
}

/** `symbols`: all on one line. `lines`: line breaks are marked and also break. `layout`: white space is only layout. */
export type WhiteSpace = 'symbols' | 'lines' | 'layout'

const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu

/** Scripts whose letters join: joiners show in the shapes of the letters around them. */
const joining =
  /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Gujr}\p{sc=Guru}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}]/u
const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u
/** What a variation selector can belong to: symbols, digits of key caps, ideographs. */
const varied = /[\p{Extended_Pictographic}\p{S}\p{Po}\p{Nd}\p{Ideographic}]/u

/** Text with everything invisible in it made visible. After `maxParts` parts the rest is one part. */
export function showText(
  text: string,
  whiteSpace: WhiteSpace = 'symbols',
  isCut = false,
  maxParts = Number.POSITIVE_INFINITY,
): readonly ShownPart[] {
  const parts: ShownPart[] = []
  function add(start: number, end: number, shown: string, code: number | null) {
    if (start === end) return
    const last = parts.at(-1)
    const joins = last && (last.code === code || parts.length >= maxParts)
    if (!joins) parts.push({ start, end, shown, code })
    else parts[parts.length - 1] = { start: last.start, end, shown: last.shown + shown, code: last.code }
  }

  const [from, to] = whiteSpace === 'layout' ? [0, text.length] : innerRange(text, isCut)
  add(0, from, '␣'.repeat(from), 0x20)
  let plain = from
  hidden.lastIndex = from
  for (let found = hidden.exec(text); found && found.index < to; found = hidden.exec(text)) {
    const at = found.index
    const end = at + found[0].length
    const code = text.codePointAt(at) ?? 0
    if (showsItself(text, at, end, code) || (whiteSpace === 'layout' && /[\n\r\t]/.test(found[0]))) continue
    add(plain, at, text.slice(plain, at), null)
    add(at, end, symbolOf(code) + (whiteSpace === 'lines' && code === 0x0a ? '\n' : ''), code)
    plain = end
  }
  add(plain, to, text.slice(plain, to), null)
  add(to, text.length, '␣'.repeat(text.length - to), 0x20)
  return parts
}

/** `showText` as a plain string. */
export function showPlainly(text: string, whiteSpace: WhiteSpace, isCut = false): string {
  return showText(text, whiteSpace, isCut, 1)
    .map(({ shown }) => shown)
    .join('')
}

/** Spaces at both ends are the ones that nobody sees. */
function innerRange(text: string, isCut: boolean): readonly [number, number] {
  let start = 0
  while (text[start] === ' ') start++
  let end = text.length
  if (!isCut) while (end > start && text[end - 1] === ' ') end--
  return [start, end]
}

function showsItself(text: string, at: number, end: number, code: number): boolean {
  const before = characterBefore(text, at)
  const after = text.slice(end, end + 2)
  if (code === 0x200d && pictograph.test(before) && pictograph.test(after)) return true
  if (code === 0x200c || code === 0x200d) return joining.test(before)
  const isVariation = (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)
  return isVariation && varied.test(before)
}

function characterBefore(text: string, at: number): string {
  const pair = text.slice(Math.max(0, at - 2), at)
  return (pair.codePointAt(0) ?? 0) > 0xffff ? pair : pair.slice(-1)
}

function symbolOf(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '␡'
  const digits = code.toString(16)
  return code >= 0xd800 && code <= 0xdfff ? `\\u${digits}` : `⟨${nameOfCode(code)}⟩`
}

/** Such as `U+202E`. */
export function nameOfCode(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
