import { isPlaceholder, type RawReading } from './clean-credential'

export type Parameter = readonly [name: string, value: string]

/** A call of the token endpoint of IMS, however it was written down. */
export type TokenRequest = {
  url: URL | null
  parameters: readonly Parameter[]
  /** Client ID and secret of HTTP Basic (RFC 6749 section 2.3.1); IMS takes both ways. */
  login: { user: string; password: string } | null
}

/** Parameters: adobe-dev-console, ServerToServerAuthentication/ims.md. */
export function readTokenRequest({ url, parameters, login }: TokenRequest): RawReading {
  function all(name: string): string[] {
    return parameters.filter(([found]) => found === name).map(([, value]) => value.trim())
  }
  const [grant = 'client_credentials'] = all('grant_type')
  if (url?.pathname.startsWith('/ims/exchange/jwt') || all('jwt_token').length > 0) {
    return { credentials: [], otherwise: 'jwt-credential' }
  }
  if (/^(?:authorization_code|refresh_token|device|implicit|password)/.test(grant)) {
    return { credentials: [], otherwise: 'user-auth-credential' }
  }
  const [clientId = login?.user] = all('client_id')
  // A login of somebody else, such as that of a proxy, says nothing about this client.
  const secrets = [
    ...all('client_secret'),
    ...(login !== null && login.user === clientId ? [login.password] : []),
  ]
  const scopes = [...all('scope'), ...all('scopes')]
  if (clientId === undefined || (secrets.length === 0 && scopes.length === 0)) {
    return { credentials: [], otherwise: 'no-credential' }
  }
  const isHashLoose = url !== null && url.hash !== '' && secrets.some((secret) => secret.includes('#'))
  const doubts = isHashLoose ? (['secret-with-hash'] as const) : []
  return {
    credentials: [{ names: [], clientId, secrets, scopes, imsHost: url?.origin, doubts }],
    otherwise: isPlaceholder(clientId) ? 'values-missing' : 'no-credential',
  }
}

/** What stands behind the `?` of an address; a `#` in it that was not encoded belongs to a value. */
export function parametersOf(url: URL | null): Parameter[] {
  return url === null ? [] : readForm(`${url.search.slice(1)}${url.hash}`)
}

/** Form-encoded parameters (WHATWG URL), as a body or behind the `?` of an address; lines between them do not count. */
export function readForm(text: string): Parameter[] {
  const line = text
    .split('\n')
    .map((part) => part.trim())
    .join('')
  return [...new URLSearchParams(line)].map(([name, value]) => [name.trim(), value])
}

/** `Basic` of the `Authorization` header; null for anything else. */
export function readBasic(header: string): TokenRequest['login'] {
  const encoded = /^\s*Basic\s+([\w+/=-]{4,4000})\s*$/i.exec(header)?.[1]
  return encoded === undefined ? null : readLogin(Buffer.from(encoded, 'base64').toString('utf8'))
}

/** `user:password`, each form-encoded as RFC 6749 wants it, or as it is. */
export function readLogin(text: string): TokenRequest['login'] {
  const [, user = '', password = ''] = /^([^:]*):([\s\S]*)$/.exec(text) ?? []
  return user === '' ? null : { user: decode(user), password: decode(password) }
}

function decode(text: string): string {
  try {
    return /%[\da-f]{2}/i.test(text) ? decodeURIComponent(text) : text
  } catch {
    return text
  }
}

/** An address of IMS, with or without its scheme; null for any other. */
export function readTokenUrl(word: string): URL | null {
  if (!/^(?:https?:\/\/)?(?:[^/\s@]{1,300}@)?[\w.:[\]-]{1,260}\/ims\//i.test(word)) return null
  try {
    return new URL(/^https?:/i.test(word) ? word : `https://${word}`)
  } catch {
    return null
  }
}
