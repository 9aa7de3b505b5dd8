import { childRows } from '../../../../shared/metadata-rows'
import { isContainer, keyOf, keyStartOf, kindOf, wholeValueOf } from '../../../model/document/document'
import { cellOf, childIds, type DisplayRows, heading } from '../rows/display-rows'

/** What the summary tells, by the names that AEM gives. */
const summarised = [
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
export type SummarisedKey = (typeof summarised)[number]

/** The text of each field that is there. */
export type RepositoryFields = ReadonlyMap<SummarisedKey, string>

/** AEM sends a few dozen of these fields; the rest is ignored. */
const membersLookedAt = 1_000
const longestKey = 60

/** The fields of the repository that the summary tells; of equal ones the first. Empty for a body without them. */
export function readRepositoryFields(display: DisplayRows): RepositoryFields {
  const { document } = display
  const fields = new Map<SummarisedKey, string>()
  const section = [...firstIds(display)].find((id) => isRepositorySection(display, id))
  if (section === undefined) return fields
  let looked = 0
  for (const row of childRows(document.rows, cellOf(display.source, section))) {
    if (looked++ >= membersLookedAt) break
    const key = keyStartOf(document, row, longestKey)?.text
    const known = summarised.find((name) => name === key)
    const kind = kindOf(document, row)
    if (!known || fields.has(known) || isContainer(kind) || kind === 'null') continue
    const text = wholeValueOf(document, row)
    if (text !== '') fields.set(known, text)
  }
  return fields
}

/** Sections stand before everything else. */
function* firstIds(display: DisplayRows): Generator<number> {
  for (const id of childIds(display, -1)) {
    if (display.heading[id] !== heading.section) return
    yield id
  }
}

function isRepositorySection(display: DisplayRows, id: number): boolean {
  return keyOf(display.document, cellOf(display.source, id)) === 'repositoryMetadata'
}
