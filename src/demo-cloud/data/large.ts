import type { AssetSeed } from '../aem/asset'
import { asset } from './asset-builder'
import { history } from './metadata-groups'

export const largeFolder = '/content/dam/test-data/large'
const createdBy = 'test-data@fjordline.example'
const words = [
  'seam',
  'granite',
  'moss',
  'harbour',
  'rope',
  'ember',
  'tide',
  'ridge',
  'larch',
  'pebble',
  'lantern',
]

/** Assets that test size and depth. Their texts are made when first read. */
export const largeAssets: AssetSeed[] = [
  asset({
    slug: 'large-catalogue',
    path: `${largeFolder}/catalogue-archive.pdf`,
    shows: 'More than 1 MB of metadata: a long history, long review comments, thousands of keywords.',
    format: 'application/pdf',
    size: 944_220_118,
    created: '2021-02-01T00:00:00.000Z',
    createdBy,
    metadata: () =>
      JSON.stringify({
        'dc:title': 'Catalogue archive 1990–2020',
        'dc:subject': numbered(6000, (index) => `${word(index)} ${word(index * 7)} ${index}`),
        ...history(
          'large-catalogue',
          'Adobe InDesign CS3 (5.0.4)',
          numbered(1500, (index) => new Date(631_152_000_000 + index * 604_800_000).toISOString()),
        ),
        'dam:Comments': `<comments>${numbered(6000, (index) => `<comment page="${index}">${sentence(index)}</comment>`).join('')}</comments>`,
      }),
  }),
  asset({
    slug: 'large-100k',
    path: `${largeFolder}/one-hundred-thousand-fields.mov`,
    shows: '100,000 fields in one object, several megabytes: the tree must stay quick.',
    format: 'video/quicktime',
    size: 4_002_118_004,
    created: '2024-07-01T00:00:00.000Z',
    createdBy,
    metadata: () =>
      JSON.stringify(
        Object.fromEntries(
          numbered(100_000, (index) => [
            `demo:${word(index)}${index}`,
            index % 3 === 0 ? index : sentence(index),
          ]),
        ),
      ),
  }),
  asset({
    slug: 'deep',
    path: `${largeFolder}/ten-thousand-levels.json`,
    shows: 'Arrays and objects nested 10,000 levels deep.',
    format: 'application/json',
    size: 60_000,
    created: '2024-07-02T00:00:00.000Z',
    createdBy,
    metadata: () => `{"demo:deep":${'{"a":['.repeat(5000)}"bottom"${']}'.repeat(5000)}}`,
  }),
]

function numbered<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

function word(index: number): string {
  return words[index % words.length] ?? ''
}

function sentence(index: number): string {
  return `Page ${index}: the ${word(index)} by the ${word(index + 3)} needs another ${word(index + 5)} before print & web.`
}
