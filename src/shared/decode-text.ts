/** How far a text is looked into for the zero bytes that tell UTF-16. */
const lookedAt = 4_096

/**
 * The text of a file. UTF-8 is the rule; PowerShell's `>`, Notepad and Java write UTF-16 of either order, with or without a
 * byte order mark, and iconv UTF-32; what is none of these comes from an older Windows program.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = readUtf32(bytes)
  if (wide !== null) return wide
  const encoding = utf16Of(bytes)
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const start = bytes.subarray(0, lookedAt)
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // Names and values of ASCII have a zero in every second byte; a picture has zeros anywhere.
  const many = start.length / 8
  if (odd > many && even * 8 < odd) return 'utf-16le'
  return even > many && odd * 8 < even ? 'utf-16be' : null
}

/** Four bytes for each character, the highest always zero and the next at most 16; null for anything else. */
function readUtf32(bytes: Uint8Array): string | null {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isLittle = bytes[3] === 0 && (bytes[2] ?? 0) <= 16
  const characters: string[] = []
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle)
    if (code === 0 || code > 0x10ffff) return null
    characters.push(String.fromCodePoint(code))
  }
  return characters.join('').replace(/^\ufeff/, '')
}
