import { cleanup, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach } from 'vitest'
import { App } from '../../../src/renderer/app'
import { createQueryClient } from '../../../src/renderer/desktop/query-client'
import type { FakeDesktop } from './fake-desktop'
import './late-parts'

afterEach(cleanup)

// Chromium has these, happy-dom does not.
window.requestIdleCallback ??= (callback) =>
  Number(setTimeout(() => callback({ didTimeout: false, timeRemaining: () => 10 }), 0))
window.cancelIdleCallback ??= (handle) => clearTimeout(handle)

/** Opens the whole window on a program behind it. */
export function renderApp(desktop: FakeDesktop) {
  Object.defineProperty(window, 'desktop', { value: desktop.api, configurable: true })
  const client = createQueryClient()
  render(<App client={client} />)
  return { client, user: userEvent.setup() }
}
