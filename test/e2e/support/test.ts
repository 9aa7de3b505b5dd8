import { test as base, expect, type TestInfo } from '@playwright/test'
import { type DemoCloud, startDemoCloud } from '../../../src/demo-cloud/demo-cloud'
import { makeUserDataFolder } from './files'
import { openProgram, type Program, type ProgramOptions } from './program'

type Programs = {
  /**
   * Opens the program, with a folder that goes when it is closed if none is named. Whoever opens it before a group of
   * tests closes it after them.
   */
  open: (options?: Partial<ProgramOptions>) => Promise<Program>
  running: ReadonlySet<Program>
}

type TestFixtures = {
  /** A folder for the program's files, new for each test. */
  userData: string
  /** Opens the program with the test's own folder; closed when the test ends, if it still runs. */
  open: (options?: Partial<ProgramOptions>) => Promise<Program>
  /** A demo cloud of the test's own, which records what arrives. */
  cloud: DemoCloud
  watch: undefined
}

export const test = base.extend<TestFixtures, { programs: Programs }>({
  programs: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
    async ({}, use) => {
      const running = new Set<Program>()
      const open: Programs['open'] = async (options) => {
        const folder = options?.userData === undefined ? makeUserDataFolder() : null
        const program = await openProgram({ userData: folder?.path ?? '', ...options })
        const tracked = {
          ...program,
          close: async () => {
            running.delete(tracked)
            await program.close()
            folder?.remove()
          },
        }
        running.add(tracked)
        return tracked
      }
      await use({ open, running })
      for (const program of running) await program.close()
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  userData: async ({}, use) => {
    const folder = makeUserDataFolder()
    await use(folder.path)
    folder.remove()
  },

  open: async ({ programs, userData }, use) => {
    const opened: Program[] = []
    await use(async (options = {}) => {
      const program = await programs.open({ userData, ...options })
      opened.push(program)
      return program
    })
    for (const program of opened) if (programs.running.has(program)) await program.close()
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  cloud: async ({}, use) => {
    const cloud = await startDemoCloud()
    await use(cloud)
    await cloud.close()
  },

  // After `open`, so that its programs still run when a failure is to be seen.
  watch: [
    async ({ programs, open: _ }, use, testInfo) => {
      await use(undefined)
      for (const program of programs.running) {
        await attachPictureOfFailure(program, testInfo)
        expect.soft(program.complaints(), 'What the console of the window holds').toEqual([])
      }
    },
    { auto: true },
  ],
})

async function attachPictureOfFailure({ page, output }: Program, testInfo: TestInfo): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus || page.isClosed()) return
  const body = await page.screenshot({ timeout: 5_000 }).catch(() => null)
  if (body) await testInfo.attach('window', { body, contentType: 'image/png' })
  await testInfo.attach('output', { body: output(), contentType: 'text/plain' })
}
