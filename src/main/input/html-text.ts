const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  equals: '=',
  num: '#',
  colon: ':',
  comma: ',',
  sol: '/',
  bsol: '\\',
  lowbar: '_',
  hyphen: '-',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201c',
  rdquo: '\u201d',
  ndash: '\u2013',
  mdash: '\u2014',
}
const entity = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi

const tags =
  'html|head|body|div|p|br|pre|code|span|table|tbody|thead|tr|td|th|ul|ol|li|b|strong|i|em|a|font|o:p|meta|style|blockquote|h[1-6]'
/** A line break in the source behind a tag that breaks the line is no other one. */
const tag = new RegExp(
  `</?(${tags})(?:\\s[^<>]{0,2000})?/?>(?:(?<=</?(?:br|p|div|tr|li|pre)[^<>]{0,200}>)\\n)?`,
  'gi',
)
const endsLine = /^(?:div|p|br|pre|tr|li|ul|ol|blockquote|h[1-6])$/i
const endsCell = /^t[dh]$/i
const unseen: readonly (readonly [opening: string, closing: string])[] = [
  ['<!--', '-->'],
  ['<head>', '</head>'],
  ['<style', '</style>'],
  ['<script', '</script>'],
]

/**
 * What a page shows whose HTML was copied: without its tags, and with the characters that stand for entities. A text counts
 * as HTML where it has tags of pages, or entities that nobody types.
 */
export function fromHtml(text: string): string {
  const hasTags = text.includes('<') && new RegExp(tag).test(text)
  const shown = hasTags ? withoutTags(text) : text
  return hasTags || hasEntities(text) ? shown.replace(entity, characterOf) : text
}

/** The characters that stand for entities, in a text that has some which nobody types. */
export function decodeEntities(text: string): string {
  return hasEntities(text) ? text.replace(entity, characterOf) : text
}

function hasEntities(text: string): boolean {
  // A lone `&amp;` may be anything; one that separates parameters, or stands for a quote, cannot.
  return /&(?:quot|apos|lt|gt|nbsp|equals|lowbar|#0?39|#x27|#34|#x22|#47|#x2f);|&(?:amp|#38|#x26);[\w.-]{1,80}(?:=|%3D|&#61;)/i.test(
    text,
  )
}

function withoutTags(text: string): string {
  const seen = unseen.reduce((rest, [opening, closing]) => withoutParts(rest, opening, closing), text)
  return seen.replace(tag, (found: string, name: string) => {
    if (found.startsWith('</')) return endsLine.test(name) ? '\n' : endsCell.test(name) ? '\t' : ''
    return /^(?:br|pre|p|div)$/i.test(name) ? '\n' : ''
  })
}

function withoutParts(text: string, opening: string, closing: string): string {
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  const kept: string[] = []
  let at = 0
  for (let start = lower.indexOf(opening); start >= 0; start = lower.indexOf(opening, at)) {
    const end = lower.indexOf(closing, start)
    if (end < 0) break
    kept.push(text.slice(at, start))
    at = end + closing.length
  }
  return [...kept, text.slice(at)].join('')
}

function characterOf(found: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return namedEntities[name.toLowerCase()] ?? found
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : found
}
