import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as tar from 'tar'
import { integrityOf } from '../scripts/electron-registry.mjs'

/** The best known JSON tree that is made for large documents. It is measured, and no part of the program. */
export const vanillaJsonEditor = {
  version: '3.13.0',
  integrity:
    'sha512-u9C+D8Ocgr39Gnsfu7USjilfKssqbDqZehMdE0qbwIFnZFdNwkU4iKeEvJxvYbmlVi/sMLxMTrU14PhtXVyiZg==',
}

const references = fileURLToPath(new URL('references', import.meta.url))
const destination = join(references, 'vanilla-jsoneditor')
const wanted = ['package/standalone.js', 'package/package.json', 'package/LICENSE.md']

/** Fetches it from the npm registry into an ignored folder, once. */
export async function installVanillaJsonEditor(): Promise<void> {
  if (existsSync(join(destination, 'standalone.js'))) return
  const specifier = `vanilla-jsoneditor@${vanillaJsonEditor.version}`
  mkdirSync(references, { recursive: true })
  // The last step is one rename, so that a partial folder never has the final name.
  const workshop = mkdtempSync(join(references, 'unpacking-'))
  try {
    execFileSync('npm', ['pack', '--silent', specifier, '--pack-destination', workshop], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    const [archive = ''] = readdirSync(workshop)
    const integrity = await integrityOf(join(workshop, archive))
    if (integrity !== vanillaJsonEditor.integrity) {
      throw new Error(`${specifier} is not the package that the bench knows: its checksum is ${integrity}`)
    }
    await tar.extract({
      file: join(workshop, archive),
      cwd: workshop,
      filter: (path) => wanted.includes(path),
    })
    renameSync(join(workshop, 'package'), destination)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}
