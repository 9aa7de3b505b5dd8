import type { Reply } from '../http/replies'
import { gradientOf } from '../pictures/colors'
import { makeJpeg } from '../pictures/jpeg'
import { oddPicture } from '../pictures/odd-pictures'
import { makePng } from '../pictures/png'
import type { AemRequest } from './aem-request'
import type { AssetSeed } from './asset'
import type { StoredAsset } from './asset-store'
import { checkRead } from './preconditions'
import { guessedDetails } from './problems'

interface Size {
  width: number
  height: number
}

/** What AEM's asset processing makes of every picture by default. */
const renditionName = /^cq5dam\.(?:thumbnail\.(?:48\.48|140\.100|319\.319)\.png|web\.1280\.1280\.jpeg)$/

/** `GET /adobe/assets/{assetId}`: the web-optimised binary, here a small generated PNG, or text for fragments. */
export async function readBinary(request: AemRequest, asset: StoredAsset): Promise<Reply> {
  const { seed } = asset
  if (seed.assetClass !== 'file')
    return withEtag(request, asset, 'text/plain; charset=utf-8', `${seed.path}\n`)
  return withOddity(request, asset, () => makePicture(seed, 'image/png', { width: 64, height: 48 }))
}

/**
 * `GET /adobe/assets/{assetId}/renditions/{name}/as/{seoName}` (a public client's reading of the schema): the names that AEM
 * gives by default, scaled into their box. What is still processed, and what is no file, has none.
 */
export async function readRendition(request: AemRequest, asset: StoredAsset, name = ''): Promise<Reply> {
  const { seed } = asset
  if (name === 'original') return readOriginal(request, asset)
  const isProcessed = seed.repository?.['aem:assetState'] !== 'Processing'
  if (seed.assetClass !== 'file' || !isProcessed || !renditionName.test(name)) {
    return request.problem('not_found', guessedDetails.noRendition)
  }
  const [, , width, height, extension] = name.split('.')
  const size = scaleInto({ width: Number(width), height: Number(height) }, sizeOf(seed))
  return withOddity(request, asset, () => makePicture(seed, `image/${extension}`, size))
}

/**
 * `GET /adobe/assets/{assetId}/original/as/{seoName}` (same source): JPEG and PNG of the size that the metadata names. Of other
 * formats a text under their content type, as the demo cloud cannot write them.
 */
export async function readOriginal(request: AemRequest, asset: StoredAsset): Promise<Reply> {
  const { seed } = asset
  if (seed.assetClass !== 'file') return request.problem('not_found', guessedDetails.noRendition)
  return withOddity(request, asset, () => makePicture(seed, seed.format, sizeOf(seed)))
}

async function withOddity(
  request: AemRequest,
  asset: StoredAsset,
  makeBody: () => Promise<{ type: string; body: Buffer | string }>,
): Promise<Reply> {
  const { picture } = asset.seed
  if (picture !== undefined) return oddPicture(picture)
  const { type, body } = await makeBody()
  return withEtag(request, asset, type, body)
}

function withEtag(request: AemRequest, { etag }: StoredAsset, type: string, body: Buffer | string): Reply {
  return checkRead(request, etag) ?? { status: 200, headers: { 'content-type': type, etag }, body }
}

async function makePicture(
  seed: AssetSeed,
  type: string,
  { width, height }: Size,
): Promise<{ type: string; body: Buffer | string }> {
  const colorAt = gradientOf(seed.assetId)
  if (type === 'image/png') return { type, body: await makePng(width, height, colorAt) }
  if (type === 'image/jpeg') return { type, body: makeJpeg(width, height, colorAt) }
  return { type, body: `The demo cloud has no ${type} of ${seed.path}\n` }
}

/** As the metadata says; a fourth of a photo's usual size for what does not say. */
function sizeOf({ repository = {} }: AssetSeed): Size {
  const { 'tiff:imageWidth': width, 'tiff:imageLength': height } = repository
  return typeof width === 'number' && typeof height === 'number'
    ? { width, height }
    : { width: 1600, height: 1200 }
}

function scaleInto(box: Size, { width, height }: Size): Size {
  const factor = Math.min(box.width / width, box.height / height, 1)
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}
