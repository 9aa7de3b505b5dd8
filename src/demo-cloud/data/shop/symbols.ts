import type { AssetSeed } from '../../aem/asset'
import { shopAsset } from './shop-asset'

const names = [
  ...['waterproof', 'windproof', 'breathable', 'insulated', 'packable', 'recycled', 'vegan', 'fair-trade'],
  ...['two-persons', 'four-persons', 'three-season', 'winter', 'family', 'alpine', 'paddle', 'repairable'],
  ...['machine-wash', 'hand-wash', 'do-not-tumble', 'iron-low', 'free-returns', 'warranty', 'cart', 'search'],
  'account',
] as const

export const symbols: AssetSeed[] = names.map((name, index) =>
  shopAsset({
    number: 175 + index,
    path: `symbols/${name}.svg`,
    format: 'image/svg+xml',
    size: 1_800 + index * 37,
    metadata: { 'dc:title': `Symbol: ${name.replaceAll('-', ' ')}`, 'dc:subject': ['symbol', 'interface'] },
  }),
)
