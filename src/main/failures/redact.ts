type Replacement = readonly [RegExp, string]

/** Shapes that only a credential has: IMS tokens are JWTs, secrets of the Adobe Developer Console begin with `p8e-`. */
const credentials: readonly Replacement[] = [
  [/\beyJ[\w-]{5,}\.[\w-]+(\.[\w-]*)?/g, '[token]'],
  [/\bp8e-[\w-]+/g, '[secret]'],
]

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

/** Takes everything that looks like a credential out of a text; the rest stays as it is. */
export function hideCredentials(text: string): string {
  return replaceAll(text, credentials)
}

/** Also takes out whatever stands where a credential would: for answers and log lines, not for prose. */
export function redact(text: string): string {
  return replaceAll(hideCredentials(text), places)
}

/** Shorter texts occur by chance; no secret of the Adobe Developer Console is as short. */
const shortestSecret = 8

/** Takes one secret out of a text in every form in which a server may send it back: plain, in a form, in JSON, in HTML. */
export function hideSecret(text: string, secret: string): string {
  if (secret.length < shortestSecret) return text
  const html = secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  const named = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  const form = new URLSearchParams({ s: secret }).toString().slice(2)
  const forms = [secret, encodeURIComponent(secret), form, JSON.stringify(secret).slice(1, -1), html, named]
  return forms.reduce((clean, written) => clean.replaceAll(written, '[secret]'), text)
}
