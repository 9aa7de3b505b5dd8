import type { AssetSeed } from '../../aem/asset'
import { banners } from './banners'
import { manuals } from './manuals'
import { productPictures } from './product-pictures'
import { symbols } from './symbols'
import { videos } from './videos'

/**
 * 200 assets of the invented company's web shop, as a search finds them: several languages, some without rights or alternative
 * text, some waiting for approval, some expired.
 */
export const shopAssets: readonly AssetSeed[] = [
  ...productPictures,
  ...banners,
  ...manuals,
  ...videos,
  ...symbols,
]
