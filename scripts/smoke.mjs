// @ts-check
import { fileURLToPath } from 'node:url'
import { note, run } from './child.mjs'
import { packagedProgram } from './electron-dist.mjs'
import { projectFolder } from './electron-runtime.mjs'
import { sessionToTestIn, thisMachine } from './linux-session.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/** Starts and uses the packaged program, with a keychain of its own. */
export async function runSmokeTest() {
  const machine = thisMachine()
  if (machine.platform !== 'linux') {
    note('The smoke test of the packaged program is written for Linux.')
    return 1
  }
  const program = packagedProgram(projectFolder)
  await ensureSystemPackages('smoke', program)
  const checks = fileURLToPath(new URL('smoke-checks.mjs', import.meta.url))
  return run([...sessionToTestIn(machine), process.execPath, checks, program])
}
