import { projectFolder } from '../scripts/electron-runtime.mjs'
import { mainWindow } from '../test/e2e/support/main-window'
import { referenceFolder, withDriven } from './electron.mjs'
import type { Startable } from './start-program.mjs'

const enabledButton = (label: string): string =>
  `[...document.querySelectorAll('button')].some((button) =>
    button.textContent === ${JSON.stringify(label)} && !button.disabled && button.checkVisibility())`

/** Our program as a new user meets it. */
export const freshProgram = (userData: string): Startable => ({
  folder: projectFolder,
  userData,
  usable: enabledButton('Try the demo'),
})

/** Our program with a connection: one can type an asset and ask for it. */
export const usedProgram = (userData: string): Startable => ({
  folder: projectFolder,
  userData,
  usable: enabledButton('Get metadata'),
})

/** The least that Electron can show. */
export const blankProgram = (userData: string): Startable => ({
  folder: referenceFolder,
  userData,
  usable: "document.readyState === 'complete'",
})

/** Leaves the demo's connection in a folder, with the window on its page. */
export const leaveDemoConnection = (userData: string): Promise<void> =>
  withDriven({ folder: projectFolder, userData }, async ({ page }) => {
    const window = mainWindow(page)
    await window.button('Try the demo').click()
    await window.tree.waitFor()
  })
