import { defineConfig } from '@playwright/test'

/** The sessions that `npm test` has started: each worker has the screen, the clipboard and the keychain of one. */
const sessions: readonly NodeJS.ProcessEnv[] = JSON.parse(process.env.TEST_SESSIONS ?? '[]')
Object.assign(process.env, sessions[Number(process.env.TEST_PARALLEL_INDEX ?? 0)])

/** End-to-end tests: the built program in real Electron. `npm test` brings display, D-Bus session and keyring. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: process.env.CHROMIUM ? 'test-results/chromium' : 'test-results/e2e',
  workers: Math.max(1, sessions.length),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : 'list',
})
