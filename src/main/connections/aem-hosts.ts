import type { Connection, HostOrigin } from '../../shared/connections'
import { isLoopback } from '../calls/loopback'
import { type Reading, readLine, understood, wrong } from '../input/text-rules'

/** Host of IMS for everybody (adobe/aio-lib-core-auth, src/ims.js); EMEA and APAC customers use it as well. */
const imsProduction = 'https://ims-na1.adobelogin.com'
/** Host of IMS for Adobe's own stage environments, whose buckets end in `-cmstg`. */
const imsStage = 'https://ims-na1-stg1.adobelogin.com'

const longestHost = 255
const longestUrl = 2_000

export function defaultImsHost(bucket: string): string {
  return bucket.endsWith('-cmstg') ? imsStage : imsProduction
}

export function defaultAemHost(bucket: string): string {
  return `https://${bucket}.adobeaemcloud.com`
}

/** Where a connection sends what: the secret goes to `ims` with the client ID, the access token got for it to `aem`. */
export function hostsOf(fields: { bucket: string; imsHost: string | null; aemHost: string | null }) {
  return {
    ims: fields.imsHost ?? defaultImsHost(fields.bucket),
    aem: fields.aemHost ?? defaultAemHost(fields.bucket),
  }
}

/** Names where a connection's metadata comes from; see `AssetKey`. */
export function authorOf(record: Pick<Connection, 'kind' | 'bucket' | 'imsHost' | 'aemHost'>): string {
  return record.kind === 'demo' ? record.bucket : hostsOf(record).aem
}

/** Whether an origin is a host below a domain of Adobe's. */
export function isUnder(origin: string, domain: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'https:' && hostname.endsWith(`.${domain}`)
}

/** Whose hosts a connection uses: what is learned from any other says nothing of an environment of Adobe's. */
export function hostOriginOf(
  record: Pick<Connection, 'kind' | 'bucket' | 'imsHost' | 'aemHost'>,
): HostOrigin {
  if (record.kind === 'demo') return 'demo'
  const { ims, aem } = hostsOf(record)
  return isUnder(ims, 'adobelogin.com') && isUnder(aem, 'adobeaemcloud.com') ? 'adobe' : 'custom'
}

/** Whether an origin is a host of AEM as a Cloud Service, or this machine. */
export function isAemOrLoopback(origin: string): boolean {
  const { hostname } = new URL(origin)
  return hostname.endsWith('.adobeaemcloud.com') || isLoopback(hostname)
}

/** Understands a bucket typed alone, as a host, or inside a URL of an AEM author. */
export function readBucket(typed: string): Reading<string> {
  const line = readLine(typed, longestUrl)
  if (!line.ok) return line
  const found =
    /^(?:https?:\/\/)?(author|publish|preview|delivery)-p(\d{1,12})-e(\d{1,12})(-cmstg)?(?=$|[./:?#])(.*)$/i.exec(
      line.value,
    )
  if (!found) return wrong('bucket-unknown')
  const [, tier = '', program, environment, stage = '', rest = ''] = found
  if (rest !== '' && !/^\.adobeaemcloud\.com(?=$|[/:?#])/i.test(rest)) return wrong('bucket-unknown')
  const author = `author-p${program}-e${environment}${stage.toLowerCase()}`
  return tier.toLowerCase() === 'author' ? understood(author) : wrong('bucket-not-author', { tier, author })
}

/**
 * Understands a host under Advanced as an origin. `http` is for this machine alone: a secret or a token must not
 * cross a network in clear. `knownPath` may stand behind it, as when a whole address was pasted.
 */
export function readHost(typed: string, knownPath: RegExp): Reading<string> {
  const line = readLine(typed, longestUrl)
  if (!line.ok) return line
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(line.value) ? line.value : `https://${line.value}`
  const url = parseUrl(withScheme)
  if (!url || url.port === '0' || /\s/.test(line.value)) return wrong('host-not-a-host')
  if (url.username !== '' || url.password !== '') return wrong('host-has-login')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return wrong('host-not-https', { host: url.hostname || line.value.slice(0, longestHost) })
  }
  if (url.hostname.length > longestHost || !isHostName(url.hostname)) return wrong('host-not-a-host')
  if ((url.pathname !== '/' && !knownPath.test(url.pathname)) || url.search !== '' || url.hash !== '') {
    return wrong('host-has-path', { origin: url.origin })
  }
  return understood(url.origin)
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

function isHostName(hostname: string): boolean {
  return (
    hostname.startsWith('[') || /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/.test(hostname)
  )
}
