import { release } from 'node:os'
import { win32 } from 'node:path'

/**
 * Where bodies and logs go: on Windows `%LOCALAPPDATA%` in place of `%APPDATA%`, which company networks copy at each sign-in
 * (Microsoft, Known folders). Elsewhere, and in a folder that a switch names, the data folder itself.
 */
export function localDataFolder(
  userData: string,
  system: NodeJS.Platform = process.platform,
  { APPDATA, LOCALAPPDATA }: NodeJS.ProcessEnv = process.env,
): string {
  if (system !== 'win32' || !APPDATA || !LOCALAPPDATA) return userData
  const inRoaming = win32.relative(APPDATA, userData)
  const isOutside = inRoaming === '' || inRoaming.startsWith('..') || win32.isAbsolute(inRoaming)
  return isOutside ? userData : win32.join(LOCALAPPDATA, inRoaming)
}

/** What differs between Windows, macOS and Linux, in one place. */
export const platform = {
  /** Programs of macOS stay open without a window. */
  quitsWithLastWindow: process.platform !== 'darwin',
  /** libsecret finds nothing in a locked collection instead of saying that it is locked. */
  keychainHidesLock: process.platform === 'linux',
  /** How Chromium tells a switch from another word, and its name; Finder's `-psn_0_1` is none. */
  switchPattern: process.platform === 'win32' ? /^(?:--?|\/)([^=-][^=]*)/ : /^--?(?!psn_)([^=-][^=]*)/,
  /** Whether a window can open. */
  hasScreen: (): boolean =>
    process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY),
  /** electron-builder's installer of Windows does not name our scheme to the system; other packages do. */
  needsRegistration: process.platform === 'win32',
  isMac: process.platform === 'darwin',
  describe: (): string => `${process.platform} ${release()} ${process.arch}`,
} as const
