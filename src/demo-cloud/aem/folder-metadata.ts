import { createHash } from 'node:crypto'
import { jsonReply, type Reply } from '../http/replies'
import type { AemRequest } from './aem-request'
import { foldersAbove, foldersOf } from './folder-tree'
import { checkRead } from './preconditions'

/**
 * Metadata of a folder, where the release still gives it: the envelope has `folderMetadata` in place of `assetMetadata`
 * (Metadata Schemas developer guide).
 *
 * @returns null when there is no such folder, or folders have no metadata.
 */
export function readFolderMetadata(request: AemRequest, folderId: string): Reply | null {
  const { assets, switches } = request.context
  if (!switches.nonFilesHaveMetadata) return null
  const folders = foldersOf(assets.list().map(({ path }) => path))
  const folder = [...folders.values()].find((candidate) => candidate.folderId === folderId)
  if (folder === undefined) return null
  const etag = `"${createHash('sha1').update(folder.path).digest('hex').slice(0, 16)}"`
  const ancestors = foldersAbove(folder.path).flatMap((path) => folders.get(path)?.folderId ?? [])
  const body = {
    assetId: folderId,
    folderMetadata: { 'dc:title': folder.title },
    repositoryMetadata: {
      'repo:name': folder.name,
      'repo:path': folder.path,
      'repo:assetId': folderId,
      'repo:assetClass': 'directory',
      'repo:parent': ancestors.at(-1),
      'repo:ancestors': ancestors,
      'repo:etag': etag,
    },
  }
  return checkRead(request, etag) ?? jsonReply(200, body, { etag })
}
