import { cleanup, configure, getConfig, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, vi } from 'vitest'
import { App } from '../../../src/renderer/app'
import { createQueryClient } from '../../../src/renderer/desktop/query-client'
import type { FakeDesktop } from './fake-desktop'

afterEach(cleanup)

// Chromium has these, happy-dom does not.
window.requestIdleCallback ??= (callback) =>
  Number(setTimeout(() => callback({ didTimeout: false, timeRemaining: () => 10 }), 0))
window.cancelIdleCallback ??= (handle) => clearTimeout(handle)

const { asyncWrapper } = getConfig()
configure({
  // A busy machine is no failure: a part that is shown for the first time has yet to be compiled.
  asyncUtilTimeout: 45_000,
  // Parts of the window are loaded when they are first shown: each step of a test begins and ends when they are there.
  asyncWrapper: (act) =>
    asyncWrapper(async () => {
      await vi.dynamicImportSettled()
      const outcome = await act()
      await vi.dynamicImportSettled()
      return outcome
    }),
})

/** Opens the whole window on a program behind it. */
export function renderApp(desktop: FakeDesktop) {
  Object.defineProperty(window, 'desktop', { value: desktop.api, configurable: true })
  const client = createQueryClient()
  render(<App client={client} />)
  return { client, user: userEvent.setup() }
}
