import { release } from 'node:os'
import { screen } from 'electron'
import type { WindowBounds } from './session-memory'

/** What differs between Windows, macOS and Linux, in one place. */
export const platform = {
  /** Programs of macOS stay open without a window. */
  quitsWithLastWindow: process.platform !== 'darwin',
  /** libsecret finds nothing in a locked collection instead of saying that it is locked. */
  keychainHidesLock: process.platform === 'linux',
  isMac: process.platform === 'darwin',
  describe: (): string => `${process.platform} ${release()} ${process.arch}`,
} as const

/** Bounds on a screen that is still there; a window on a screen that was taken away opens in the default place. */
export function visibleBounds(bounds: WindowBounds | null): WindowBounds | null {
  if (bounds === null) return null
  const { workArea } = screen.getDisplayMatching(bounds)
  const overlaps =
    bounds.x < workArea.x + workArea.width - 50 &&
    bounds.x + bounds.width > workArea.x + 50 &&
    bounds.y < workArea.y + workArea.height - 50 &&
    bounds.y >= workArea.y - 50
  return overlaps ? bounds : null
}
