import { shell } from 'electron'
import { Failure } from '../failures/failure'

/** Shows a folder in the system's file manager. Throws a `storage` failure when the system does not. */
export async function openFolder(path: string): Promise<void> {
  const problem = await shell.openPath(path)
  if (problem !== '') throw new Failure({ kind: 'storage', path, detail: problem })
}
