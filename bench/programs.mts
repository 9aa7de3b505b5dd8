import { projectFolder } from '../scripts/electron-runtime.mjs'
import { mainWindow } from '../test/e2e/support/main-window'
import { referenceFolder, withDriven } from './electron.mjs'
import type { Startable } from './start-program.mjs'

function enabledButton(label: string): string {
  return `[...document.querySelectorAll('button')].some((button) =>
    button.textContent === ${JSON.stringify(label)} && !button.disabled && button.checkVisibility())`
}

/** Our program as a new user meets it. */
export function freshProgram(userData: string): Startable {
  return {
    folder: projectFolder,
    userData,
    usable: enabledButton('Try the demo'),
  }
}

/** Our program with a connection: one can type an asset and ask for it. */
export function usedProgram(userData: string): Startable {
  return {
    folder: projectFolder,
    userData,
    usable: enabledButton('Get metadata'),
  }
}

/** The least that Electron can show. */
export function blankProgram(userData: string): Startable {
  return {
    folder: referenceFolder,
    userData,
    usable: "document.readyState === 'complete'",
  }
}

/** Leaves the demo's connection in a folder, with the window on its page. */
export function leaveDemoConnection(userData: string): Promise<void> {
  return withDriven({ folder: projectFolder, userData }, async ({ page }) => {
    const window = mainWindow(page)
    await window.button('Try the demo').click()
    await window.tree.waitFor()
  })
}
