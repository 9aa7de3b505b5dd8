// @ts-check
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Since Electron 38 a Wayland session in the environment would draw a window to it, whatever DISPLAY says. */
const virtualScreen = [
  ...['env', '-u', 'WAYLAND_DISPLAY', 'XDG_SESSION_TYPE=x11'],
  ...['xvfb-run', '-a', '-s', '-screen 0 1400x1000x24'],
]
/** A keychain that is thrown away, for what follows it. */
export const ownKeyring = [process.execPath, fileURLToPath(new URL('with-keyring.mjs', import.meta.url))]

/** @typedef {{ platform: NodeJS.Platform, screen: boolean, sessionBus: boolean, root: boolean }} Machine */

/** @param {NodeJS.ProcessEnv} environment @returns {Machine} */
export function thisMachine(environment = process.env) {
  return {
    platform: process.platform,
    screen: Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY),
    sessionBus: hasSessionBus(environment),
    root: process.getuid?.() === 0,
  }
}

/** @param {NodeJS.ProcessEnv} environment */
function hasSessionBus({ DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: folder }) {
  return Boolean(address || (folder && existsSync(path.join(folder, 'bus'))))
}

/**
 * What stands before a command that opens the app for a person, with a line on every difference from a plain start.
 * @param {Machine} machine
 * @returns {{ before: string[], notes: string[] }}
 */
export function sessionToRunIn({ platform, screen, sessionBus }) {
  if (platform !== 'linux' || (screen && sessionBus)) return { before: [], notes: [] }
  if (screen) return { before: ['dbus-run-session', '--'], notes: [] }
  const notes = [
    'There is no screen here: the window is a virtual one that nobody sees, and its keychain ends with it.',
  ]
  return { before: [...virtualScreen, ...ownKeyring], notes }
}

/**
 * What stands before the tests: on Linux always a screen and a keychain of their own, so that no window opens between the
 * user's, and the user's keychain is never touched.
 * @param {Machine} machine
 * @returns {string[]}
 */
export function sessionToTestIn({ platform }) {
  return platform === 'linux' ? [...virtualScreen, ...ownKeyring] : []
}

/** A Wayland session without a screen, and a keychain, for what follows. */
export const waylandSession = [
  process.execPath,
  fileURLToPath(new URL('with-wayland.mjs', import.meta.url)),
  ...ownKeyring,
]

/**
 * The switch that Chromium asks for where its sandbox cannot run at all: as root on Linux.
 * @param {Machine} machine
 * @returns {{ switches: string[], notes: string[] }}
 */
export function sandboxSwitches({ platform, root }) {
  if (platform !== 'linux' || !root) return { switches: [], notes: [] }
  const notes = [
    "Chromium's sandbox does not run as root: started with --no-sandbox. Prefer an ordinary user.",
  ]
  return { switches: ['--no-sandbox'], notes }
}

/**
 * Words for a system that keeps Chromium from making its sandbox (Ubuntu 23.10 and later restrict user namespaces), unless
 * the helper beside the executable was given the rights to make it.
 * @param {string} executable
 * @param {string} [settings] the folder with the kernel's settings
 */
export function sandboxWarning(executable, settings = '/proc/sys') {
  const restricted =
    readSetting(settings, 'kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    readSetting(settings, 'kernel/unprivileged_userns_clone') === '0' ||
    readSetting(settings, 'user/max_user_namespaces') === '0'
  const helper = path.join(path.dirname(executable), 'chrome-sandbox')
  const rights = statSync(helper, { throwIfNoEntry: false })
  const helps = rights?.uid === 0 && (rights.mode & 0o4000) !== 0
  if (!restricted || helps) return undefined
  return `This system restricts user namespaces, of which Chromium makes its sandbox. If no window opens, allow it once with
  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`
}

/** @param {string} settings @param {string} name */
function readSetting(settings, name) {
  try {
    return readFileSync(path.join(settings, name), 'utf8').trim()
  } catch {
    return undefined
  }
}
