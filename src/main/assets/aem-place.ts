import type { AemTier } from '../../shared/asset-reference'

/** The environment that a host belongs to. */
export type AemPlace = { tier: AemTier; bucket: string }

/** The AEM author of a connection, which need not have a host of Adobe's pattern. */
export type OwnAuthor = { origin: string; bucket: string }

export function ownAuthorOf(bucket: string, aemHost: string): OwnAuthor {
  return {
    origin: new URL(aemHost).origin,
    bucket,
  }
}

const hostPattern = /^(author|publish|preview|delivery)-p(\d{1,12})-e(\d{1,12})(-cmstg)?\.adobeaemcloud\.com$/

function placeOf(tier: string, program: string, environment: string, stage: string): AemPlace | null {
  return tier === 'author' || tier === 'publish' || tier === 'preview' || tier === 'delivery'
    ? { tier, bucket: `author-p${program}-e${environment}${stage}` }
    : null
}

/** Understands a host name in lower case and punycode, as the URL parser gives it. */
export function readAemHost(hostname: string): AemPlace | null {
  const [, tier = '', program = '', environment = '', stage = ''] = hostPattern.exec(hostname) ?? []
  return placeOf(tier, program, environment, stage)
}

/** The environment that an event of AEM comes from, such as `acct:aem-p1-e2@adobe.com`. */
export function readEventSource(source: string): AemPlace | null {
  const [, stage = '', program = '', environment = ''] =
    /^acct:aem(-cmstg)?-p(\d{1,12})-e(\d{1,12})@adobe\.com$/i.exec(source) ?? []
  return program === '' ? null : placeOf('author', program, environment, stage.toLowerCase())
}

/**
 * Understands where an address leads. Ports, user names and hosts that only look like Adobe's are not understood; a
 * connection's own author is.
 */
export function readAemPlace(url: URL, own: OwnAuthor | null): AemPlace | null {
  if (url.username !== '' || url.password !== '') return null
  if (own !== null && url.origin === own.origin) return { tier: 'author', bucket: own.bucket }
  return url.port === '' ? readAemHost(url.hostname) : null
}

/** A bucket or host that stands in running text. What is joined to it by a dot or an at sign belongs to another host. */
const named =
  /(?<![\w.@%-])(author|publish|preview|delivery)-p(\d{1,12})-e(\d{1,12})(-cmstg)?(?:\.adobeaemcloud\.com)?(?![\w@%-]|\.\w|:\d)/gi

/** The environments that a text names outside of addresses. */
export function placesNamedIn(text: string): AemPlace[] {
  return [...text.matchAll(named)].flatMap(([, tier = '', program = '', environment = '', stage = '']) => {
    const place = placeOf(tier.toLowerCase(), program, environment, stage.toLowerCase())
    return place === null ? [] : [place]
  })
}
