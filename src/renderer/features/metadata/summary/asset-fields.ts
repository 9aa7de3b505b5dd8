import { childRows } from '../../../../shared/metadata-rows'
import { isContainer, keyOf, keyStartOf, kindOf, wholeValueOf } from '../../../model/document/document'
import { cellOf, childIds, type DisplayRows, heading } from '../rows/display-rows'

/** What the summary tells of the repository, by the names that AEM gives. */
const ofRepository = [
  'repo:name',
  'repo:path',
  'aem:assetState',
  'repo:state',
  'isPublishedToAemPublish',
  'lastPublishedToAemPublish',
  'aem:published',
  'isPublishedToDynamicMedia',
  'lastPublishedToDynamicMedia',
  'aem:checkedOutBy',
  'repo:size',
  'tiff:imageWidth',
  'tiff:imageLength',
  'repo:modifyDate',
  'repo:modifiedBy',
  'dam:avScanStatus',
] as const

/** What people have decided about the asset: a published asset may have no right to be. */
const ofAsset = [
  'dc:title',
  'dam:status',
  'prism:expirationDate',
  'prism:offTime',
  'dam:isAiGenerated',
  'dam:hasC2PAManifest',
] as const
export type SummarisedKey = (typeof ofRepository)[number] | (typeof ofAsset)[number]

/** The text of each field that is there. */
export type AssetFields = ReadonlyMap<SummarisedKey, string>

export type FactName =
  | 'title'
  | 'name'
  | 'path'
  | 'rights'
  | 'offTime'
  | 'review'
  | 'ai'
  | 'c2pa'
  | 'state'
  | 'publish'
  | 'dynamicMedia'
  | 'checkedOut'
  | 'scan'
  | 'size'
  | 'dimensions'
  | 'modified'

export type Fact = {
  readonly name: FactName
  readonly text: string
  /** For the one line, where the name does not stand beside it. */
  readonly short: string | null
  /** What is copied: the value as AEM sent it. */
  readonly copied: string
  readonly tone: 'positive' | 'notice' | 'negative' | 'neutral' | null
}

/** AEM sends a few dozen of these fields, and some hundred of the asset; the rest is ignored. */
const membersLookedAt = 1_000
const longestKey = 60

/** The fields that the summary tells; of equal ones the first. Empty for a body without them. */
export function readAssetFields(display: DisplayRows): AssetFields {
  const fields = new Map<SummarisedKey, string>()
  readSection(display, 'repositoryMetadata', ofRepository, fields)
  readSection(display, 'assetMetadata', ofAsset, fields)
  return fields
}

function readSection(
  display: DisplayRows,
  name: string,
  keys: readonly SummarisedKey[],
  fields: Map<SummarisedKey, string>,
): void {
  const { document } = display
  const section = [...firstIds(display)].find((id) => isSection(display, id, name))
  if (section === undefined) return
  let looked = 0
  for (const row of childRows(document.rows, cellOf(display.source, section))) {
    if (looked++ >= membersLookedAt) break
    const key = keyStartOf(document, row, longestKey)?.text
    const known = keys.find((candidate) => candidate === key)
    const kind = kindOf(document, row)
    if (!known || fields.has(known) || isContainer(kind) || kind === 'null') continue
    const text = wholeValueOf(document, row)
    if (text !== '') fields.set(known, text)
  }
}

/** Sections stand before everything else. */
function* firstIds(display: DisplayRows): Generator<number> {
  for (const id of childIds(display, -1)) {
    if (display.heading[id] !== heading.section) return
    yield id
  }
}

function isSection(display: DisplayRows, id: number, name: string): boolean {
  return keyOf(display.document, cellOf(display.source, id)) === name
}
