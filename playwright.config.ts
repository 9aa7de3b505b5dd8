import { defineConfig } from '@playwright/test'

/** End-to-end tests: the built program in real Electron. `npm test` brings display, D-Bus session and keyring. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  // One keyring serves all of them, and two cores are soon busy.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : 'list',
})
