// @ts-check
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { note, run } from './child.mjs'
import { projectFolder } from './electron-runtime.mjs'

const sources = ['src', 'scripts', 'electron.vite.config.ts', 'package-lock.json']
const results = ['out/main/index.js', 'out/preload/index.js', 'out/renderer/index.html']

/**
 * The command line of a tool of this project, run by the Node that runs us.
 * @param {string} packageName
 * @param {string} [command] when the package brings several
 */
export function toolCommand(packageName, command = packageName) {
  const folder = path.join(projectFolder, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return [process.execPath, path.join(folder, typeof bin === 'string' ? bin : bin[command])]
}

/** Bundles the app into out/. */
export async function buildApp() {
  note('Building the app …')
  return run([...toolCommand('electron-vite'), 'build', '--logLevel', 'warn'], { stdout: 'stderr' })
}

/**
 * Whether a part of the build is missing or older than what it is made of. A file that was deleted shows in the time of
 * its folder.
 * @param {string} [folder]
 */
export function buildIsStale(folder = projectFolder) {
  const built = Math.min(...results.map((name) => changedAt(path.join(folder, name)) ?? 0))
  return sources
    .flatMap((name) => withAllInside(path.join(folder, name)))
    .some((file) => (changedAt(file) ?? 0) > built)
}

/** @param {string} file */
function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}

/** @param {string} place */
function withAllInside(place) {
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return [place]
  const inside = readdirSync(place, { recursive: true, encoding: 'utf8' })
  return [place, ...inside.map((name) => path.join(place, name))]
}
