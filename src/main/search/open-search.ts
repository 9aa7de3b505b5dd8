import { createPathFinder } from '../assets/find-by-path'
import type { AccessTokens } from '../calls/access-tokens'
import type { Clock, Wait } from '../calls/clock'
import type { SendHttp } from '../calls/http'
import { createFindAsset } from './find-asset'
import { createFindNamed, type ReadNamed } from './find-named'
import { createPathSearch } from './find-path-by-search'
import { createListFolders } from './list-folders'
import { createSearchAssets } from './search-assets'
import { createAskAuthor } from './search-call'

type Options = { http: SendHttp; tokens: AccessTokens; clock: Clock; wait: Wait; readMetadata: ReadNamed }

/** The search of AEM's author, and what is found by it. */
export function openSearch({ http, tokens, clock, wait, readMetadata }: Options) {
  const ask = createAskAuthor(http, tokens, clock)
  const findPath = createPathSearch(ask)
  return {
    findPath,
    findByPath: createFindAsset(findPath, createPathFinder(http, tokens, clock)),
    searchAssets: createSearchAssets({ ask, clock, wait }),
    findNamed: createFindNamed({ findPath, readMetadata, wait }),
    listFolders: createListFolders(ask),
  }
}
