import { createHash } from 'node:crypto'
import type { Switches } from '../switches'
import type { AssetSeed } from './asset'
import { folderId, foldersAbove } from './folder-tree'

/** An asset in the running cloud: what was seeded, and what PATCH changed. */
export interface StoredAsset {
  seed: AssetSeed
  /** JSON text of `assetMetadata`. */
  metadataText: string
  modified: string
  modifiedBy: string
  /** Strong ETag with its quotes. */
  etag: string
}

interface Change {
  metadataText: string
  modified: string
  modifiedBy: string
}

/** The assets of one cloud. Texts are made when first asked for, so that big assets cost nothing at start. */
export class AssetStore {
  private readonly seeds: Map<string, AssetSeed>
  private readonly changes = new Map<string, Change>()
  private readonly repositoryId: string
  /** What reads still show after a change, and how many of them. */
  private readonly behind = new Map<string, { before: StoredAsset; reads: number }>()
  private readonly readsBehind: number

  constructor(seeds: readonly AssetSeed[], bucket: string, { idChangesWithBinary, readsBehind }: Switches) {
    this.readsBehind = readsBehind
    const current = seeds.map((seed) =>
      idChangesWithBinary && seed.idSinceReplacement ? { ...seed, assetId: seed.idSinceReplacement } : seed,
    )
    this.seeds = new Map(current.map((seed) => [seed.assetId, seed]))
    this.repositoryId = `${bucket}.adobeaemcloud.com`
  }

  /** Grows with each change and deletion. */
  version = 0

  list(): AssetSeed[] {
    return [...this.seeds.values()]
  }

  find(assetId: string): StoredAsset | undefined {
    const seed = this.seeds.get(assetId)
    if (seed === undefined) return undefined
    const change = this.changes.get(assetId) ?? unchanged(seed)
    const version = `${change.metadataText}\n${change.modified}`
    return { seed, ...change, etag: `"${createHash('sha1').update(version).digest('hex').slice(0, 16)}"` }
  }

  findByPath(path: string): StoredAsset | undefined {
    const seed = this.list().find((candidate) => candidate.path === path)
    return seed === undefined ? undefined : this.find(seed.assetId)
  }

  modifiedOf({ assetId, modified }: AssetSeed): string {
    return this.changes.get(assetId)?.modified ?? modified
  }

  metadataTextOf(seed: AssetSeed): string {
    return this.changes.get(seed.assetId)?.metadataText ?? seed.metadata()
  }

  /** The asset as a read shows it. */
  asRead(asset: StoredAsset): StoredAsset {
    const behind = this.behind.get(asset.seed.assetId)
    if (behind === undefined || behind.reads === 0) return asset
    behind.reads--
    return behind.before
  }

  change(assetId: string, change: Change): void {
    const before = this.find(assetId)
    if (before !== undefined) this.behind.set(assetId, { before, reads: this.readsBehind })
    this.changes.set(assetId, change)
    this.version++
  }

  delete(assetId: string): void {
    this.seeds.delete(assetId)
    this.version++
    this.changes.delete(assetId)
  }

  /** The body of `GET …/metadata`: the envelope of the Metadata Schemas developer guide. */
  envelope(asset: StoredAsset): string {
    const { seed, metadataText } = asset
    const repository = JSON.stringify(repositoryMetadata(asset, this.repositoryId))
    return `{"assetId":${JSON.stringify(seed.assetId)},"assetMetadata":${metadataText},"repositoryMetadata":${repository}}`
  }
}

function unchanged(seed: AssetSeed): Change {
  return {
    metadataText: seed.metadata(),
    modified: seed.modified,
    modifiedBy: seed.modifiedBy ?? seed.createdBy,
  }
}

/** The fixed, read-only part (Metadata Schemas developer guide; XDM `repo` namespace). */
function repositoryMetadata({ seed, modified, modifiedBy, etag }: StoredAsset, repositoryId: string): object {
  const folders = foldersAbove(seed.path).map(folderId)
  const digest = createHash('sha1').update(seed.assetId).digest('hex')
  return {
    'repo:name': seed.path.slice(seed.path.lastIndexOf('/') + 1),
    'repo:path': seed.path,
    'repo:assetId': seed.assetId,
    'repo:assetClass': seed.assetClass,
    'repo:parent': folders.at(-1),
    'repo:ancestors': folders,
    'repo:createDate': seed.created,
    'repo:createdBy': seed.createdBy,
    'repo:modifyDate': modified,
    'repo:modifiedBy': modifiedBy,
    ...(seed.size === undefined ? {} : { 'repo:size': seed.size, 'dam:sha1': digest }),
    'repo:version': `oak:1.0::ci:${digest.slice(0, 32)}`,
    'repo:repositoryId': repositoryId,
    'repo:etag': etag,
    'dc:format': seed.format,
    'aem:assetState': 'processed',
    isPublishedToAemPublish: false,
    isPublishedToDynamicMedia: false,
    ...seed.repository,
  }
}
