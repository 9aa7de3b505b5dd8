import { browserAddressOf, type FindAssetByPath } from '../assets/find-by-path'
import type { FindPathBySearch } from './find-path-by-search'

/**
 * The asset at a path: by search, which takes the tokens of technical accounts; where that does not tell, by Sling's rendering of
 * the path, which usually refuses them and then leaves it to the user's browser.
 */
export function createFindAsset(bySearch: FindPathBySearch, bySling: FindAssetByPath): FindAssetByPath {
  return async (target, signal, report) => {
    report('token')
    const hit = await bySearch(target, signal)
    if (hit === null) return bySling(target, signal, report)
    const { assetId } = hit.found
    return { path: target.path, address: browserAddressOf(target), outcome: 'found', assetId }
  }
}
