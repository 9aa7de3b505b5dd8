// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * An unpacked Electron: its folder, its executable and its version.
 * @typedef {{ dist: string, executable: string, version: string }} ElectronRuntime
 */

/** Where the executable lies inside an Electron distribution. @type {Partial<Record<NodeJS.Platform, string>>} */
const executables = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
  win32: 'electron.exe',
}

/**
 * The Electron unpacked in a folder, or undefined when there is none.
 * @param {string} dist
 * @param {NodeJS.Platform} [platform]
 * @returns {ElectronRuntime | undefined}
 */
export function runtimeAt(dist, platform = process.platform) {
  const executable = path.join(dist, executables[platform] ?? 'electron')
  if (!existsSync(executable)) return undefined
  try {
    const version = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    return { dist, executable, version }
  } catch {
    return undefined
  }
}

/**
 * The executable that electron-builder leaves in the unpacked folder on Linux.
 * @param {string} projectFolder
 */
export function packagedProgram(projectFolder) {
  return path.join(projectFolder, 'dist/linux-unpacked/asset-inspector-for-aem')
}
