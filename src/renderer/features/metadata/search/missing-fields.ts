import { childRows, rowKeyToken, rowSubtreeEnd } from '../../../../shared/metadata-rows'
import { fold } from '../../../components/text/fold'
import {
  isContainer,
  keyOf,
  kindOf,
  type MetadataDocument,
  valueTokenOf,
} from '../../../model/document/document'
import type { SlicedWork } from './run-sliced'

/** A field that was looked for and is absent, or there with nothing in it. */
export type MissingField = {
  readonly key: string
  /** Where it is there with nothing in it; none where it is absent. */
  readonly emptyRows: readonly number[]
  /** What may have been meant: the key in other case, or in another section. */
  readonly near: NearField | null
}

/** `section` is null for a member of the answer itself. */
type NearField = { readonly key: string; readonly section: string | null }

/** What people check before an asset is published: what it is, who may use it until when, and where it is. */
export const auditedFields = [
  'dc:title',
  'dc:description',
  'dc:rights',
  'xmpRights:UsageTerms',
  'xmpRights:Owner',
  'prism:expirationDate',
  'cq:tags',
  'repo:name',
  'repo:path',
  'repo:createDate',
  'repo:modifyDate',
] as const

/** AEM omits these unless a metadata schema declares them (AEM Assets Author API guide). */
export function needsSchema(key: string): boolean {
  return /^(?:cq|jcr|oak|rep|sling):/.test(key)
}

const repositorySection = 'repositoryMetadata'
const sections: ReadonlySet<string> = new Set([
  'assetMetadata',
  'folderMetadata',
  'collectionMetadata',
  repositorySection,
])
/** AEM writes these into its repository section alone. */
const repositoryPrefixes: ReadonlySet<string> = new Set(['repo', 'aem'])
const rowsAtOnce = 500
const longestEscape = '\\u0000'.length

type Sought = { key: string; emptyRows: number[]; isFilled: boolean; near: NearField | null }

/** Those of the fields that an answer lacks where they belong, or that have nothing in them. */
export function* findMissing(
  document: MetadataDocument,
  keys: readonly string[],
): SlicedWork<readonly MissingField[]> {
  const sought = keys.map((key): Sought => ({ key, emptyRows: [], isFilled: false, near: null }))
  const byKey = new Map(sought.map((field) => [field.key, field]))
  function soughtFor(key: string) {
    return sought.filter((field) => fold(field.key) === fold(key))
  }
  const folded = new Set(sought.map(({ key }) => fold(key)))
  const longest = Math.max(...sought.map(({ key }) => key.length)) * longestEscape + '""'.length
  const places = findPlaces(document)
  let looked = 0
  for (const { row: place, section } of places) {
    for (const row of childRows(document.rows, place)) {
      if (looked++ % rowsAtOnce === 0) yield
      const token = rowKeyToken(document.text, document.rows, row)
      if (token === null || token.length > longest) continue
      const key = keyOf(document, row) ?? ''
      const field = belongsIn(key, section, places) ? byKey.get(key) : undefined
      if (field && (yield* isBlank(document, row))) field.emptyRows.push(row)
      else if (field) field.isFilled = true
      if (folded.has(fold(key)))
        for (const other of soughtFor(key)) if (other !== field) other.near ??= { key, section }
    }
  }
  return sought.filter(({ isFilled }) => !isFilled)
}

type Place = { readonly row: number; readonly section: string | null }

/** The sections of an answer, in its order, and the answer itself. */
function findPlaces(document: MetadataDocument): readonly Place[] {
  const places: Place[] = []
  for (const row of childRows(document.rows, 0)) {
    if (kindOf(document, row) !== 'object') continue
    const section = keyOf(document, row) ?? ''
    if (sections.has(section)) places.push({ row, section })
  }
  return [...places, { row: 0, section: null }]
}

/** A key without a prefix may stand anywhere, and any key in an answer without sections. */
function belongsIn(key: string, section: string | null, places: readonly Place[]): boolean {
  const colon = key.indexOf(':')
  if (colon <= 0 || places.length === 1) return true
  const isOfRepository = repositoryPrefixes.has(key.slice(0, colon))
  return section !== null && isOfRepository === (section === repositorySection)
}

/** True where every value below, however deep, is null or a text without characters. */
function* isBlank(document: MetadataDocument, row: number): SlicedWork<boolean> {
  const end = rowSubtreeEnd(document.rows, row)
  for (let at = row; at < end; at++) {
    const kind = kindOf(document, at)
    const isNothing =
      kind === 'null' || isContainer(kind) || (kind === 'string' && valueTokenOf(document, at) === '""')
    if (!isNothing) return false
    if (at % rowsAtOnce === 0) yield
  }
  return true
}
