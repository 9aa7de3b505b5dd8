import { createHash } from 'node:crypto'
import type { AssetSeed } from '../aem/asset'
import { assetIdOf, type Metadata } from './asset-builder'

/** What was done to an asset of the library on stage; null takes a field away. */
type StageChange = { metadata?: Metadata; modified?: string; modifiedBy?: string; isOtherFile?: boolean }

/** By the end of the path. */
const changes: Readonly<Record<string, StageChange>> = {
  '/hero/harbour at first light (final).jpg': {
    modified: '2026-02-09T16:04:21.000Z',
    modifiedBy: 'ingrid.solberg@fjordline.example',
    metadata: {
      'dc:title': 'Harbour, early',
      'dc:subject': ['harbour', 'boats', 'Norway'],
      'xmpRights:UsageTerms': null,
      'xmp:Rating': 4,
      'fjordline:budget': 12_450,
      'fjordline:stageNote': 'Waiting for the final crop',
    },
  },
  '/products/zelte/zelt-im-nebel_ä.tif': {
    modified: '2026-03-02T08:30:00.000Z',
    metadata: { 'dc:description': 'Entwurf: Bildtext fehlt noch.' },
  },
  '/people/portrait-amina.jpg': {
    modified: '2026-03-04T11:12:13.000Z',
    metadata: { 'plus:ModelReleaseStatus': 'MR-NON', 'plus:ModelReleaseID': null },
  },
  '/brand/logo/fjordline-logo.svg': { modified: '2025-11-11T09:00:00.000Z', isOtherFile: true },
}

/** Not on stage: it was uploaded to development alone. */
const missing = ['/incoming/IMG_0001.JPG', '/autumn-2026/concepts/valley-concept-07.png']

/**
 * The library as it is on a second environment. A package or a copy of content gives every asset an ID and dates of its own there, and its
 * path stays [I].
 */
export function stageAssets(seeds: readonly AssetSeed[]): readonly AssetSeed[] {
  return seeds.filter(({ path }) => !missing.some((end) => path.endsWith(end))).map(onStage)
}

function onStage(seed: AssetSeed): AssetSeed {
  const found = Object.entries(changes).find(([end]) => seed.path.endsWith(end))
  const { metadata, modified, modifiedBy, isOtherFile = false } = found?.[1] ?? {}
  const sha1 = createHash('sha1')
    .update(isOtherFile ? `${seed.assetId} on stage` : seed.assetId)
    .digest('hex')
  return {
    ...seed,
    assetId: assetIdOf(`stage ${seed.path}`),
    created: '2026-02-05T04:00:00.000Z',
    createdBy: 'content-copy-service',
    modified: modified ?? '2026-02-05T04:00:00.000Z',
    modifiedBy: modifiedBy ?? 'content-copy-service',
    repository: { ...seed.repository, ...(seed.size === undefined ? {} : { 'dam:sha1': sha1 }) },
    // Texts that nobody changed stay what they are, byte for byte.
    metadata: metadata === undefined ? seed.metadata : () => changed(seed.metadata(), metadata),
  }
}

function changed(text: string, changes: Metadata): string {
  const fields: Metadata = { ...JSON.parse(text), ...changes }
  return JSON.stringify(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)))
}
