import { rowParent, rowPosition } from '../../../../shared/metadata-rows'
import { keyOf, type MetadataDocument } from './document'

/** From the document's first level down to the row: keys of fields, positions of list items. */
export const pathOf = (document: MetadataDocument, row: number): readonly (string | number)[] => {
  const path: (string | number)[] = []
  for (let at = row; rowParent(document.rows, at) >= 0; at = rowParent(document.rows, at)) {
    path.push(keyOf(document, at) ?? rowPosition(document.rows, at))
  }
  return path.reverse()
}

/** RFC 6901. Of two fields with the same key, both have the same pointer. */
export const pointerOf = (document: MetadataDocument, row: number): string =>
  pathOf(document, row)
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')
