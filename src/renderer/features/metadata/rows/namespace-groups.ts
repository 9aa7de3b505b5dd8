import { childRows, rowKeyToken } from '../../../../shared/metadata-rows'
import { keyOf, type MetadataDocument } from '../../../model/document/document'

export type NamespaceGroup = { readonly prefix: string | null; readonly rows: number[] }

/** The members of an object by the prefix of their keys, in the order in which each prefix first appears. */
export function groupByNamespace(document: MetadataDocument, parent: number): readonly NamespaceGroup[] {
  const groups = new Map<string | null, NamespaceGroup>()
  let latest: NamespaceGroup | undefined
  for (const row of childRows(document.rows, parent)) {
    const token = rowKeyToken(document.text, document.rows, row) ?? ''
    if (!latest || !isOfGroup(token, latest)) {
      const prefix = prefixOf(token.includes('\\') ? (keyOf(document, row) ?? '') : token.slice(1, -1))
      latest = groups.get(prefix) ?? { prefix, rows: [] }
      groups.set(prefix, latest)
    }
    latest.rows.push(row)
  }
  return [...groups.values()]
}

/** Neighbors mostly share their prefix: comparing it first saves string allocations. */
function isOfGroup(token: string, { prefix }: NamespaceGroup): boolean {
  return prefix !== null && token[prefix.length + 1] === ':' && token.startsWith(prefix, 1)
}

function prefixOf(key: string): string | null {
  const colon = key.indexOf(':')
  return colon > 0 ? key.slice(0, colon) : null
}
