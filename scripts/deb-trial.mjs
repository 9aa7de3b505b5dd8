// @ts-check
/*
 * npm run deb-trial
 *
 * Makes the .deb, then installs, uses, upgrades and removes it: as root, on a Debian or Ubuntu that is there for tests.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDeb } from './build-deb.mjs'
import { asCommand, run } from './child.mjs'
import { packagedProgram } from './electron-dist.mjs'
import { officialVersion, projectFolder, resolveElectron } from './electron-runtime.mjs'
import { sessionToTestIn, thisMachine } from './linux-session.mjs'
import { packProgram } from './pack-program.mjs'
import { packageVersion, programVersion } from './package-configuration.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

await asCommand(async () => {
  const machine = thisMachine()
  if (machine.platform !== 'linux' || !machine.root) {
    throw new Error('Installing a .deb needs root of a Debian or Ubuntu that is there for tests.')
  }
  const runtime = await resolveElectron()
  await ensureSystemPackages('deb', runtime.executable)
  const version = packageVersion({
    runtime,
    officialVersion: officialVersion(),
    isInstaller: true,
    environment: process.env,
  })
  const [first, next] = [version, version.replace(programVersion, nextVersion(programVersion))]
  try {
    const files = [await makeDeb(runtime, first, 'dist'), await makeDeb(runtime, next, 'dist/next')]
    const checks = fileURLToPath(new URL('deb-checks.mjs', import.meta.url))
    return await run([...sessionToTestIn(machine), process.execPath, checks, ...files, next])
  } finally {
    rmSync(path.join(projectFolder, 'dist/next'), { recursive: true, force: true })
  }
})

/** @param {import('./electron-dist.mjs').ElectronRuntime} runtime @param {string} version @param {string} folder */
async function makeDeb(runtime, version, folder) {
  const output = await packProgram({ runtime, version, output: folder })
  return buildDeb({
    folder: packagedProgram(output).folder,
    version,
    electronVersion: runtime.version,
    output,
    // Compressing takes minutes, and proves nothing.
    fast: true,
  })
}

/** @param {string} version */
function nextVersion(version) {
  return version.replace(/\d+$/, (patch) => String(Number(patch) + 1))
}
