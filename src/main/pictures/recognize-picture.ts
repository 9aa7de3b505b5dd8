import { imageSize } from 'image-size'
import type { AssetPicture, PictureType } from '../../shared/asset-picture'

/** Four bytes of memory each, once they are decoded. */
const mostPixels = 16_000_000

const typesByName: Readonly<Record<string, PictureType>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
}

/**
 * What an answer is by its own bytes: content types are wrong too often, and a small file can hold more pixels than the
 * machine has memory for.
 */
export function recognizePicture(body: Uint8Array): AssetPicture {
  const size = readSize(body)
  const type = typesByName[size?.type ?? '']
  if (!size || !type) return { outcome: 'not-a-picture' }
  const { width, height } = size
  if (width * height > mostPixels) return { outcome: 'too-large' }
  return { outcome: 'shown', type, bytes: new Uint8Array(body), width, height }
}

function readSize(body: Uint8Array): { width: number; height: number; type?: string | undefined } | null {
  try {
    return imageSize(body)
  } catch {
    return null // In no format that it knows, or cut off in its header.
  }
}
