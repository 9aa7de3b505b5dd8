import type { AssetReference, AssetTarget, ReferenceForm } from '../../shared/asset-reference'
import { type AemPlace, type OwnAuthor, readAemHost, readAemPlace } from './aem-place'
import { assetIdOf } from './ids-in-text'
import { assetPathOf, damPathIn, decodePercent } from './repository-path'
import { addressInside } from './wrapped-links'

/** What one address says, whether it leads to an asset or not. */
export type ReadAddress = {
  place: AemPlace | null
  /** A host that is none of AEM as a Cloud Service, as punycode. */
  foreignHost: string | null
  references: readonly AssetReference[]
}

/** Stands in for the host of a path alone; RFC 2606 keeps it from being anybody's. */
const nowhere = 'path.invalid'
const experienceCloud = 'experience.adobe.com'

/** Pages whose path names a repository path (AEM as a Cloud Service author, classic and Touch UI). */
const pages: readonly [RegExp, ReferenceForm][] = [
  [/\/assetdetails\.html$/, 'details'],
  [/\/assets\.html$/, 'folder'],
  [/\/(?:metadataeditor\.external|properties)\.html$/, 'properties'],
  [/\/editor\.html$/, 'fragment-editor'],
  [/^\/crx\/de\//, 'crxde'],
  [/\.html$/, 'page'],
]

function parse(address: string): URL | null {
  const absolute = /^https?:/i.test(address) ? address : address.startsWith('/') ? null : `https://${address}`
  try {
    return absolute === null ? new URL(address, `https://${nowhere}`) : new URL(absolute)
  } catch {
    return null
  }
}

/**
 * Whether the URL parser would make something else of an address than what it shows: it takes a backslash for a slash, and
 * lets a path climb out of its folder.
 */
function isEvasive(address: string): boolean {
  return address.includes('\\') || /\/content\/dam\/(?:.*\/)?(?:\.|%2e){1,2}(?:[/?#]|$)/i.test(address)
}

/** One filter's link within another's. */
const mostWrappings = 3

/** Reads an address or a path alone; null where it is none that the URL parser takes. */
export function readAddress(address: string, own: OwnAuthor | null, wrappings = 0): ReadAddress | null {
  const url = isEvasive(address) ? null : parse(address)
  if (url === null) return null
  const isPathAlone = url.hostname === nowhere
  const isShell = url.hostname === experienceCloud && url.port === '' && url.username === ''
  const route = routeOf(url)
  const views = route === null ? [url] : [url, route]
  const place = isShell ? placeOfShell(views) : readAemPlace(url, own)
  const foreignHost = place === null && !isShell && !isPathAlone ? foreignHostOf(url) : null
  if (foreignHost !== null && wrappings < mostWrappings) {
    const inner = addressInside(url)
    const read = inner === null ? null : readAddress(inner, own, wrappings + 1)
    if (read !== null && (read.place !== null || read.references.length > 0)) return read
  }
  const context = { isShell, place, isPathAlone }
  const found = views.flatMap((view) => targetsIn(view, view === url ? '' : url.pathname, context))
  return {
    place,
    foreignHost,
    references: found.map((each) => ({
      ...each,
      bucket: place?.bucket ?? null,
      tier: place?.tier ?? null,
      foreignHost,
    })),
  }
}

/** Without the name and password that stand before it: a host may be foreign for these alone. */
function foreignHostOf({ username, password, host }: URL): string {
  return `${username === '' && password === '' ? '' : '…@'}${host}`.slice(0, 255)
}

/** The address that pages of AEM and of the Experience Cloud keep for themselves behind the `#`. */
function routeOf(url: URL): URL | null {
  const route = /^#\/(?!\/)/.test(url.hash) ? parse(url.hash.slice(1)) : null
  return route?.hostname === nowhere ? route : null
}

function placeOfShell(views: readonly URL[]): AemPlace | null {
  for (const { searchParams } of views) {
    const place = readAemHost((searchParams.get('repo') ?? '').toLowerCase())
    if (place !== null) return place
  }
  return null
}

type Context = { isShell: boolean; place: AemPlace | null; isPathAlone: boolean }
type Found = { form: ReferenceForm; target: AssetTarget }

function targetsIn(view: URL, outerPath: string, context: Context): Found[] {
  const items = view.searchParams.getAll('item').flatMap((item): Found[] => {
    const path = item.startsWith('/') ? damPathIn(decodePercent(item) ?? '') : null
    return path === null ? [] : [{ form: 'properties', target: { by: 'path', path } }]
  })
  if (items.length > 0) return items
  const decoded = decodePercent(view.pathname)
  if (decoded === null) return []
  const whole = `${outerPath}${decoded}`
  const found =
    idIn(decoded, whole, context) ??
    idInQuery(view) ??
    pathIn(decoded, whole, context) ??
    pathOfHttpApi(decoded) ??
    pathInQuery(view)
  return found === null ? [] : [found]
}

function idIn(decoded: string, whole: string, context: Context): Found | null {
  const fragment = /\/cf\/(?:[^/]+\/)*([\da-f-]{36})(?:$|\/)/i.exec(decoded)?.[1]
  const fragmentId = fragment === undefined ? null : assetIdOf(fragment)
  if (fragmentId !== null) return { form: 'fragment-editor', target: { by: 'id', assetId: fragmentId } }
  const segments = decoded.split('/')
  for (const [index, segment] of segments.entries()) {
    // A bare UUID says which asset only where an asset ID belongs.
    const belongs = /^(urn:|dm-aid--)/i.test(segment) || segments[index - 1] === 'assets'
    const assetId = belongs ? assetIdOf(segment) : null
    if (assetId !== null) return { form: formOfId(whole, context), target: { by: 'id', assetId } }
  }
  return null
}

function idInQuery(view: URL): Found | null {
  for (const value of view.searchParams.values()) {
    const assetId = /^urn:/i.test(value) ? assetIdOf(value) : null
    if (assetId !== null) return { form: 'page', target: { by: 'id', assetId } }
  }
  return null
}

/** A path that a page or an API takes as a parameter, such as `path` of the Folders API or `resource` of the sign-in page. */
function pathInQuery(view: URL): Found | null {
  for (const value of view.searchParams.values()) {
    const path = value.startsWith('/') ? damPathIn(decodePercent(value) ?? '') : null
    if (path !== null)
      return { form: /\/folders\/?$/.test(view.pathname) ? 'folder' : 'page', target: { by: 'path', path } }
  }
  return null
}

/** Assets HTTP API: `/api/assets/` stands for `/content/dam/`, and `.json` or a part of the asset may follow. */
const httpApi = /^\/api\/assets\/(.+?)(?:\/(?:renditions|comments)(?:\/[^/]*)?|\/\*)?(?:\.json)?$/

function pathOfHttpApi(decoded: string): Found | null {
  const rest = httpApi.exec(decoded)?.[1]
  const path = rest === undefined ? null : damPathIn(`/content/dam/${rest}`)
  return path === null ? null : { form: 'http-api', target: { by: 'path', path } }
}

function formOfId(whole: string, { isShell, place }: Context): ReferenceForm {
  if (whole.includes('/contenthub/')) return 'content-hub'
  if (place?.tier === 'delivery' || whole.includes('/adobe/dynamicmedia/')) return 'delivery'
  if (isShell) return 'experience-cloud'
  return /^\/(?:adobe\/)?assets\//.test(whole) ? 'api' : 'page'
}

function pathIn(decoded: string, whole: string, context: Context): Found | null {
  const full = damPathIn(decoded)
  if (full === null) return null
  const page = whole.slice(0, -decoded.length) + decoded.slice(0, decoded.indexOf('/content/dam/'))
  const form = pages.find(([pattern]) => pattern.test(page))?.[1]
  if (form !== undefined && form !== 'crxde') return { form, target: { by: 'path', path: full } }
  const asset = assetPathOf(full)
  if (asset === null) return null
  const target: AssetTarget = { by: 'path', path: asset.path }
  if (form !== undefined) return { form, target }
  if (asset.behind === 'node') return { form: 'metadata-node', target }
  if (asset.behind === 'json') return { form: 'json-address', target }
  if (context.isPathAlone) return { form: 'path', target }
  return { form: context.isShell ? 'experience-cloud' : 'file', target }
}
