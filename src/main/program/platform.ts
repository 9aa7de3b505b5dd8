import { release } from 'node:os'

/** What differs between Windows, macOS and Linux, in one place. */
export const platform = {
  /** Programs of macOS stay open without a window. */
  quitsWithLastWindow: process.platform !== 'darwin',
  /** libsecret finds nothing in a locked collection instead of saying that it is locked. */
  keychainHidesLock: process.platform === 'linux',
  isMac: process.platform === 'darwin',
  describe: (): string => `${process.platform} ${release()} ${process.arch}`,
} as const
