import type { AssetTarget } from '../../shared/asset-reference'
import { parseJsonOrLines } from '../input/parse-json'
import { type AemPlace, readAemHost, readEventSource } from './aem-place'
import { assetIdOf, isUuid } from './ids-in-text'
import { assetPathOf } from './repository-path'

/** An asset of a JSON text, and the environment that the JSON says it is in. */
export type JsonAsset = { target: AssetTarget; place: AemPlace | null }

type Members = Readonly<Record<string, unknown>>

/** What a JSON text says of assets; `texts` are those of its values that may name one in words. */
export type JsonAssets = { assets: readonly JsonAsset[]; texts: readonly string[] }

const mostAssets = 5_000
const mostTexts = 5_000
const deepest = 60

/**
 * The assets of a JSON text, each once: answers of the Assets API and of searches, events, the `.json` rendering of an asset or of
 * a folder, answers of the Assets HTTP API, and lists of any of these. Undefined when the text is no JSON.
 */
export function assetsInJson(text: string): JsonAssets | undefined {
  const parsed = /^[[{]/.test(text) ? parseJsonOrLines(text) : undefined
  if (parsed === undefined) return undefined
  const assets: JsonAsset[] = []
  const texts: string[] = []
  if (Array.isArray(parsed)) for (const item of parsed) collectItem(item)
  else collect(parsed, null, 0)
  return { assets, texts }

  function collect(node: unknown, around: AemPlace | null, depth: number): void {
    if (depth > deepest || assets.length >= mostAssets) return
    if (typeof node === 'string') {
      if (texts.length < mostTexts) texts.push(node)
    } else if (Array.isArray(node)) for (const item of node) collect(item, around, depth + 1)
    else if (isMembers(node)) collectMembers(node, around, depth)
  }

  /** A list of IDs alone names assets. */
  function collectItem(item: unknown): void {
    const assetId = typeof item === 'string' ? assetIdOf(item) : null
    if (assetId === null) collect(item, null, 1)
    else assets.push({ target: { by: 'id', assetId }, place: null })
  }

  function collectMembers(node: Members, around: AemPlace | null, depth: number): void {
    const place = placeOfNode(node) ?? around
    const target = targetOfNode(node)
    if (target !== null) {
      assets.push({ target, place })
      return
    }
    const isFolder = own(node, 'folderId') !== undefined
    for (const [name, value] of Object.entries(node)) {
      if (!aboutOthers.has(name) && !(isFolder && typeof value === 'string')) collect(value, place, depth + 1)
    }
  }
}

/** Members that name what an asset or a folder belongs to, or the folder itself. */
const aboutOthers: ReadonlySet<string> = new Set(
  'repo:ancestors repo:parent ancestors parent folderId parentId _links'.split(' '),
)

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function own(node: Members, name: string): unknown {
  return Object.hasOwn(node, name) ? node[name] : undefined
}

function text(node: Members, name: string): string {
  const value = own(node, name)
  return typeof value === 'string' ? value : ''
}

function targetOfNode(node: Members): AssetTarget | null {
  const assetId = idOfNode(node)
  if (assetId !== null) return { by: 'id', assetId }
  const path = pathOfNode(node)
  return path === null ? null : { by: 'path', path }
}

/** Nodes of the repository that have a `jcr:uuid` and are no asset: files of renditions, folders, pages. */
const otherNode = /^(?:nt:|oak:|sling:|cq:|dam:AssetContent)/
const idNames = ['assetId', 'repo:assetId', 'repo:id', 'asset_id', 'xdmAsset:asset_id'] as const
/** Names under which other things have their ID as well: only a URN of an asset counts. */
const anyIdNames = ['id', '@id', '_id', 'urn', 'uuid'] as const

/** The asset that an object is about: `jcr:uuid` of the repository, `assetId` of the Assets API. */
function idOfNode(node: Members): string | null {
  const uuid = text(node, 'jcr:uuid')
  if (isUuid(uuid) && !otherNode.test(text(node, 'jcr:primaryType'))) return assetIdOf(uuid)
  const repository = own(node, 'repositoryMetadata')
  const about = isMembers(repository) ? [node, repository] : [node]
  for (const each of about) {
    for (const name of idNames) {
      const assetId = assetIdOf(text(each, name))
      if (assetId !== null) return assetId
    }
  }
  for (const name of anyIdNames) {
    const found = text(node, name)
    const assetId = /^(?:urn:|dm-aid--)/i.test(found) ? assetIdOf(found) : null
    if (assetId !== null) return assetId
  }
  return null
}

const pathNames = ['repo:path', 'path', 'assetPath', 'jcr:path', '_path', '@path', 'xdmAsset:path'] as const

function pathOfNode(node: Members): string | null {
  if (own(node, 'folderId') !== undefined || /^folder$/i.test(text(node, 'type'))) return null
  const repository = own(node, 'repositoryMetadata')
  const about = isMembers(repository) ? [node, repository] : [node]
  for (const each of about) {
    for (const name of pathNames) {
      const found = text(each, name)
      const path = found.startsWith('/content/dam/') ? assetPathOf(found) : null
      if (path !== null) return path.path
    }
  }
  return pathOfEntity(node)
}

/** An asset in an answer of the Assets HTTP API (Siren) names itself by a link. */
function pathOfEntity(node: Members): string | null {
  const kinds = own(node, 'class')
  const links = own(node, 'links')
  if (!Array.isArray(kinds) || !kinds.includes('assets/asset') || !Array.isArray(links)) return null
  for (const link of links.filter(isMembers)) {
    const rel = own(link, 'rel')
    const isSelf = Array.isArray(rel) ? rel.includes('self') : rel === 'self'
    const [, rest] = /\/api\/assets\/([^?#]+?)\.json(?:[?#]|$)/.exec(isSelf ? text(link, 'href') : '') ?? []
    const path = rest === undefined ? null : assetPathOf(`/content/dam/${decode(rest)}`)
    if (path !== null) return path.path
  }
  return null
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function placeOfNode(node: Members): AemPlace | null {
  const repository = own(node, 'repositoryMetadata')
  const host =
    text(node, 'repo:repositoryId') || (isMembers(repository) ? text(repository, 'repo:repositoryId') : '')
  return readAemHost(host.toLowerCase()) ?? readEventSource(text(node, 'source'))
}
