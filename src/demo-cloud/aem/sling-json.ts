import { jsonReply, type Reply } from '../http/replies'
import type { AemRequest } from './aem-request'
import type { StoredAsset } from './asset-store'
import { capturedDetails, guessedDetails } from './problems'

type Tree = { [name: string]: unknown }

/**
 * The classic rendering of repository nodes: `/content/dam/….json`, `.1.json`, `.3.json`, `.infinity.json`, and
 * `…/jcr:content/metadata.json`. Server-to-server tokens get 403 there in community reports (threads 250286, 250291), so that is
 * the default; without a token AEM sends people to its sign-in page.
 *
 * Unlike the Assets API it renders Java's text of dates and `{}` where the depth ends, and it rounds numbers.
 */
export function renderNode(request: AemRequest): Reply {
  const { context, exchange, problem, token } = request
  if (token === undefined || context.now() >= token.expiresAt) {
    const resource = encodeURIComponent(exchange.url.pathname)
    return {
      status: 302,
      headers: { location: `/libs/granite/core/content/login.html?resource=${resource}` },
    }
  }
  const { aem } = token.account
  if (!aem.slingJson && !context.switches.slingJsonForTechnicalAccounts) {
    return problem('forbidden', capturedDetails.missingScopes)
  }
  const target = parseTarget(exchange.url.pathname)
  const asset = target === null ? undefined : context.assets.findByPath(target.assetPath)
  const node = asset === undefined || target === null ? undefined : descend(assetNode(asset), target.below)
  return node === undefined || target === null
    ? problem('not_found', guessedDetails.noAsset)
    : jsonReply(200, cut(node, target.depth))
}

interface Target {
  assetPath: string
  below: string[]
  depth: number
}

function parseTarget(pathname: string): Target | null {
  const match = /^(?<path>.+?)(?:\.(?<depth>\d+|infinity|-1))?\.json$/.exec(decode(pathname) ?? '')
  const { path, depth = '0' } = match?.groups ?? {}
  if (path === undefined) return null
  const [assetPath = '', content] = path.split(/\/(?:jcr:content|_jcr_content)(?=\/|$)/)
  const below = content === undefined ? [] : ['jcr:content', ...content.split('/').slice(1)]
  return { assetPath, below, depth: /^\d+$/.test(depth) ? Number(depth) : Number.POSITIVE_INFINITY }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function assetNode({ seed, metadataText, modified, modifiedBy }: StoredAsset): Tree {
  const metadata: unknown = JSON.parse(metadataText)
  return {
    'jcr:primaryType': 'dam:Asset',
    'jcr:mixinTypes': ['mix:referenceable'],
    'jcr:createdBy': seed.createdBy,
    'jcr:created': javaDate(seed.created),
    'jcr:uuid': seed.assetId.slice('urn:aaid:aem:'.length),
    'jcr:content': {
      'jcr:primaryType': 'dam:AssetContent',
      'jcr:lastModified': javaDate(modified),
      'jcr:lastModifiedBy': modifiedBy,
      'dam:assetState': 'processed',
      metadata: {
        'jcr:primaryType': 'nt:unstructured',
        ...(isTree(metadata) ? withJavaDates(metadata) : {}),
      },
      renditions: { 'jcr:primaryType': 'nt:folder' },
      related: { 'jcr:primaryType': 'nt:unstructured' },
    },
  }
}

function descend(node: Tree, names: readonly string[]): Tree | undefined {
  let current: unknown = node
  for (const name of names)
    current = isTree(current) && Object.hasOwn(current, name) ? current[name] : undefined
  return isTree(current) ? current : undefined
}

function cut(node: Tree, depth: number): Tree {
  const entries = Object.entries(node).map(([name, value]): [string, unknown] => {
    if (!isTree(value)) return [name, value]
    return [name, depth === 0 ? {} : cut(value, depth - 1)]
  })
  return Object.fromEntries(entries)
}

function withJavaDates(node: Tree): Tree {
  const entries = Object.entries(node).map(([name, value]): [string, unknown] => {
    if (isTree(value)) return [name, withJavaDates(value)]
    const isInstant = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)
    return [name, isInstant ? javaDate(value) : value]
  })
  return Object.fromEntries(entries)
}

/** `Fri Oct 25 2024 18:11:41 GMT+0000`, or the text itself when it is no date. */
function javaDate(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const [weekday = '', day, month, year, time] = date.toUTCString().replace(',', '').split(' ')
  return `${weekday} ${month} ${day} ${year} ${time} GMT+0000`
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
