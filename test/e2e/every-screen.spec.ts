import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import { browseScreens } from './screens/browse-screens'
import { bulkScreens } from './screens/bulk-screens'
import { checkScreens } from './screens/check-screens'
import { compareScreens } from './screens/compare-screens'
import { connectionScreens, unreadableSecretScreens } from './screens/connection-screens'
import { editScreens } from './screens/edit-screens'
import { findScreens } from './screens/find-screens'
import { formScreens, troubleScreens } from './screens/form-screens'
import { hostileScreens } from './screens/hostile-screens'
import { keepScreens } from './screens/kept-screens'
import { installationScreens, programScreens } from './screens/program-screens'
import { requestScreens } from './screens/request-screens'
import type { Stage } from './screens/screen'
import { updateScreens } from './screens/update-screens'
import { findViolations, settle } from './support/accessibility'
import { disguises } from './support/disguises'
import { makeUserDataFolder } from './support/files'
import { findLayoutFaults } from './support/layout'
import { needsLinux } from './support/linux'
import { reload } from './support/reload'
import { test } from './support/test'

/** A folder for pictures of every screen, to be looked at by people. */
const pictures = process.env.SCREENS

const groups = [
  formScreens,
  troubleScreens,
  requestScreens,
  browseScreens,
  findScreens,
  editScreens,
  bulkScreens,
  compareScreens,
  keepScreens,
  checkScreens,
  connectionScreens,
  unreadableSecretScreens,
  programScreens,
  installationScreens,
  updateScreens,
  hostileScreens,
]
const softly = expect.configure({ soft: true, timeout: 3_000 })
const themes = ['light', 'dark'] as const
const sizes = [
  [1280, 800],
  [900, 600],
] as const

function resize({ app }: Stage, [width, height]: readonly [number, number]): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
}

async function takePictures(stage: Stage, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const size of sizes) {
    await resize(stage, size)
    await settle(stage.page)
    await stage.page.screenshot({ path: join(folder, `${name}, ${size.join('x')}.png`) })
  }
  await resize(stage, sizes[0])
}

for (const { name: group, options, needs, furnish, prepare, screens } of groups) {
  test.describe(group, () => {
    if (needs) needsLinux(needs)
    const folder = makeUserDataFolder()
    let stage: Stage

    test.beforeAll(async ({ programs }) => {
      furnish?.(folder.path)
      const program = await programs.open({ ...options, userData: folder.path })
      stage = { ...program, cloud: await startDemoCloud(), userData: folder.path }
      await resize(stage, sizes[0])
      await prepare?.(stage)
    })
    test.afterAll(async () => {
      await stage?.close()
      await stage?.cloud.close()
      folder.remove()
    })

    for (const { name, reach } of screens) {
      test(`show without a fault of layout or one that axe knows: ${name}`, async () => {
        await reload(stage.page)
        await reach(stage)
        const { page } = stage
        for (const colorScheme of themes) {
          await page.emulateMedia({ colorScheme })
          await settle(page)
          const violations = await findViolations(page, { onlyColors: colorScheme !== themes[0] })
          expect.soft(violations, colorScheme).toEqual([])
          if (pictures) await takePictures(stage, pictures, `${name}, ${colorScheme}`)
        }
        for (const [words, disguise] of Object.entries(disguises)) {
          await disguise(page)
          for (const size of sizes) {
            await resize(stage, size)
            await settle(page)
            // Menus follow their buttons a moment later.
            await softly.poll(() => findLayoutFaults(page), `${words}, ${size.join('x')}`).toEqual([])
          }
        }
        await resize(stage, sizes[0])
      })
    }
  })
}
