import { createHash } from 'node:crypto'
import { jsonTextReply, type Reply } from '../http/replies'
import type { AemRequest } from './aem-request'
import { childrenOf, damRoot, foldersOf } from './folder-tree'
import { checkRead } from './preconditions'
import { guessedDetails } from './problems'

const maxLimit = 50

/**
 * `GET /adobe/folders/?path=&limit=1..50&cursor=` (AEM Folders API): folders only, never assets. Where the cursor of the next
 * page stands in the answer is a guess: a member `cursor`, absent on the last page.
 */
export function listFolders(request: AemRequest): Reply {
  const { context, exchange, problem } = request
  const { searchParams } = exchange.url
  const path = (searchParams.get('path') ?? damRoot).replace(/\/+$/, '')
  const limit = Number(searchParams.get('limit') ?? maxLimit)
  const start = decodeCursor(searchParams.get('cursor'))
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit) {
    return problem('bad_request', `limit must be between 1 and ${maxLimit}.`)
  }
  if (start === null) return problem('bad_request', 'The cursor is not valid.')
  const folders = foldersOf(context.assets.list().map((seed) => seed.path))
  const self = folders.get(path)
  if (self === undefined) return problem('not_found', guessedDetails.noFolder)

  const children = childrenOf(folders, path)
  const page = children.slice(start, start + limit)
  const end = start + page.length
  const cursor = end < children.length ? { cursor: Buffer.from(`after:${end}`).toString('base64url') } : {}
  const body = JSON.stringify({ self, children: page, ...cursor })
  const etag = `"${createHash('sha1').update(body).digest('hex').slice(0, 16)}"`
  return checkRead(request, etag) ?? jsonTextReply(200, body, { etag })
}

function decodeCursor(cursor: string | null): number | null {
  if (cursor === null) return 0
  const position = /^after:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  return position === undefined ? null : Number(position)
}
