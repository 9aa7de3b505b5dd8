// @ts-check
import { fileURLToPath } from 'node:url'
import { note, run } from './child.mjs'
import { sandboxWarning, sessionToTestIn, thisMachine } from './linux-session.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

/**
 * Starts and uses a packaged program, on Linux with a screen and a keychain of its own.
 * @param {ReturnType<typeof import('./electron-dist.mjs').packagedProgram>} program
 */
export async function runSmokeTest({ folder, executable }) {
  const machine = thisMachine()
  await ensureSystemPackages('smoke', executable)
  const warning = machine.root ? undefined : sandboxWarning(executable)
  if (warning) note(warning)
  const checks = fileURLToPath(new URL('smoke-checks.mjs', import.meta.url))
  return run([...sessionToTestIn(machine), process.execPath, checks, folder, executable])
}
