import type { Page } from '@playwright/test'
import { projectFolder } from '../scripts/electron-runtime.mjs'
import { type MainWindow, mainWindow } from '../test/e2e/support/main-window'
import { type Driven, electronExecutable, withDriven } from './electron.mjs'
import { type MetadataServer, startMetadataServer } from './metadata-server.mjs'
import { type Watch, watch } from './watch.mjs'

/** Our window with a connection to a server of the bench. */
export type OurWindow = Driven & {
  window: MainWindow
  server: MetadataServer
  watch: Watch
  /** Types an asset ID and waits until the window has nothing left to do; Enter then reads it. */
  type: (assetId: string) => Promise<void>
}

const bucket = 'author-p10001-e20001'

/** `executable` is another Electron than the one that `npm run bench` has chosen. */
export async function withOurWindow<T>(
  use: (ours: OurWindow) => Promise<T>,
  executable = electronExecutable(),
): Promise<T> {
  const server = await startMetadataServer()
  try {
    return await withDriven({ folder: projectFolder, executable }, async ({ app, page }) => {
      const window = mainWindow(page)
      await connect(page, window, server)
      async function type(assetId: string): Promise<void> {
        await window.field('Asset').fill(assetId)
        await page.evaluate('new Promise((resolve) => requestIdleCallback(() => resolve()))')
      }
      return use({ app, page, window, server, watch: await watch(page), type })
    })
  } finally {
    await server.close()
  }
}

async function connect(page: Page, window: MainWindow, server: MetadataServer): Promise<void> {
  await window.button('Add connection').click()
  await window.fillConnection({
    name: 'Bench',
    bucket,
    clientId: 'bench',
    secret: 'bench-secret-of-no-use',
    scopes: 'AdobeID, openid',
    imsHost: server.origin,
    aemHost: server.origin,
  })
  await window.button('Save connection').click()
  await page.getByText('Connection saved.').waitFor()
  await window.goTo('Browse')
}

/** Holds in our window when the tree shows a row with that text. */
export function treeShows(text: string): string {
  return `[...document.querySelectorAll('[role=treegrid] [role=row]')].some((row) =>
    row.textContent.includes(${JSON.stringify(text)}))`
}

/** How many rows the tree has, shown or not. */
export const treeRowCount = `Number(document.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount') ?? 0)`
