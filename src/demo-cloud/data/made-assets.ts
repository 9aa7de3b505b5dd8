import type { AssetSeed } from '../aem/asset'
import { asset } from './asset-builder'

const folder = '/content/dam/test-data/made'
const createdBy = 'test-data@fjordline.example'
const formats = [
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['application/pdf', 'pdf'],
  ['video/mp4', 'mp4'],
] as const
const things = ['tent', 'stove', 'rope', 'lantern', 'jacket', 'map', 'canoe'] as const
const secondsApart = 300

/** Assets in any number, a thousand a folder. The last one was modified last. */
export function madeAssets(count: number): AssetSeed[] {
  return Array.from({ length: count }, (_, index) => madeAsset(index))
}

function madeAsset(index: number): AssetSeed {
  const number = String(index).padStart(6, '0')
  const thing = things[index % things.length] ?? 'tent'
  const [format, extension] = formats[index % formats.length] ?? formats[0]
  return asset({
    slug: `made-${index}`,
    path: `${folder}/${String(Math.floor(index / 1_000)).padStart(3, '0')}/${thing}-${number}.${extension}`,
    shows: 'One of many.',
    format,
    size: 10_000 + index,
    created: new Date(1_600_000_000_000 + index * secondsApart * 1_000).toISOString(),
    createdBy,
    metadata: () =>
      JSON.stringify({
        'dc:title': `Made ${thing} ${number}`,
        'dc:format': format,
        'dam:status': index % 3 === 0 ? 'pending' : 'approved',
        ...(index % 4 === 0 ? {} : { 'dc:rights': '© Fjordline Outdoor AS' }),
      }),
  })
}
