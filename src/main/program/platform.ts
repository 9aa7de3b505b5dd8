import { release } from 'node:os'

/** What differs between Windows, macOS and Linux, in one place. */
export const platform = {
  /** Programs of macOS stay open without a window. */
  quitsWithLastWindow: process.platform !== 'darwin',
  /** libsecret finds nothing in a locked collection instead of saying that it is locked. */
  keychainHidesLock: process.platform === 'linux',
  /** How Chromium tells a switch from another word, and its name; Finder's `-psn_0_1` is none. */
  switchPattern: process.platform === 'win32' ? /^(?:--?|\/)([^=-][^=]*)/ : /^--?(?!psn_)([^=-][^=]*)/,
  isMac: process.platform === 'darwin',
  describe: (): string => `${process.platform} ${release()} ${process.arch}`,
} as const
