import { childRows, rowParent } from '../../../../shared/metadata-rows'
import {
  type CutText,
  keyStartOf,
  kindOf,
  type MetadataDocument,
  valueStartOf,
} from '../../../model/document/document'

/** Fields that tell the items of a list of objects apart, the most specific first. */
const namingKeys = [
  '@key',
  'id',
  'key',
  'name',
  'label',
  'title',
  'value',
  'stRef:filePath',
  'stFnt:fontName',
  'xmpDM:name',
  'xmpDM:trackName',
  'xmpG:groupName',
  'xmpG:swatchName',
  'photoshop:LayerName',
]
const membersLookedAt = 12
const labelCharacters = 60

/** What an object in a list calls itself; null for everything else. */
export function itemLabelOf(document: MetadataDocument, row: number): CutText | null {
  const parent = rowParent(document.rows, row)
  if (parent < 0 || kindOf(document, row) !== 'object' || kindOf(document, parent) !== 'array') return null
  let best: { rank: number; label: CutText } | null = null
  let looked = 0
  for (const member of childRows(document.rows, row)) {
    if (looked++ >= membersLookedAt) break
    const rank = namingKeys.indexOf(keyStartOf(document, member, labelCharacters)?.text ?? '')
    const kind = kindOf(document, member)
    if (rank < 0 || (best && best.rank <= rank) || (kind !== 'string' && kind !== 'number')) continue
    best = { rank, label: valueStartOf(document, member, labelCharacters) }
  }
  return best && best.label.text !== '' ? best.label : null
}
