import { createHash } from 'node:crypto'

export const damRoot = '/content/dam'

export interface Folder {
  folderId: string
  name: string
  title: string
  path: string
}

/** Folders from /content/dam down to the one that holds the path. */
export function foldersAbove(path: string): string[] {
  const names = path
    .slice(damRoot.length + 1)
    .split('/')
    .slice(0, -1)
  return [damRoot, ...names.map((_, index) => [damRoot, ...names.slice(0, index + 1)].join('/'))]
}

/** A stable UUID (version 4 in form) per folder path. */
export function folderId(path: string): string {
  const hex = createHash('sha1').update(`folder:${path}`).digest('hex')
  const uuid = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:aaid:aem:${uuid.join('-')}`
}

/** All folders that hold the given assets, or folders of them. */
export function foldersOf(assetPaths: readonly string[]): Map<string, Folder> {
  const paths = new Set(assetPaths.flatMap(foldersAbove))
  return new Map([...paths].sort().map((path) => [path, toFolder(path)]))
}

export function childrenOf(folders: ReadonlyMap<string, Folder>, path: string): Folder[] {
  return [...folders.values()].filter((folder) => folder.path.slice(0, folder.path.lastIndexOf('/')) === path)
}

function toFolder(path: string): Folder {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const words = name.split('-').join(' ')
  return { folderId: folderId(path), name, title: words.charAt(0).toUpperCase() + words.slice(1), path }
}
