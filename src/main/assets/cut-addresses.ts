/** Nobody pastes more than this; a text made of slashes must not keep the program busy. */
const mostAddresses = 5_000

/** An address as it stands in a text, without what stands around it. */
export type CutAddress = { text: string; start: number; end: number }

/** Where an address begins: a scheme, an AEM host without one, or a path behind something that ends a word. */
const beginning =
  /https?:\/\/|(?<![\w.@%/-])(?:author|publish|preview|delivery)-p\d{1,12}-e\d{1,12}(?:-cmstg)?\.adobeaemcloud\.com(?=[/?#])|(?<![^\s"'\u201c\u2018=([;,|<>])\/(?=[^\s/])/gi

const opening: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\u201c': '\u201d',
  '\u2018': '\u2019',
}

/** Where the next address begins behind a separator; a file name holds spaces, but hardly ever these. */
const next = /[\s;,|]+(?=https?:\/\/|\/content\/dam\/|(?:author|publish|preview|delivery)-p\d)/i

/** Endings of files that AEM keeps as a rule; an address with spaces ends behind the last of them. */
const fileEnding =
  /\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp|svg|psd|psb|ai|eps|indd|idml|pdf|mp4|m4v|mov|avi|mkv|webm|mxf|mp3|wav|m4a|zip|docx?|xlsx?|pptx?|txt|csv|xml|json|html|glb|usdz)(?=\s)/gi

/**
 * Cuts the addresses and paths out of a text. File names in AEM hold spaces, brackets and apostrophes, so an address inside
 * `/content/dam/` may hold them as well; any other one ends at the first space.
 */
export function cutAddresses(text: string): CutAddress[] {
  const found: CutAddress[] = []
  const search = new RegExp(beginning)
  for (let match = search.exec(text); match && found.length < mostAddresses; match = search.exec(text)) {
    const start = match.index
    const address = trimEnd(stretchFrom(text, start))
    const end = start + address.length
    found.push({ text: address, start, end })
    search.lastIndex = Math.max(end, start + 1)
  }
  return found
}

function stretchFrom(text: string, start: number): string {
  const before = text[start - 1] ?? ''
  const closing = opening[before]
  const rest = text.slice(start, start + 4_000)
  const line =
    rest.split(closing === undefined ? /[\r\n\t"<>`\u201d]/ : new RegExp(`[\\r\\n\\t${closing}]`))[0] ?? ''
  const alone = line.slice(0, next.exec(line)?.index)
  const space = alone.search(/\s/)
  if (space < 0 || closing !== undefined) return alone
  const isDam = /\/content\/dam\/|%2fcontent%2fdam%2f/i.test(alone.slice(0, space))
  return isDam ? withSpaces(alone, space, /[\r\n\t]|^$/.test(before)) : alone.slice(0, space)
}

function withSpaces(alone: string, space: number, beginsLine: boolean): string {
  const last = [...alone.matchAll(fileEnding)].at(-1)
  const lastEnd = last ? last.index + last[0].length : 0
  const tail = alone.slice(lastEnd).trim()
  // The whole line is an address when it ends like a file; else its words end behind the last file.
  if (/\.\w{2,5}$/.test(tail) || lastEnd === 0)
    return beginsLine || /\.\w{2,5}$/.test(tail) ? alone : alone.slice(0, space)
  return alone.slice(0, lastEnd)
}

/** Takes away what belongs to the sentence or the shell around an address. */
function trimEnd(address: string): string {
  const trimmed = address.replace(/[\s,;:!?'"\u2019\u201d^\\]+$/, '').replace(/(?<![./])\.$/, '')
  return /[)\]]$/.test(trimmed) && !/[([]/.test(trimmed) ? trimmed.slice(0, -1) : trimmed
}
