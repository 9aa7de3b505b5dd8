/** Mail filters and search engines that put an address into one of their own, as a parameter (Outlook, Google, Slack, …). */
const parameters = [
  'url',
  'u',
  'q',
  'a',
  'target',
  'to',
  'link',
  'redirect',
  'redirect_uri',
  'domain',
  'r',
] as const
const longest = 8_000

/**
 * The address inside one that a mail filter, a chat or a search engine has made of it, still encoded as it was there; null where
 * there is none. Nothing is asked of anybody: links that only their maker can resolve stay what they are.
 */
export function addressInside(url: URL): string | null {
  if (url.href.length > longest) return null
  const { hostname, pathname } = url
  if (/(?:^|\.)urldefense\.(?:com|proofpoint\.com|us)$/.test(hostname)) {
    const inner = pathname.startsWith('/v3/') ? fromThirdVersion(url) : fromSecondVersion(url)
    if (inner !== null) return inner
  }
  for (const name of parameters) {
    for (const value of url.searchParams.getAll(name)) {
      const inner = httpIn(value) ?? httpIn(fromBase64(value))
      if (inner !== null) return inner
    }
  }
  // Cisco and others keep the whole address, encoded, in their path.
  const [, encoded = ''] = /\/(https?(?:%3a|:)[^?#]*)/i.exec(pathname) ?? []
  return httpIn(decode(encoded))
}

function httpIn(text: string): string | null {
  const found = /^https?%3a/i.test(text) ? decode(text) : text
  return /^https?:\/\/[^\s]/i.test(found) ? found : null
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

function fromBase64(text: string): string {
  return /^aHR0c[\w+/-]{8,}={0,2}$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : ''
}

/** Proofpoint, version 2: `-` stands for `%`, and `_` for `/`; version 1 has the address as it is. */
function fromSecondVersion(url: URL): string | null {
  const encoded = url.searchParams.get('u') ?? ''
  return url.pathname.startsWith('/v1/')
    ? httpIn(encoded)
    : httpIn(decode(encoded.replaceAll('-', '%').replaceAll('_', '/')))
}

/**
 * Proofpoint, version 3: `/v3/__ADDRESS__;CHARACTERS!!…`, where each `*` of the address stands for the next character, and `**`
 * with a letter behind it for as many as the letter counts.
 */
function fromThirdVersion(url: URL): string | null {
  const [, address = '', replaced = ''] =
    /\/v3\/__(.+?)__;([\w=-]*)!/.exec(`${url.pathname}${url.search}`) ?? []
  const characters = [...Buffer.from(replaced, 'base64').toString('utf8')]
  const runs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const plain = address.replace(/\*(?:\*(.))?/g, (_found, length?: string) =>
    characters.splice(0, length === undefined ? 1 : runs.indexOf(length) + 2).join(''),
  )
  return httpIn(plain.replace(/^(https?:)\/+/i, '$1//'))
}
