import { createHash } from 'node:crypto'
import type { AssetSeed, RepositoryFields } from '../aem/asset'

export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue }
export type Metadata = Record<string, JsonValue>

/** Root folder of the invented company whose assets the demo shows. */
export const library = '/content/dam/fjordline'

interface AssetInput
  extends Pick<
    AssetSeed,
    'path' | 'shows' | 'format' | 'created' | 'createdBy' | 'picture' | 'idSinceReplacement'
  > {
  /** Short stable word from which the asset ID is derived. */
  slug: string
  modified?: string
  modifiedBy?: string
  size?: number
  assetClass?: AssetSeed['assetClass']
  repository?: RepositoryFields
  /** An object for ordinary assets; a function gives the exact JSON text. */
  metadata: Metadata | (() => string)
}

export function asset(input: AssetInput): AssetSeed {
  const { slug, metadata, assetClass = 'file', modified = input.created, ...rest } = input
  return {
    ...rest,
    assetId: assetIdOf(slug),
    assetClass,
    modified,
    metadata: typeof metadata === 'function' ? metadata : () => JSON.stringify(metadata),
  }
}

/** A stable URN whose UUID has the form of version 4. */
export function assetIdOf(slug: string): string {
  const hex = createHash('sha1').update(`asset:${slug}`).digest('hex')
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:aaid:aem:${uuid.join('-')}`
}

/** Flags of an asset that was published to the publish tier. */
export function published(when: string): RepositoryFields {
  return { isPublishedToAemPublish: true, 'aem:published': when, lastPublishedToAemPublish: when }
}

export function imageSize(width: number, height: number): RepositoryFields {
  return { 'tiff:imageWidth': width, 'tiff:imageLength': height }
}
