import { expect } from '@playwright/test'
import { test } from './support/test'

/** What `npm test` says at its end that it ran on. */
const said = process.env.ELECTRON_VERSIONS

test('the program runs on the Electron that is named at the end of the tests', async ({ open }) => {
  test.skip(said === undefined, 'Only npm test names one')
  const { app } = await open()
  const versions = await app.evaluate(() => process.versions)
  expect(versions).toMatchObject(JSON.parse(said ?? ''))
})
