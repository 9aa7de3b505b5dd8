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
 * The program that electron-builder leaves unpacked in its output folder: what belongs together, and the executable in it.
 * @param {string} output
 * @param {{ platform: NodeJS.Platform, arch: string }} [machine]
 */
export function packagedProgram(output, { platform, arch } = process) {
  const suffix = arch === 'x64' ? '' : `-${arch}`
  if (platform === 'darwin') {
    const folder = path.join(output, `mac${suffix}/Asset Inspector for AEM.app`)
    return { folder, executable: path.join(folder, 'Contents/MacOS/Asset Inspector for AEM') }
  }
  const [system, extension] = platform === 'win32' ? ['win', '.exe'] : ['linux', '']
  const folder = path.join(output, `${system}${suffix}-unpacked`)
  return { folder, executable: path.join(folder, `asset-inspector-for-aem${extension}`) }
}
