type Replacement = readonly [RegExp, string]

/** IMS tokens are JWTs. */
const tokenShape: Replacement = [/\beyJ[\w-]{5,}\.[\w-]+(\.[\w-]*)?/g, '[token]']
/** Secrets of the Adobe Developer Console. */
const secretShape: Replacement = [/\bp8e-[\w-]+/g, '[secret]']

/** Shapes that only a credential has. */
const credentials: readonly Replacement[] = [tokenShape, secretShape]

/** Places where a credential of any shape stands. */
const places: readonly Replacement[] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 [hidden]'],
  [
    /\b((?:client_|access_|refresh_)?(?:secret|token)\\?["']?\s*[=:]\s*\\?["']?)[^\s"'\\&,}]+/gi,
    '$1[hidden]',
  ],
]

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text)
}

export type CredentialKind = 'secret' | 'token'

/** What a text holds by shapes that only a credential has; null when it holds none. */
export function findCredential(text: string): CredentialKind | null {
  if (hasShape(text, tokenShape)) return 'token'
  return hasShape(text, secretShape) ? 'secret' : null
}

function hasShape(text: string, [shape]: Replacement): boolean {
  return text.search(shape) >= 0
}

/** Takes everything that looks like a credential out of a text; the rest stays as it is. */
export function hideCredentials(text: string): string {
  return replaceAll(text, credentials)
}

/** Also removes anything in the place of a credential: for answers and log lines, not for prose. */
export function redact(text: string): string {
  return replaceAll(hideCredentials(text), places)
}

/** Shorter texts occur by chance; no secret of the Adobe Developer Console is as short. */
const shortestSecret = 8

/** What stands where a secret of ours was sent back. Long enough that no metadata holds it by chance. */
export const hiddenSecret = '[hidden secret]'

/** Every form in which a server may send a secret back: plain, in an address or a form, in JSON, in HTML. */
function writtenForms(secret: string): readonly string[] {
  if (secret.length < shortestSecret) return []
  const html = secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  const named = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  const form = new URLSearchParams({ s: secret }).toString().slice(2)
  const json = JSON.stringify(secret).slice(1, -1)
  const forms = [secret, encodeURIComponent(secret), form, json, json.replaceAll('/', '\\/'), html, named]
  return [...new Set(forms)]
}

export function holdsSecret(text: string, secret: string): boolean {
  return writtenForms(secret).some((written) => text.includes(written))
}

/** Takes one secret out of a text in every form in which a server may send it back. */
export function hideSecret(text: string, secret: string): string {
  return writtenForms(secret).reduce((clean, written) => clean.replaceAll(written, hiddenSecret), text)
}

/** The same for bytes, of which all others stay as they are; the very same array where there is nothing to hide. */
export function hideSecretInBytes(bytes: Uint8Array, secret: string): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = writtenForms(secret).filter((written) => buffer.includes(written))
  if (found.length === 0) return bytes
  // A character for each byte, so that what is no UTF-8 survives as well.
  const clean = found.reduce(
    (text, written) => text.replaceAll(Buffer.from(written).toString('latin1'), hiddenSecret),
    buffer.toString('latin1'),
  )
  return Buffer.from(clean, 'latin1')
}

/** Whether a text holds something that is, or was, a credential. */
export function holdsCredential(text: string): boolean {
  return text.includes(hiddenSecret) || hideCredentials(text) !== text
}
