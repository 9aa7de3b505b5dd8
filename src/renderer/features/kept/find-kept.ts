import type { AssetNames } from '../../../shared/asset-names'
import type { AssetKey } from '../../../shared/kept'

/** What an asset is called in a list: its title, else its name, else its ID. */
export function shownName({ names, assetId }: { names: AssetNames; assetId: string }): string {
  return names.title ?? names.name ?? assetId
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

type Searched = AssetKey & { names: AssetNames; note?: string }

/** Whether every word stands somewhere in what is known of the asset or its connection, whatever case or accents. */
export function matchesSearch(entry: Searched, connectionName: string, typed: string): boolean {
  if (typed === '') return true
  const { title, name, path } = entry.names
  const text = fold([title, name, path, entry.assetId, entry.note, connectionName].filter(Boolean).join('\n'))
  return fold(typed)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
