import type { Switches } from '../../switches'
import type { AssetSeed } from '../asset'
import type { Leaf } from './search-query'

/** What a search looks at. */
export interface SearchedAsset {
  seed: AssetSeed
  modified: string
  metadataText(): string
}

const pathField = 'repositoryMetadata.repo:path'

/** Fields that have an index; a condition on another one is refused unless `allowUnindexedSearch` is sent. Which ones: [I]. */
const indexed: ReadonlySet<string> = new Set([
  pathField,
  ...['repo:name', 'repo:size', 'repo:createDate', 'repo:modifyDate', 'dc:format'].map(
    (name) => `repositoryMetadata.${name}`,
  ),
  ...['dc:title', 'dc:description', 'dc:subject', 'dam:status'].map((name) => `assetMetadata.${name}`),
])

/** Whether an index answers the conditions. */
export function isIndexed(leaves: readonly Leaf[], { searchFilters }: Switches): boolean {
  return leaves.every((leaf) => leaf.kind === 'match' || (searchFilters && indexed.has(leaf.field)))
}

export function matchesAll(asset: SearchedAsset, leaves: readonly Leaf[], switches: Switches): boolean {
  return leaves.every((leaf) => matches(asset, leaf, switches))
}

function matches(asset: SearchedAsset, leaf: Leaf, switches: Switches): boolean {
  if (leaf.kind === 'term') return fieldOf(asset, leaf.field).some((text) => leaf.values.includes(text))
  if (leaf.kind === 'range') {
    return fieldOf(asset, leaf.field).some(
      (text) => (leaf.from === null || text >= leaf.from) && (leaf.to === null || text <= leaf.to),
    )
  }
  if (leaf.isWhole && leaf.fields.includes(pathField))
    return matchesPath(asset.seed.path, leaf.text, switches)
  // Observed: on other fields, such as repo:ancestors, the operator matches everything [B].
  if (leaf.isWhole || leaf.text === '*') return true
  const searched = `${asset.seed.path}\n${asset.metadataText()}`.toLowerCase()
  return leaf.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searched.includes(word))
}

/** Observed: `startsWith` on repo:path finds an asset by its whole path alone; the path of a folder finds nothing (SPARK [B]). */
function matchesPath(path: string, text: string, { searchByPath }: Switches): boolean {
  if (searchByPath === 'nothing') return false
  return searchByPath === 'prefix' ? path.startsWith(text) : path === text
}

function fieldOf({ seed, modified, metadataText }: SearchedAsset, field: string): string[] {
  const repository: Readonly<Record<string, string>> = {
    [pathField]: seed.path,
    'repositoryMetadata.repo:name': seed.path.slice(seed.path.lastIndexOf('/') + 1),
    'repositoryMetadata.repo:createDate': seed.created,
    'repositoryMetadata.repo:modifyDate': modified,
    'repositoryMetadata.repo:size': String(seed.size ?? ''),
    'repositoryMetadata.dc:format': seed.format,
  }
  const known = repository[field]
  if (known !== undefined) return [known]
  const [, name] = /^assetMetadata\.(.+)$/.exec(field) ?? []
  const members: unknown = name === undefined ? null : JSON.parse(metadataText())
  const value: unknown =
    name !== undefined && typeof members === 'object' && members !== null && Object.hasOwn(members, name)
      ? Reflect.get(members, name)
      : []
  return (Array.isArray(value) ? value : [value]).map(String)
}
