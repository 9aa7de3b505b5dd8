import { createHash } from 'node:crypto'
import type { Metadata } from './asset-builder'

interface Shot {
  make: string
  model: string
  lens: string
  /** As EXIF writes them: `1/250`, `8/1`, `35/1`. */
  exposure: string
  aperture: string
  focalLength: string
  iso: number
  taken: string
  width: number
  height: number
  /** Latitude and longitude as XMP writes them: degrees, minutes with decimals, direction. */
  gps?: [latitude: string, longitude: string]
}

/** TIFF and EXIF fields of a camera, with the kinds of value that AEM extracts. */
export function camera(shot: Shot): Metadata {
  return {
    'tiff:Make': shot.make,
    'tiff:Model': shot.model,
    'tiff:ImageWidth': shot.width,
    'tiff:ImageLength': shot.height,
    'tiff:Orientation': 1,
    'tiff:XResolution': '300/1',
    'tiff:YResolution': '300/1',
    'tiff:ResolutionUnit': 'inches',
    'tiff:BitsPerSample': [8, 8, 8],
    'exif:ExifVersion': '0231',
    'exif:ExposureTime': shot.exposure,
    'exif:FNumber': shot.aperture,
    'exif:FocalLength': shot.focalLength,
    'exif:ISOSpeedRatings': [shot.iso],
    'exif:DateTimeOriginal': shot.taken,
    'exif:PixelXDimension': shot.width,
    'exif:PixelYDimension': shot.height,
    'exif:ColorSpace': 1,
    'exif:Flash': { 'exif:Fired': false, 'exif:Mode': 2, 'exif:Return': 0 },
    'aux:Lens': shot.lens,
    ...(shot.gps === undefined ? {} : { 'exif:GPSLatitude': shot.gps[0], 'exif:GPSLongitude': shot.gps[1] }),
  }
}

/** What Assets' smart tagging adds: an array of objects with a key field. */
export function machineKeywords(keywords: [value: string, confidence: number][]): Metadata {
  return {
    'xcm:machineKeywords': keywords.map(([value, confidence]) => ({
      id: value.toLowerCase().replaceAll(' ', '-'),
      value,
      confidence,
      algorithm: 'ica-1.4',
    })),
    'xcm:keywords': keywords.map(([value]) => value),
  }
}

/** Color extraction: an array of objects addressed by `@key`. */
export function colors(
  list: [name: string, red: number, green: number, blue: number, percentage: number][],
): Metadata {
  return {
    'dam:predictedColors': list.map(([, red, green, blue]) => red * 65_536 + green * 256 + blue),
    'dam:colorDistribution': list.map(([name, red, green, blue, percentage], index) => ({
      '@key': `color${index}`,
      name,
      red,
      green,
      blue,
      percentage,
    })),
  }
}

/** XMP media management: document identity and saving history. */
export function history(slug: string, tool: string, times: string[]): Metadata {
  const id = createHash('md5').update(slug).digest('hex')
  return {
    'xmp:CreatorTool': tool,
    'xmp:CreateDate': times[0] ?? null,
    'xmp:ModifyDate': times.at(-1) ?? null,
    'xmp:MetadataDate': times.at(-1) ?? null,
    'xmpMM:DocumentID': `xmp.did:${id}`,
    'xmpMM:OriginalDocumentID': id.toUpperCase(),
    'xmpMM:InstanceID': `xmp.iid:${[...id].reverse().join('')}`,
    'xmpMM:History_xmpArrayType': 'rdf:Seq',
    'xmpMM:History': times.map((when, index) => ({
      '@key': `item${index}`,
      'stEvt:action': index === 0 ? 'created' : 'saved',
      'stEvt:when': when,
      'stEvt:softwareAgent': tool,
      'stEvt:instanceID': `xmp.iid:${createHash('md5').update(`${slug}${index}`).digest('hex')}`,
    })),
  }
}

interface Licence {
  owner: string
  terms: string
  /** ISO instant, or null for rights without an end. */
  expires: string | null
}

export function rights({ owner, terms, expires }: Licence): Metadata {
  return {
    'dc:rights': `© ${owner}`,
    'xmpRights:Marked': true,
    'xmpRights:Owner': [owner],
    'xmpRights:UsageTerms': terms,
    ...(expires === null ? {} : { 'prism:expirationDate': expires }),
  }
}

/** Fields that AEM's own processing writes. */
export function processed(size: number, extracted: string, format: string): Metadata {
  return { 'dc:format': format, 'dam:size': size, 'dam:extracted': extracted, 'dam:status': 'approved' }
}
