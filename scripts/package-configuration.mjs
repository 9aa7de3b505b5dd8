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
 * The configuration of electron-builder, with what depends on the Electron in use and on the way of signing.
 * @param {{ runtime: ElectronRuntime, version: string, downloadsItself: boolean, signsAdHoc: boolean }} order
 * @returns {import('electron-builder').Configuration}
 */
export function configurationFor({ runtime, version, downloadsItself, signsAdHoc }) {
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
    ...(signsAdHoc && { mac: { ...usual.mac, ...adHocSigning } }),
  }
}

/** Without an Apple certificate: for your own Mac only. */
const adHocSigning = {
  identity: '-',
  entitlements: 'build/entitlements.mac.ad-hoc.plist',
  entitlementsInherit: 'build/entitlements.mac.ad-hoc.plist',
}
