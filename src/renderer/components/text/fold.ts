const ascii = /^[\0-\x7f]*$/
export function isAscii(text: string): boolean {
  return ascii.test(text)
}

/** Accents and other marks of European scripts, points of Hebrew, vowel signs of Arabic. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652\u0670]/g

/** Text as the filter compares it: without case and accents. Folding it character by character gives the same result. */
export function fold(text: string): string {
  return isAscii(text)
    ? text.toLowerCase()
    : text.toLowerCase().normalize('NFD').replace(marks, '').replaceAll('ς', 'σ')
}

export type TextRange = { readonly start: number; readonly end: number }

/** Where folded `needle` stands in `text`, at most `limit` times, in units of `text`. */
export function findRanges(text: string, needle: string, limit: number): readonly TextRange[] {
  if (needle === '') return []
  const { folded, origins } = foldWithOrigins(text)
  const ranges: TextRange[] = []
  let at = folded.indexOf(needle)
  while (at >= 0 && ranges.length < limit) {
    const end = at + needle.length
    ranges.push(
      origins ? { start: origins[at] ?? 0, end: endInText(text, origins, end) } : { start: at, end },
    )
    at = folded.indexOf(needle, end)
  }
  return ranges
}

/** A match may end within a character that folds to several: the whole character counts, and marks on it. */
function endInText(text: string, origins: readonly number[], end: number): number {
  const last = origins[end - 1] ?? 0
  const next = origins[end] ?? text.length
  return next > last ? next : last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)
}

/** `origins` holds for each unit of the folded text, and its end, the start of the character it comes from. */
function foldWithOrigins(text: string): { folded: string; origins: readonly number[] | null } {
  if (isAscii(text)) return { folded: text.toLowerCase(), origins: null }
  let folded = ''
  const origins: number[] = []
  let at = 0
  for (const character of text) {
    const part = fold(character)
    for (let unit = 0; unit < part.length; unit++) origins.push(at)
    folded += part
    at += character.length
  }
  origins.push(at)
  return { folded, origins }
}
