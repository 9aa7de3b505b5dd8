import * as v from 'valibot'
import type { Folder } from '../../shared/search'
import type { ConnectionAccess } from '../connections/connection-access'
import { parseJson } from '../input/parse-json'
import { type AskAuthor, failureOf } from './search-call'

/** The folders in a folder; throws a `Failure`. */
export type ListFolders = (
  target: ConnectionAccess & { path: string },
  signal: AbortSignal,
) => Promise<readonly Folder[]>

const folder = v.object({ path: v.string(), name: v.string(), title: v.optional(v.string(), '') })
/** Where the cursor of the next page stands is in no document: a member of the answer, as elsewhere in AEM's APIs. */
const listing = v.object({ children: v.array(folder), cursor: v.nullish(v.string()) })

/** Nobody finds a folder among more, and a cursor that never ends is none. */
const mostPages = 40

/** `GET /adobe/folders/?path=&limit=1..50&cursor=` (AEM Folders API). */
export function createListFolders(ask: AskAuthor): ListFolders {
  return async (target, signal) => {
    const folders: Folder[] = []
    let cursor: string | null = null
    for (let page = 0; page < mostPages; page++) {
      const came = await ask(target, { url: addressOf(target, cursor), body: null }, signal)
      const read = v.safeParse(listing, parseJson(came.text))
      if (came.answer.status !== 200 || !read.success) throw failureOf(came)
      folders.push(...read.output.children)
      cursor = read.output.cursor ?? null
      if (cursor === null) break
    }
    return folders
  }
}

function addressOf({ aemHost, path }: { aemHost: string; path: string }, cursor: string | null): URL {
  const url = new URL('/adobe/folders/', aemHost)
  url.searchParams.set('path', path)
  url.searchParams.set('limit', '50')
  if (cursor !== null) url.searchParams.set('cursor', cursor)
  return url
}
