import * as v from 'valibot'
import { type AssetReference, longestAssetText } from '../../shared/asset-reference'
import type { Handlers } from '../../shared/contract'
import {
  assetStates,
  fieldTests,
  formatKinds,
  type SearchFilters,
  type SearchOutcome,
  type SearchProgress,
} from '../../shared/search'
import { ownAuthorOf } from '../assets/aem-place'
import { isDamPath } from '../assets/repository-path'
import type { RunningWork } from '../calls/running-work'
import type { ConnectionAccess, ResolveAccess } from '../connections/connection-access'
import type { Connections } from '../connections/connections'
import { identifier, parseInput } from '../input/parse-input'
import type { FindNamed } from './find-named'
import type { FindPathBySearch } from './find-path-by-search'
import type { ListFolders } from './list-folders'
import type { SearchAssets } from './search-assets'

const folderPath = v.pipe(
  v.string(),
  v.check((path) => path === '/content/dam' || isDamPath(path)),
)
const instant = v.nullable(
  v.pipe(
    v.string(),
    v.check((text) => !Number.isNaN(Date.parse(text))),
  ),
)
const searchSchema = v.object({
  connectionId: identifier,
  text: v.pipe(v.string(), v.maxLength(longestAssetText)),
  filters: v.object({
    folder: v.nullable(folderPath),
    format: v.nullable(v.picklist(formatKinds)),
    state: v.nullable(v.picklist(assetStates)),
    modifiedFrom: instant,
    modifiedTo: instant,
    field: v.nullable(
      v.object({
        name: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
        test: v.picklist(fieldTests),
        value: v.pipe(v.string(), v.maxLength(5_000)),
      }),
    ),
  }),
  ticket: identifier,
})
const folderSchema = v.object({ connectionId: identifier, path: folderPath, ticket: identifier })

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  searchAssets: SearchAssets
  findNamed: FindNamed
  findPath: FindPathBySearch
  listFolders: ListFolders
  work: RunningWork
  publishProgress: (progress: SearchProgress) => void
}

export function searchHandlers({
  connections,
  resolveAccess,
  searchAssets,
  findNamed,
  findPath,
  listFolders,
  work,
  publishProgress,
}: Collaborators): Pick<Handlers, 'findAssets' | 'listFolders'> {
  type Search = { target: ConnectionAccess; text: string; filters: SearchFilters; signal: AbortSignal }

  async function find({ target, text, filters, signal }: Search, ticket: string): Promise<SearchOutcome> {
    function report(progress: Omit<SearchProgress, 'ticket'>): void {
      publishProgress({ ticket, ...progress })
    }
    const named = await namedIn(text, target)
    const folder = named.length === 1 ? await folderOf(named[0], target, signal) : null
    if (folder !== null)
      return searchAssets(target, { text: '', filters: { ...filters, folder } }, signal, report)
    if (named.length > 0) return findNamed(target, named, filters, signal, report)
    return searchAssets(target, { text: text.trim(), filters }, signal, report)
  }
  /** A path at which search finds no asset is taken for a folder's. */
  async function folderOf(
    reference: AssetReference | undefined,
    target: ConnectionAccess,
    signal: AbortSignal,
  ): Promise<string | null> {
    if (reference?.target.by !== 'path') return null
    const { path } = reference.target
    return (await findPath({ ...target, path }, signal)) === null ? path : null
  }

  return {
    findAssets: (input) => {
      const { text, filters, ...name } = parseInput(searchSchema, input)
      return work.run(name, async (signal) => {
        const target = await resolveAccess(await connections.find(name.connectionId))
        return find({ target, text, filters, signal }, name.ticket)
      })
    },
    listFolders: (input) => {
      const { path, ...name } = parseInput(folderSchema, input)
      return work.run(name, async (signal) => {
        const target = await resolveAccess(await connections.find(name.connectionId))
        return listFolders({ ...target, path }, signal)
      })
    },
  }
}

/** The assets that a text names, by ID, path or address; none where it is words. */
async function namedIn(
  text: string,
  { bucket, aemHost }: ConnectionAccess,
): Promise<readonly AssetReference[]> {
  if (text.trim() === '') return []
  // It brings a CSV parser along, which no start needs.
  const { understandAsset } = await import('../assets/understand-asset')
  const understood = understandAsset(text, ownAuthorOf(bucket, aemHost))
  return understood.understood ? understood.references : []
}
