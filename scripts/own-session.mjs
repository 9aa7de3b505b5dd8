// @ts-check
/*
 * node scripts/own-session.mjs <command …>
 *
 * Runs a command that knows of the screen and the keychain around it: `playwright.config.ts` gives each worker one of those
 * that are nested around it.
 */
import { asCommand, run } from './child.mjs'

const names = ['DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS']

await asCommand(() => {
  const outer = JSON.parse(process.env.TEST_SESSIONS ?? '[]')
  const session = Object.fromEntries(names.map((name) => [name, process.env[name]]))
  return run(process.argv.slice(2), {
    env: { ...process.env, TEST_SESSIONS: JSON.stringify([...outer, session]) },
  })
})
