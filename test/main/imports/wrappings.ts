/** What happens to a text on its way, as the bytes of a file. */
export type Wrapping = (text: string) => Uint8Array

function utf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8')
}
function swapped(bytes: Buffer): Uint8Array {
  return Buffer.from(bytes).swap16()
}
function utf32(text: string, write: 'writeUInt32LE' | 'writeUInt32BE'): Uint8Array {
  const characters = [...text]
  const bytes = Buffer.alloc(characters.length * 4)
  for (const [at, sign] of characters.entries()) bytes[write](sign.codePointAt(0) ?? 0, at * 4)
  return bytes
}
function quotedPrintable(text: string): string {
  const encoded = [...Buffer.from(text, 'utf8')]
    .map((byte) =>
      (byte >= 32 && byte < 127 && byte !== 61) || byte === 10
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')
  return encoded
    .split('\n')
    .map((line) => line.replace(/(?:=..|[^=]){70}(?=.)/g, '$&=\n'))
    .join('\n')
}
function mail(encoding: string, body: string): string {
  return `From: jane@example.com\nSubject: Zugang\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b1"\n\n--b1\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: ${encoding}\n\n${body}\n--b1--\n`
}
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
function named(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  )
}
function lines(text: string, change: (line: string) => string): string {
  return text.split(/\r?\n/).map(change).join('\n')
}

export const wrappings: Readonly<Record<string, Wrapping>> = {
  'UTF-8': utf8,
  'UTF-8 with a mark': (text) => utf8(`\ufeff${text}`),
  'UTF-16 LE with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 LE without a mark': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16 BE with a mark': (text) => swapped(Buffer.from(`\ufeff${text}`, 'utf16le')),
  'UTF-16 BE without a mark': (text) => swapped(Buffer.from(text, 'utf16le')),
  'UTF-32 LE with a mark': (text) => utf32(`\ufeff${text}`, 'writeUInt32LE'),
  'UTF-32 LE without a mark': (text) => utf32(text, 'writeUInt32LE'),
  'UTF-32 BE with a mark': (text) => utf32(`\ufeff${text}`, 'writeUInt32BE'),
  'UTF-32 BE without a mark': (text) => utf32(text, 'writeUInt32BE'),
  'the colors of a terminal': (text) => utf8(lines(text, (line) => `\u001b[32m${line}\u001b[0m`)),
  'an old Windows program': (text) => Buffer.from(`${text}\n# Gr\u00fc\u00dfe\n`, 'latin1'),
  'the line ends of Windows': (text) => utf8(text.replace(/\r?\n/g, '\r\n')),
  'the line ends of an old Mac': (text) => utf8(text.replace(/\r?\n/g, '\r')),
  'line separators': (text) => utf8(text.replace(/\r?\n/g, '\u2028')),
  'spaces that do not break': (text) => utf8(text.replaceAll(' ', '\u00a0')),
  'invisible characters': (text) => utf8(text.replace(/[=:]/g, '\u200b$&\u200b')),
  'hyphens that do not break': (text) => utf8(text.replace(/(?<=\w)-(?=\w)/g, '\u2011')),
  'a quotation': (text) => utf8(lines(text, (line) => `> ${line}`)),
  'a quotation in a quotation': (text) => utf8(lines(text, (line) => `>> ${line}`)),
  'a quoted-printable text': (text) => utf8(quotedPrintable(`${text}\n=`)),
  'a quoted-printable mail': (text) => utf8(mail('quoted-printable', quotedPrintable(text))),
  'a base64 mail': (text) =>
    utf8(mail('base64', Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n'))),
  'escaped HTML': (text) => utf8(named(text)),
  'the source of a page': (text) =>
    utf8(`<!doctype html><html><body><p>Hi,</p><pre><code>${escapeHtml(text)}</code></pre></body></html>`),
  'the lines of a page': (text) =>
    utf8(
      `<div>${lines(named(text), (line) => `${line.replace(/^ +/, (all) => '&nbsp;'.repeat(all.length))}<br>`)}</div>`,
    ),
  'typographic quotes': (text) =>
    utf8(text.replace(/"([^"\n]*)"/g, '\u201c$1\u201d').replace(/'([^'\n]*)'/g, '\u2018$1\u2019')),
  'typographic dashes': (text) => utf8(text.replace(/(?<=\s)--(?=[a-z])/g, '\u2013')),
  'a block of Markdown': (text) => utf8(`Here you go:\n\n\`\`\`\n${text}\n\`\`\`\n\nBye`),
  'a text of JSON': (text) => utf8(JSON.stringify(text)),
  base64: (text) => utf8(Buffer.from(text).toString('base64')),
  'percent-encoding': (text) => utf8(encodeURIComponent(text)),
  indentation: (text) => utf8(lines(text, (line) => `    ${line}`)),
  'spaces at the ends of lines': (text) => utf8(lines(text, (line) => `${line}  `)),
  'a mail': (text) =>
    utf8(`Hi Jane,\n\nas promised, the new credential. Don't share it!\n\n${text}\n\nBest regards\nJo`),
}
