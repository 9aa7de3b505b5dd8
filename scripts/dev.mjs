// @ts-check
/*
 * npm run dev [-- <arguments of the app>]
 *
 * The app with hot reload, on the same Electron as start, tests and packages.
 */
import { toolCommand } from './build-app.mjs'
import { asCommand, note, run } from './child.mjs'
import { resolveElectron } from './electron-runtime.mjs'
import { sandboxSwitches, sessionToRunIn, thisMachine } from './linux-session.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

await asCommand(async () => {
  const { executable } = await resolveElectron()
  await ensureSystemPackages('run', executable)
  const machine = thisMachine()
  const session = sessionToRunIn(machine)
  const sandbox = sandboxSwitches(machine)
  for (const line of [...session.notes, ...sandbox.notes]) note(line)
  const words = [...sandbox.switches, ...process.argv.slice(2)]
  const commandLine = [...session.before, ...toolCommand('electron-vite'), 'dev', '--', ...words]
  return run(commandLine, { env: { ...process.env, ELECTRON_EXEC_PATH: executable } })
})
