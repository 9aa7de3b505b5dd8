import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoragePlace } from '../../shared/settings'

/** Bytes of a file, or of all files below a folder; null while it is not there. What vanishes meanwhile does not count. */
export async function measurePlace(path: string): Promise<StoragePlace> {
  return {
    path,
    bytes: await bytesOf(path),
  }
}

// Node 18.15 knows no recursive `readdir`.
async function bytesOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null)
  if (!found?.isDirectory()) return found?.size ?? null
  const names = await readdir(path).catch(() => [])
  const sizes = await Promise.all(names.map((name) => bytesOf(join(path, name))))
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0)
}
