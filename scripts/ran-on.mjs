// @ts-check
import { fileURLToPath } from 'node:url'
import { outputOf } from './child.mjs'
import { sandboxSwitches, thisMachine } from './linux-session.mjs'

/** @typedef {{ electron: string, chrome: string, node: string }} ElectronVersions */

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const systems = { darwin: 'macOS', linux: 'Linux', win32: 'Windows' }
const machine = `${systems[process.platform] ?? process.platform} ${process.arch}`

/**
 * What an Electron says of itself. Throws when that is not what its folder says.
 * @param {import('./electron-dist.mjs').ElectronRuntime} runtime
 * @param {readonly string[]} [session] what brings it a screen
 * @returns {ElectronVersions}
 */
export function versionsOf({ executable, version }, session = []) {
  const program = fileURLToPath(new URL('versions-app', import.meta.url))
  const { switches } = sandboxSwitches(thisMachine())
  const answer = outputOf([...session, executable, ...switches, program])
  const line = answer?.split('\n').find((text) => text.startsWith('{'))
  if (line === undefined) throw new Error(`${executable} does not start.`)
  const { electron, chrome, node } = JSON.parse(line)
  if (electron !== version) {
    throw new Error(`${executable} is Electron ${electron}, but its folder says ${version}.`)
  }
  return { electron, chrome, node }
}

/** @param {ElectronVersions} versions */
export function electronInWords({ electron, chrome, node }) {
  return `Electron ${electron}, Chromium ${chrome}, Node ${node}, ${machine}`
}

/** @param {string} chromium its executable */
export function chromiumInWords(chromium) {
  const version = /\d+(\.\d+)+/.exec(outputOf([chromium, '--version']) ?? '')?.[0]
  if (!version) throw new Error(`${chromium} does not start.`)
  return `Chromium ${version}, Node ${process.versions.node} in place of Electron, ${machine}`
}

export function nodeInWords() {
  return `Node ${process.versions.node}, ${machine}`
}
