/** The formats that are drawn, all of them of pixels: an SVG could bring scripts and outside addresses. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const
export type PictureType = (typeof pictureTypes)[number]

export type PictureQuery = {
  connectionId: string
  assetId: string
  /** Names this piece of work for cancel. */
  ticket: string
}

/** A small picture of an asset, or why there is none to show. */
export type AssetPicture =
  | { outcome: 'shown'; type: PictureType; bytes: Uint8Array<ArrayBuffer>; width: number; height: number }
  /** AEM has neither the rendition nor the asset's own binary. */
  | { outcome: 'missing' }
  /** What came is in none of the formats that are drawn. */
  | { outcome: 'not-a-picture' }
  /** More bytes or pixels than a small picture has. */
  | { outcome: 'too-large' }
