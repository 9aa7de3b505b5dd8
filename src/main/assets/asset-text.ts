import { decodeEntities } from '../input/html-text'
import { fromMail, joinSoftBreaks } from '../input/mail-text'
import { parseJsonOrLines } from '../input/parse-json'
import { withoutQuotationMarks } from '../input/unwrap-text'

/**
 * A pasted text without what mails, web pages and JSON have put around and into it. Names of files keep their own quotes, dashes
 * and spaces.
 */
export function withoutWrappings(typed: string): string {
  const text = typed.replace(/[\u200b\u2060\ufeff]/g, '').trim()
  if (/^[[{]/.test(text) && parseJsonOrLines(text) !== undefined) return text
  const lines = text.replace(/\r\n/g, '\n')
  const written = withoutQuotationMarks(joinSoftBreaks(fromMail(lines)))
  return decodeEntities(written)
    .replace(/\\u([\da-f]{4})/gi, (_found, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\/', '/')
    .trim()
}
