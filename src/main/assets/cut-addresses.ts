/** Nobody pastes more than this; a text made of slashes must not keep the program busy. */
const mostAddresses = 5_000
const longestAddress = 4_000

/** An address as it stands in a text, without what stands around it. */
export type CutAddress = { text: string; start: number; end: number }

/** Where an address begins: a scheme, an AEM host without one, or a path behind something that ends a word. */
const beginning =
  /https?:\/\/|(?<![\w.@%/-])(?:author|publish|preview|delivery)-p\d{1,12}-e\d{1,12}(?:-cmstg)?\.adobeaemcloud\.com(?=[/?#])|(?<![^\s"'\u201c\u2018=([;,|<>])\/(?=[^\s/])/gi

/** The quote that closes an address, by the one before it. */
const closingQuotes: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '\u201c': '\u201d',
  '\u2018': '\u2019',
}

/** Where the next address begins behind a separator; a file name holds spaces, but hardly ever these. */
const nextAddress = /[\s;,|]+(?=https?:\/\/|\/content\/dam\/|(?:author|publish|preview|delivery)-p\d)/i

/** Usual file extensions in AEM; an address with spaces ends after the last of them. */
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
    const address = trimEnd(addressAt(text, start))
    const end = start + address.length
    found.push({ text: address, start, end })
    search.lastIndex = Math.max(end, start + 1)
  }
  return found
}

/** The text of an address from `start` on: to the quote that closes it, or as far as its line and its spaces belong to it. */
function addressAt(text: string, start: number): string {
  const before = text[start - 1] ?? ''
  const closing = closingQuotes[before]
  const rest = text.slice(start, start + longestAddress)
  if (closing !== undefined) return withoutNext(firstPart(rest, new RegExp(`[\\r\\n\\t${closing}]`)))
  const line = withoutNext(firstPart(rest, /[\r\n\t"<>`\u201d]/))
  const word = firstPart(line, /\s/)
  const isDam = /\/content\/dam\/|%2fcontent%2fdam%2f/i.test(word)
  return isDam ? withFileNames(line, word, /[\r\n\t]|^$/.test(before)) : word
}

function firstPart(text: string, separator: RegExp): string {
  return text.split(separator, 1)[0] ?? ''
}

function withoutNext(line: string): string {
  return line.slice(0, nextAddress.exec(line)?.index)
}

/**
 * How much of a line belongs to an address inside `/content/dam/`, whose first word is `word`: all of it where the line ends
 * like a file, else as far as its last file ending; without any, the line counts only where the address begins it.
 */
function withFileNames(line: string, word: string, beginsLine: boolean): string {
  const lastFile = [...line.matchAll(fileEnding)].at(-1)
  const endOfFiles = lastFile ? lastFile.index + lastFile[0].length : 0
  const endsLikeFile = /\.\w{2,5}$/.test(line.slice(endOfFiles).trim())
  if (endsLikeFile) return line
  if (lastFile) return line.slice(0, endOfFiles)
  return beginsLine ? line : word
}

/** Takes away what belongs to the sentence or the shell around an address. */
function trimEnd(address: string): string {
  const trimmed = address.replace(/[\s,;:!?'"\u2019\u201d^\\]+$/, '').replace(/(?<![./])\.$/, '')
  return /[)\]]$/.test(trimmed) && !/[([]/.test(trimmed) ? trimmed.slice(0, -1) : trimmed
}
