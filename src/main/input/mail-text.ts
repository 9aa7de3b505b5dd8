/** The header of a part of a mail (RFC 2045), to the empty line below it. */
const encodedPart =
  /^Content-Transfer-Encoding:[ \t]{0,8}(quoted-printable|base64)\b[^\n]{0,200}\n(?:[^\n]{1,1000}\n){0,40}\n/gim
const mostParts = 20

/** The texts of a mail that was saved or copied with its source, or of a text that is quoted-printable as a whole. */
export function fromMail(text: string): string {
  const parts = [...text.matchAll(encodedPart)].slice(0, mostParts)
  if (parts.length === 0) return isQuotedPrintable(text) ? fromQuotedPrintable(text) : text
  const boundaries = [...text.matchAll(/boundary="?([^";\s]{1,200})/gi)]
    .slice(0, mostParts)
    .map(([, name]) => `\n--${name}`)
  return parts
    .map(({ index, 0: header, 1: encoding = '' }, at) => {
      const start = index + header.length
      const end = parts[at + 1]?.index ?? text.length
      const rest = text.slice(start, end)
      const ends = boundaries.map((boundary) => rest.indexOf(boundary)).filter((found) => found >= 0)
      const body = rest.slice(0, Math.min(rest.length, ...ends))
      return encoding.toLowerCase() === 'base64' ? fromBase64(body) : fromQuotedPrintable(body)
    })
    .join('\n')
}

/** Lines of a quoted-printable text that was copied without its header, and is not encoded otherwise. */
export function joinSoftBreaks(text: string): string {
  return text.replace(/^([^\n]{50,76})=\n/gm, '$1')
}

/** Every equals sign of such a text begins a byte or ends a line (RFC 2045 section 6.7). */
function isQuotedPrintable(text: string): boolean {
  return text.includes('=3D') && !/=(?![\dA-F]{2}|[ \t]*(?:\n|$))/.test(text)
}

function fromQuotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]{0,80}\n/g, '')
    .replace(/(?:=[\dA-F]{2})+/gi, (bytes) =>
      new TextDecoder().decode(Buffer.from(bytes.replaceAll('=', ''), 'hex')),
    )
}

function fromBase64(body: string): string {
  return new TextDecoder().decode(Buffer.from(body, 'base64'))
}
