// @ts-check
/*
 * node scripts/checksums.mjs <folder> <file>
 *
 * Writes the SHA-256 of each installer in the folder to a file there, as `sha256sum --check` reads it.
 */
import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { asCommand } from './child.mjs'

const installer = /\.(deb|AppImage|exe|dmg|zip)$/

await asCommand(async () => {
  const [folder, file] = process.argv.slice(2)
  if (!folder || !file) throw new Error('Name the folder of the installers and the file for their checksums.')
  const names = readdirSync(folder)
    .filter((name) => installer.test(name))
    .sort()
  if (names.length === 0) throw new Error(`There is no installer in ${folder}.`)
  const lines = names.map(async (name) => `${await sha256Of(path.join(folder, name))}  ${name}\n`)
  writeFileSync(path.join(folder, file), (await Promise.all(lines)).join(''))
  return 0
})

/** @param {string} file */
async function sha256Of(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
