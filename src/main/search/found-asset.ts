import { findSize } from '../../shared/asset-list'
import { findAssetPath, findChild, findField, findFieldText } from '../../shared/asset-names'
import { decodeStringToken, rowKind, rowValueToken } from '../../shared/metadata-rows'
import type { FoundAsset } from '../../shared/search'
import { assetIdOf } from '../assets/ids-in-text'

/** What a result shows of a hit; null where the hit has no asset ID. */
export function foundAssetOf(text: string, rows: Int32Array, hit: number): FoundAsset | null {
  const assetId = idOfHit(text, rows, hit)
  if (assetId === null) return null
  function repository(key: string): string | null {
    return findFieldText(text, rows, 'repositoryMetadata', key, hit)
  }
  function asset(key: string): string | null {
    return findFieldText(text, rows, 'assetMetadata', key, hit)
  }
  return {
    assetId,
    title: asset('dc:title'),
    name: repository('repo:name'),
    path: findAssetPath(text, rows, hit),
    format: repository('dc:format') ?? asset('dc:format'),
    size: findSize(text, rows, hit),
    state: asset('dam:status'),
    modified: repository('repo:modifyDate'),
  }
}

function idOfHit(text: string, rows: Int32Array, hit: number): string | null {
  const own = findChild(text, rows, hit, 'assetId')
  const row = own ?? findField(text, rows, 'repositoryMetadata', 'repo:assetId', hit)
  return row === null || rowKind(rows, row) !== 'string'
    ? null
    : assetIdOf(decodeStringToken(rowValueToken(text, rows, row)))
}
