import { parse as parseEnv } from 'dotenv'
import { type ImportFormat, type ImportRefusal, largestImportBytes } from '../../shared/imports'
import { cleanCredentials, type FoundCredential } from './clean-credential'
import { readCurlCommand } from './curl-command'
import { type DocumentReading, readJsonDocument } from './json-document'
import { readNamedValues } from './named-values'

export type CredentialsReading =
  | { format: ImportFormat; credentials: FoundCredential[] }
  | { refusal: ImportRefusal }

/**
 * Reads OAuth Server-to-Server credentials out of a file or a pasted text, or tells what it is instead.
 *
 * Takes nothing but what belongs to such a credential, and of that only what the rules of a connection let through.
 * Never throws. `fileName` is the name without folders, null for a pasted text.
 */
export function readCredentials(text: string, fileName: string | null): CredentialsReading {
  if (Buffer.byteLength(text) > largestImportBytes) return { refusal: 'too-large' }
  const content = text.replace(/^\ufeff/, '').trim()
  if (content === '') return { refusal: 'empty' }

  const reading = readText(content, fileName)
  if (reading === 'broken-json') return { refusal: reading }
  const credentials = cleanCredentials(reading.credentials)
  if (credentials.length > 0) return { format: reading.format, credentials }
  return { refusal: reading.credentials.length > 0 ? 'no-credential' : reading.otherwise }
}

function readText(content: string, fileName: string | null): DocumentReading | 'broken-json' {
  const label = labelOf(fileName)
  if (/^[[{]/.test(content) || /\.json$/i.test(fileName ?? '')) {
    const document = parseJson(content)
    return document ? readJsonDocument(document.value, label) : 'broken-json'
  }
  const command = readCurlCommand(content)
  if (command) return { format: 'curl', ...command }
  if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(content)) {
    return { format: 'env', credentials: [], otherwise: 'jwt-credential' }
  }
  return { format: 'env', ...readEnv(content, label) }
}

/** `JSON.parse` rather than a tolerant parser: it takes any depth, and `__proto__` as a key like any other. */
function parseJson(content: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(content) }
  } catch {
    return null
  }
}

function readEnv(content: string, label: string) {
  // dotenv's pattern takes quadratic time over empty lines; nothing that we look for spans one.
  const dense = content.replace(/[\r\n\u2028\u2029]\s+/g, '\n')
  return readNamedValues(Object.entries(parseEnv(dense)), { around: 'any', names: [label] })
}

/** What a file's name says about the credential: nothing for `.env`, `production` for `.env.production`. */
function labelOf(fileName: string | null): string {
  return (fileName ?? '')
    .replace(/^\.env\b/i, '')
    .replace(/\.(?:json|env|txt|sh|cmd|bat|ps1)$/i, '')
    .replace(/^\.+/, '')
}
