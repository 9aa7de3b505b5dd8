// @ts-check
/*
 * npm start [-- <arguments of the app>]
 *
 * Opens the app, whatever is missing for it: an Electron, system packages, a build, a screen, a D-Bus session.
 */
import { buildApp, buildIsStale } from './build-app.mjs'
import { asCommand, note, run } from './child.mjs'
import { projectFolder, resolveElectron } from './electron-runtime.mjs'
import { sandboxSwitches, sandboxWarning, sessionToRunIn, thisMachine } from './linux-session.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

await asCommand(async () => {
  const { executable } = await resolveElectron()
  await ensureSystemPackages('run', executable)
  if (buildIsStale()) {
    const code = await buildApp()
    if (code !== 0) return code
  }
  const machine = thisMachine()
  const session = sessionToRunIn(machine)
  const sandbox = sandboxSwitches(machine)
  const warning = machine.root ? undefined : sandboxWarning(executable)
  for (const line of [...session.notes, ...sandbox.notes, ...(warning ? [warning] : [])]) note(line)
  // VS Code's terminals set ELECTRON_RUN_AS_NODE, with which no window opens.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const commandLine = [executable, ...sandbox.switches, projectFolder, ...process.argv.slice(2)]
  return run([...session.before, ...commandLine], { env })
})
