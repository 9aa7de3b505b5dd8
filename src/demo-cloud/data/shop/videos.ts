import type { AssetSeed } from '../../aem/asset'
import { shopAsset } from './shop-asset'

/** File name, title, length in seconds. */
const clips = [
  ['pitching-fjord-2', 'Pitching the Fjord 2 in four minutes', 241],
  ['pitching-polar-dome', 'Pitching the Polar Dome in wind', 318],
  ['packing-granite-45', 'How to pack a Granite 45', 187],
  ['care-of-down', 'Washing and drying down', 402],
  ['waxing-boots', 'Waxing leather boots', 156],
  ['stove-safety', 'Stove safety at camp', 133],
  ['filter-backflush', 'Back-flushing the Spring Filter', 94],
  ['seam-repair', 'Repairing a seam outdoors', 275],
  ['zip-repair', 'When the zip sticks', 88],
  ['canoe-basics', 'Canoe strokes for beginners', 512],
  ['zelt-abspannen', 'Zelt bei Sturm richtig abspannen', 264],
  ['schlafsack-waschen', 'Schlafsack waschen: so geht’s', 199],
  ['monter-la-tente', 'Monter la tente à deux', 233],
  ['allumer-le-rechaud', 'Allumer le réchaud sans risque', 121],
  ['山小屋の一日', '山小屋の一日', 348],
  ['冬のテント泊', '冬のテント泊の準備', 421],
  ['pakke-sekken', 'Slik pakker du sekken', 174],
  ['노지-캠핑', '노지 캠핑 입문', 266],
  ['acampar-sin-huella', 'Acampar sin dejar huella', 305],
  ['brand-film-2026', 'Fjordline brand film 2026', 92],
] as const

export const videos: AssetSeed[] = clips.map(([slug, title, seconds], index) =>
  shopAsset({
    number: 155 + index,
    path: `videos/${slug}.mp4`,
    format: 'video/mp4',
    size: seconds * 1_250_000,
    metadata: {
      'dc:title': title,
      'dc:subject': ['video', 'how-to'],
      'xmpDM:duration': { 'xmpDM:scale': '1/1000', 'xmpDM:value': seconds * 1_000 },
      'xmpDM:videoFrameRate': '25.000000',
    },
  }),
)
