import sanitize from 'sanitize-filename'

/** UTF-8 bytes, as most file systems count; room for what a browser or a sync client puts after a name. */
const longestBytes = 180

/** Windows takes superscript digits for the digits of its devices, which sanitize-filename does not know. */
const superscriptDevice = /^(com|lpt)[¹²³](\..*)?$/i

/**
 * A file name made of any text: one path segment, without characters that a file system or a terminal would take for
 * something else. `extension` comes without a dot.
 */
export function safeFileName(text: string, extension: string): string {
  const allowed = text
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[/\\:*?"<>|%$`'&;!#]+/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.-]+|[\s.-]+$/g, '')
  const short = shorten(allowed)
  const name = sanitize(`${short}.${extension}`)
  return short === '' || name === '' || superscriptDevice.test(name) ? `asset-inspector.${extension}` : name
}

function shorten(name: string): string {
  let short = ''
  for (const character of name) {
    if (Buffer.byteLength(short + character) > longestBytes) break
    short += character
  }
  return short.trim()
}
