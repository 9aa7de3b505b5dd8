import type { AssetSeed } from '../aem/asset'
import { campaignImages } from './campaign-images'
import { documents } from './documents'
import { fragmentsAndStates } from './fragments-and-states'
import { hostileAssets } from './hostile'
import { largeAssets } from './large'
import { media } from './media'
import { assetsWithOddPictures } from './odd-pictures'
import { photos } from './photos'

/** Assets that can be read, in the order in which they are listed. */
export const demoAssets: readonly AssetSeed[] = [
  ...photos,
  ...campaignImages,
  ...documents,
  ...media,
  ...fragmentsAndStates,
  ...largeAssets,
  ...hostileAssets,
  ...assetsWithOddPictures,
]
