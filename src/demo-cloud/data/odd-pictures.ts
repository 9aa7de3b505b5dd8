import type { AssetSeed } from '../aem/asset'
import type { OddPicture } from '../pictures/odd-pictures'
import { asset, assetIdOf, imageSize, library, published } from './asset-builder'
import { processed } from './metadata-groups'

const folder = '/content/dam/test-data/pictures'
const created = '2026-02-11T10:00:00.000Z'

/** Assets whose metadata is fine and whose picture is not, and one whose binary was replaced. */
export const assetsWithOddPictures: AssetSeed[] = [
  odd('html', 'Its picture is a web page, and says so.'),
  odd('html-as-png', 'Its picture is a web page that says that it is a PNG.'),
  odd('huge-when-decoded', 'Its picture has 75 kB and 30,000 × 20,000 pixels.'),
  odd('heavy', 'Its picture is small and has 48 MB.'),
  odd('svg-with-script', 'Its picture is an SVG with scripts, links and outside addresses.'),
  odd('cut-off', 'Its picture ends in the middle.'),
  asset({
    slug: 'replaced-binary',
    path: `${library}/print/posters/poster-a2_final.png`,
    shows: 'Its binary was replaced: on older releases it has a new ID since, and this one answers 404.',
    format: 'image/png',
    size: 1_204_511,
    created: '2025-10-02T09:30:00.000Z',
    createdBy: 'design@fjordline.example',
    modified: '2026-05-30T14:12:00.000Z',
    repository: { ...imageSize(1190, 1684), ...published('2026-05-30T14:20:00.000Z') },
    idSinceReplacement: assetIdOf('replaced-binary: second binary'),
    metadata: {
      'dc:title': 'Poster A2, final',
      ...processed(1_204_511, '2026-05-30T14:12:20.000Z', 'image/png'),
    },
  }),
]

function odd(picture: OddPicture, shows: string): AssetSeed {
  const format = picture === 'svg-with-script' ? 'image/svg+xml' : 'image/png'
  return asset({
    slug: `picture: ${picture}`,
    path: `${folder}/${picture}.${picture === 'svg-with-script' ? 'svg' : 'png'}`,
    shows,
    format,
    size: 20_480,
    created,
    createdBy: 'test-data@fjordline.example',
    picture,
    metadata: { 'dc:title': `Test data: picture ${picture}`, 'dc:description': shows, 'dc:format': format },
  })
}
