import { childRows, rowKeyToken, rowSubtreeEnd } from '../../../../shared/metadata-rows'
import { isContainer, keyOf, kindOf, type MetadataDocument } from '../../../model/document/document'

const suffix = '_xmpArrayType'

/** AEM stores the XMP kind of a list beside it: `dc:title_xmpArrayType` for `dc:title`. */
export type ArrayMarkers = {
  /** Rows of the markers by the row of the field they are about. */
  readonly byField: ReadonlyMap<number, readonly number[]>
  readonly all: ReadonlySet<number>
}

const noMarkers: ArrayMarkers = { byField: new Map(), all: new Set() }

/** The markers among the members of an object whose field is there too; of equal fields the first has them. */
export function findArrayMarkers(document: MetadataDocument, parent: number): ArrayMarkers {
  const markers: number[] = []
  const end = rowSubtreeEnd(document.rows, parent)
  for (let row = parent + 1; row < end; row = rowSubtreeEnd(document.rows, row))
    if (isMarker(document, row)) markers.push(row)
  if (markers.length === 0) return noMarkers
  const names = new Map(markers.map((row) => [row, (keyOf(document, row) ?? '').slice(0, -suffix.length)]))
  const wanted = new Set(names.values())
  const fields = new Map<string, number>()
  for (const row of childRows(document.rows, parent)) {
    const key = keyOf(document, row) ?? ''
    if (wanted.has(key) && !fields.has(key) && !names.has(row)) fields.set(key, row)
  }
  const byField = new Map<number, number[]>()
  const all = new Set<number>()
  for (const [marker, name] of names) {
    const field = fields.get(name)
    if (field === undefined) continue
    byField.set(field, [...(byField.get(field) ?? []), marker])
    all.add(marker)
  }
  return { byField, all }
}

function isMarker(document: MetadataDocument, row: number): boolean {
  return (
    (rowKeyToken(document.text, document.rows, row)?.endsWith(`${suffix}"`) ?? false) &&
    !isContainer(kindOf(document, row))
  )
}
