import { childRows, rowKeyToken } from '../../../../shared/metadata-rows'
import { keyOf, type MetadataDocument } from '../../../model/document/document'

/** What fields are about, in the order of display. Every key belongs to exactly one of them. */
export const meanings = [
  'description',
  'rights',
  'people',
  'dates',
  'publication',
  'tags',
  'location',
  'camera',
  'color',
  'technical',
  'files',
  'other',
] as const
export type Meaning = (typeof meanings)[number]

export type MeaningGroup = { readonly meaning: Meaning; readonly rows: number[] }

/** Where most fields of a namespace belong. */
const meaningByPrefix: ReadonlyMap<string, Meaning> = new Map([
  ['autogen', 'description'],
  ['aux', 'camera'],
  ['c2pa', 'rights'],
  ['cf', 'technical'],
  ['cq', 'publication'],
  ['crs', 'camera'],
  ['dam', 'technical'],
  ['exif', 'camera'],
  ['exifEX', 'camera'],
  ['GPano', 'camera'],
  ['illustrator', 'technical'],
  ['Iptc4xmpCore', 'description'],
  ['Iptc4xmpExt', 'description'],
  ['pdf', 'technical'],
  ['pdfaid', 'technical'],
  ['pdfuaid', 'technical'],
  ['photoshop', 'technical'],
  ['plus', 'rights'],
  ['prism', 'publication'],
  ['repo', 'files'],
  ['svg', 'technical'],
  ['tiff', 'technical'],
  ['xcm', 'tags'],
  ['xmpDM', 'technical'],
  ['xmpMM', 'files'],
  ['xmpRights', 'rights'],
  ['xmpTPg', 'technical'],
])

/** Fields that belong elsewhere than most of their namespace, and those of namespaces that hold all kinds. */
const keysByMeaning: Readonly<Partial<Record<Meaning, string>>> = {
  description:
    'dc:title dc:description dc:coverage dc:extent dc:language dc:type xmp:Label xmp:Nickname xmp:Rating ' +
    'exif:UserComment photoshop:Headline photoshop:Instructions photoshop:TextLayers tiff:ImageDescription ' +
    'dam:Comments prism:genre prism:publicationName xmpDM:album xmpDM:genre xmpDM:scene xmpDM:shotName',
  rights:
    'dc:rights tiff:Copyright prism:copyright prism:expirationDate prism:embargoDate photoshop:Credit ' +
    'photoshop:Source dam:expirationStatus dam:hasC2PAManifest dam:isAiGenerated ' +
    'Iptc4xmpExt:DigitalSourceType Iptc4xmpExt:RegistryId',
  people:
    'dc:creator dc:contributor dc:publisher tiff:Artist photoshop:AuthorsPosition photoshop:CaptionWriter ' +
    'Iptc4xmpCore:CreatorContactInfo Iptc4xmpExt:PersonInImage Iptc4xmpExt:PersonInImageWDetails ' +
    'Iptc4xmpExt:OrganisationInImageName Iptc4xmpExt:ModelAge Iptc4xmpExt:AddlModelInfo xmpDM:artist ' +
    'xmpDM:composer repo:createdBy repo:modifiedBy cq:lastModifiedBy cq:lastReplicatedBy aem:checkedOutBy ' +
    'cq:drivelock',
  dates:
    'dc:date dc:modified dcterms:created dcterms:modified xmp:CreateDate xmp:ModifyDate xmp:MetadataDate ' +
    'tiff:DateTime exif:DateTimeOriginal exif:DateTimeDigitized exif:GPSTimeStamp exif:GPSDateStamp ' +
    'photoshop:DateCreated dam:extracted repo:createDate repo:modifyDate repo:scene7LastModified ' +
    'cq:lastModified cq:lastReplicated prism:creationDate prism:modificationDate prism:publicationDate ' +
    'prism:onTime prism:offTime xmpDM:releaseDate aem:published lastPublishedToAemPublish ' +
    'lastPublishedToDynamicMedia dam:avScanStartDate dam:avScanEndDate',
  publication:
    'dam:status dam:assetStatus dam:assetState dam:activationTarget aem:assetState repo:state ' +
    'isPublishedToAemPublish isPublishedToDynamicMedia repo:scene7Domain repo:scene7File ' +
    'repo:scene7FileStatus repo:scene7Folder repo:scene7Name repo:scene7Type dam:avScanStatus ' +
    'dam:avInfectedReason',
  tags:
    'dc:subject cq:tags pdf:Keywords prism:keyword autogen:keywords photoshop:Category ' +
    'photoshop:SupplementalCategories Iptc4xmpCore:SubjectCode Iptc4xmpCore:Scene dam:search_promote',
  location:
    'exif:GPSLatitude exif:GPSLongitude exif:GPSAltitude exif:GPSAltitudeRef exif:GPSImgDirection ' +
    'exif:GPSImgDirectionRef exif:GPSMapDatum exif:GPSSpeed exif:GPSVersionID photoshop:City ' +
    'photoshop:State photoshop:Country Iptc4xmpCore:CountryCode Iptc4xmpCore:Location ' +
    'Iptc4xmpExt:LocationShown Iptc4xmpExt:LocationCreated',
  camera: 'tiff:Make tiff:Model',
  color:
    'tiff:BitsPerSample tiff:PhotometricInterpretation tiff:SamplesPerPixel exif:ColorSpace ' +
    'photoshop:ColorMode photoshop:ICCProfile dam:predictedColors dam:colorDistribution dam:Bitsperpixel ' +
    'xmpTPg:SwatchGroups xmpTPg:PlateNames',
  technical:
    'dc:format xmp:CreatorTool tiff:imageWidth tiff:imageLength exif:PixelXDimension exif:PixelYDimension ' +
    'exif:NativeDigest exif:ExifVersion exif:FlashpixVersion repo:size',
  files:
    'assetId dc:identifier dc:source dc:relation xmp:Identifier xmp:BaseURL dam:sha1 dam:relativePath ' +
    'dam:avOriginalAssetPath dam:originalQuarantinedPath cq:name cq:parentPath exif:ImageUniqueID ' +
    'photoshop:DocumentAncestors photoshop:TransmissionReference prism:versionIdentifier',
}

const meaningByKey: ReadonlyMap<string, Meaning> = new Map(
  meanings.flatMap((meaning) =>
    (keysByMeaning[meaning]?.split(' ') ?? []).map((key) => [key, meaning] as const),
  ),
)

/** What a field is about, by its key alone: equal keys stay together. */
export function meaningOf(key: string): Meaning {
  const known = meaningByKey.get(key)
  if (known) return known
  const colon = key.indexOf(':')
  return (colon > 0 ? meaningByPrefix.get(key.slice(0, colon)) : undefined) ?? 'other'
}

/** Namespaces whose fields are not all about the same. */
const mixedPrefixes: ReadonlySet<string> = new Set(
  [...meaningByKey.keys()].filter((key) => key.includes(':')).map((key) => key.slice(0, key.indexOf(':'))),
)

/** The members of an object by what they are about; the order within each group is that of the body. */
export function groupByMeaning(document: MetadataDocument, parent: number): readonly MeaningGroup[] {
  const groups = new Map<Meaning, MeaningGroup>()
  let latest: { start: string; group: MeaningGroup } | null = null
  for (const row of childRows(document.rows, parent)) {
    const token = rowKeyToken(document.text, document.rows, row) ?? ''
    // Neighbors mostly share their prefix: comparing it first saves string allocations.
    if (latest?.start && token.startsWith(latest.start)) {
      latest.group.rows.push(row)
      continue
    }
    const key = keyOf(document, row) ?? ''
    const meaning = meaningOf(key)
    const group = groups.get(meaning) ?? { meaning, rows: [] }
    groups.set(meaning, group)
    group.rows.push(row)
    const prefix = key.slice(0, Math.max(0, key.indexOf(':')))
    const isUniform = prefix !== '' && !mixedPrefixes.has(prefix)
    latest = { start: isUniform ? `"${prefix}:` : '', group }
  }
  return meanings.flatMap((meaning) => groups.get(meaning) ?? [])
}
