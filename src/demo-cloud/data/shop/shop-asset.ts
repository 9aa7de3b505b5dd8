import type { AssetSeed } from '../../aem/asset'
import { asset, type Metadata, published } from '../asset-builder'
import { processed, rights } from '../metadata-groups'

const root = '/content/dam/fjordline-shop'
const people = [
  'ingrid.solberg@fjordline.example',
  'jürgen.weiß@fjordline.example',
  'haruka.sato@fjordline.example',
  'amélie.dubois@fjordline.example',
] as const
const states = [
  'approved',
  'approved',
  'approved',
  'pending',
  'approved',
  'changesRequested',
  'rejected',
] as const
const dayMs = 86_400_000
const firstDay = Date.UTC(2026, 0, 5, 8, 12)

export interface ShopInput {
  /** Place among the assets of the shop, from 0: what differs from asset to asset follows from it. */
  number: number
  /** Below the shop's own folder. */
  path: string
  format: string
  size: number
  metadata: Metadata
}

/** One asset of the shop, with what every one of them has, or lacks. */
export function shopAsset({ number, path, format, size, metadata }: ShopInput): AssetSeed {
  const created = new Date(firstDay + number * dayMs).toISOString()
  const modified = new Date(firstDay + number * dayMs + (number % 9) * 5 * dayMs).toISOString()
  return asset({
    slug: `shop-${path}`,
    path: `${root}/${path}`,
    shows: 'An asset of the web shop.',
    format,
    size,
    created,
    modified,
    createdBy: people[number % people.length] ?? people[0],
    ...(number % 3 === 0 ? { repository: published(modified) } : {}),
    metadata: {
      ...metadata,
      ...processed(size, created, format),
      'dam:status': states[number % states.length] ?? 'approved',
      ...rightsOf(number),
    },
  })
}

/** Every fourth one has no word on rights, every eleventh an empty one. */
function rightsOf(number: number): Metadata {
  if (number % 4 === 3) return {}
  if (number % 11 === 5) return { 'dc:rights': '' }
  const expires = number % 5 === 0 ? new Date(firstDay + (300 + number) * dayMs).toISOString() : null
  return rights({ owner: 'Fjordline Outdoor AS', terms: 'All media, worldwide', expires })
}
