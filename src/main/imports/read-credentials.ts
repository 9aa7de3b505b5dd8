import { type ImportFormat, type ImportRefusal, largestImportBytes } from '../../shared/imports'
import { placesNamedIn } from '../assets/aem-place'
import { parseJson, parseJsonOrLines } from '../input/parse-json'
import { tidyText, unwrapText } from '../input/unwrap-text'
import { cleanCredentials, type FoundCredential, type RawCredential } from './clean-credential'
import { type DocumentReading, readJsonDocument } from './json-document'
import { readTextual } from './read-textual'
import { parseLooseJson } from './text-document'

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
  if (text.length > largestImportBytes || Buffer.byteLength(text) > largestImportBytes)
    return { refusal: 'too-large' }
  const content = text.replace(/^\ufeff/, '')
  if (tidyText(content) === '') return { refusal: 'empty' }

  const refusals: ImportRefusal[] = []
  for (const { format, credentials, otherwise } of readingsOf(content, fileName)) {
    const clean = cleanCredentials(withBucketOf(content, credentials))
    if (clean.length > 0) return { format, credentials: clean }
    refusals.push(credentials.length > 0 && otherwise === 'not-understood' ? 'no-credential' : otherwise)
  }
  return { refusal: mostTelling(refusals) }
}

/** What a text can be read as, from what is certain to what is likely; each is made only when those before it brought nothing. */
function* readingsOf(content: string, fileName: string | null): Generator<DocumentReading> {
  const label = labelOf(fileName)
  const asIs = parseJson(content)
  if (typeof asIs === 'object') return yield readJsonDocument(asIs, label)
  const text = unwrapText(tidyText(content))
  const document = parseJsonOrLines(text)
  if (typeof document === 'object') return yield readJsonDocument(document, label)
  if (/\.json$/i.test(fileName ?? '') || beginsLikeJson(text)) {
    const loose = parseLooseJson(text)
    return yield loose === undefined ? nothing('broken-json') : readJsonDocument(loose, label)
  }
  yield* readTextual(text, label)
}

/** Not every bracket begins JSON: there are tables of INI, prompts of shells and times of chats. */
function beginsLikeJson(text: string): boolean {
  if (/^\[{1,2}[ \t]*[\p{L}_][\p{L}\p{N}_ .:@-]{0,100}\]{1,2}/u.test(text)) return false
  return /^(?:\{\s*(?:["'}/]|[\w$]{1,100}\s*:|$)|\[\s*(?:[[{"'\]/]|-?[\d.]+\s*[,\]]|$))/.test(text)
}

function nothing(otherwise: ImportRefusal): DocumentReading {
  return { format: 'json', credentials: [], otherwise }
}

/** A text that names one environment of AEM names that of its credentials. */
function withBucketOf(text: string, credentials: readonly RawCredential[]): RawCredential[] {
  const buckets = new Set(placesNamedIn(text).map(({ bucket }) => bucket))
  const [only] = buckets.size === 1 ? buckets : []
  return credentials.map((credential) => ({ ...credential, bucket: credential.bucket ?? only }))
}

function mostTelling(refusals: readonly ImportRefusal[]): ImportRefusal {
  const telling = refusals.find((refusal) => refusal !== 'not-understood' && refusal !== 'no-credential')
  return telling ?? (refusals.includes('no-credential') ? 'no-credential' : 'not-understood')
}

/** What a file's name says about the credential: nothing for `.env`, `production` for `.env.production`. */
function labelOf(fileName: string | null): string {
  return (fileName ?? '')
    .replace(/^\.(?:env|aio)\b/i, '')
    .replace(/\.(?:json|env|txt|sh|cmd|bat|ps1|ya?ml|toml|ini|properties|http)$/i, '')
    .replace(/^\.+/, '')
}
