// @ts-check
/*
 * node scripts/system-packages.mjs <run | test | chromium | wayland | smoke | deb> …
 *
 * Installs what these purposes need of the system, or says how to.
 */
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { asCommand, note, outputOf, run } from './child.mjs'
import { projectFolder, resolveElectron } from './electron-runtime.mjs'
import {
  choosePackages,
  fontsForTests,
  installablePackages,
  librariesNotCached,
  librariesNotFound,
  missingLibrary,
  missingProgram,
  programsFor,
} from './linux-packages.mjs'
import { thisMachine } from './linux-session.mjs'

/** @typedef {import('./linux-packages.mjs').Purpose} Purpose */
/** @typedef {import('./linux-packages.mjs').Missing} Missing */

const apt = ['apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0']
/** What Chromium may also load while it runs, where `ldd` does not see it; without GTK 3 a newer one ends at its start. */
const loadedLater = ['libgtk-3.so.0']
const install = ['install', '-y', '--no-install-recommends']

/**
 * Sees that the system parts which npm cannot bring are there: on Debian and Ubuntu root gets them installed, everybody
 * else is told what to run.
 * @param {Purpose} purpose
 * @param {string} [executable] of the Electron that is going to run
 */
export async function ensureSystemPackages(purpose, executable) {
  if (process.platform !== 'linux') return
  if (findMissing(purpose, executable).length === 0) return
  if (isProgram('apt-get') && process.getuid?.() === 0) await installMissing(purpose, executable)
  const missing = findMissing(purpose, executable)
  if (missing.length > 0) throw new Error(inWords(missing))
}

/** @param {Purpose} purpose @param {string} [executable] @returns {Missing[]} */
function findMissing(purpose, executable) {
  const keytar = path.join(projectFolder, `node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`)
  const files = executable === undefined ? [keytar] : [executable, keytar]
  const linked = files.flatMap((file) => librariesNotFound(outputOf(['ldd', file]) ?? ''))
  const cache = outputOf([isProgram('ldconfig') ? 'ldconfig' : '/sbin/ldconfig', '-p'])
  const later = executable === undefined ? [] : librariesNotCached(loadedLater, cache)
  const libraries = [...linked, ...later]
  const programs = programsFor(purpose, thisMachine()).filter((program) => !isProgram(program))
  return [
    ...[...new Set(libraries)].map(missingLibrary),
    ...programs.map(missingProgram),
    ...(purpose === 'chromium' && !chromiumAtHand() ? [missingProgram('chromium')] : []),
    ...(purpose === 'test' || purpose === 'chromium' ? missingFonts() : []),
  ]
}

/** The Chromium of this system, or the one that CHROMIUM names. */
export function findChromium() {
  const chromium = process.env.CHROMIUM || chromiumAtHand()
  if (!chromium) throw new Error('There is no Chromium here. Set CHROMIUM=<its executable>.')
  return chromium
}

function chromiumAtHand() {
  return ['chromium', 'google-chrome'].map(placeOf).find(Boolean)
}

function missingFonts() {
  return fontsForTests.filter(({ query }) => !outputOf(['fc-list', query, 'file'])?.trim())
}

/** @param {Purpose} purpose @param {string} [executable] */
async function installMissing(purpose, executable) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // A bare image has no package lists, without which no name can be looked up.
  await run([...apt, 'update'], { env, stdout: 'stderr' })
  const { packages } = packagesFor(findMissing(purpose, executable))
  if (packages.length === 0) return
  note(`Installing ${packages.join(' ')} …`)
  await run([...apt, ...install, ...packages], { env, stdout: 'stderr' })
}

/** @param {readonly Missing[]} missing */
function packagesFor(missing) {
  const names = [...new Set(missing.flatMap(({ packages }) => packages))]
  const policy = outputOf(['apt-cache', 'policy', ...names], { env: { ...process.env, LC_ALL: 'C' } })
  return choosePackages(missing, installablePackages(policy ?? ''))
}

/** @param {readonly Missing[]} missing */
function inWords(missing) {
  const things = missing.map(({ thing }) => thing).join(', ')
  if (!isProgram('apt-get')) {
    return `Missing on this machine: ${things}.\nInstall the packages of your distribution that bring them, and start again.`
  }
  const { packages, unknown } = packagesFor(missing)
  const command = `sudo apt-get update && sudo apt-get ${install.join(' ')} ${packages.join(' ')}`
  const rest =
    unknown.length > 0 ? `\nNo package is known for: ${unknown.join(', ')} (apt-get update may help).` : ''
  return `Missing on this machine: ${things}.\nInstall them and start again:${packages.length > 0 ? `\n  ${command}` : ''}${rest}`
}

/** @param {string} name */
function isProgram(name) {
  return placeOf(name) !== undefined
}

/** Where a program lies. @param {string} name */
function placeOf(name) {
  const places = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name))
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** @type {readonly Purpose[]} */
const purposes = ['run', 'test', 'chromium', 'wayland', 'smoke', 'deb']

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await asCommand(async () => {
    const named = process.argv.slice(2)
    const wanted = purposes.filter((purpose) => named.includes(purpose))
    if (wanted.length === 0 || wanted.length < named.length) {
      throw new Error(`Name one or more of: ${purposes.join(', ')}.`)
    }
    const { executable } = await resolveElectron()
    for (const purpose of wanted) await ensureSystemPackages(purpose, executable)
    return 0
  })
}
