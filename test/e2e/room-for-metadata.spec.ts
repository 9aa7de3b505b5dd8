import { expect } from '@playwright/test'
import { settle } from './support/accessibility'
import { findCutOffControls } from './support/layout'
import type { Program } from './support/program'
import { test } from './support/test'

type Size = { width: number; height: number; zoom: number }

/** What part of the window's height the rows of metadata have at least, in percent: alone, and with the list of assets open. */
const leastShares: readonly (Size & { alone: number; listed: number | null })[] = [
  { width: 1280, height: 800, zoom: 1, alone: 60, listed: 55 },
  { width: 1920, height: 1080, zoom: 1, alone: 65, listed: 55 },
  { width: 900, height: 600, zoom: 1, alone: 50, listed: 40 },
  { width: 720, height: 480, zoom: 1, alone: 40, listed: null },
  { width: 1280, height: 800, zoom: 2, alone: 35, listed: null },
]
const threeAssets = ['1', '2', '3'].map((end) => `urn:aaid:aem:f919cc52-c189-4c95-adc2-4aaab356c01${end}`)

async function resize({ app, page }: Program, size: Size): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setMinimumSize(300, 300)
    window?.setContentSize(width, height)
    if (window) window.webContents.zoomFactor = zoom
  }, size)
  await page.waitForFunction(
    ({ width, height, zoom }) =>
      Math.abs(innerWidth - width / zoom) < 2 && Math.abs(innerHeight - height / zoom) < 2,
    size,
  )
  // The page hears of its media queries at the beginning of a frame, and folds the details then.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await settle(page)
}

/** The rows' part of the window's height, in percent, and what is wrong with the page around them. */
async function measure({ page, window }: Program) {
  const box = await window.tree.evaluate((tree) => {
    const { top, bottom, width } = tree.getBoundingClientRect()
    return { share: (100 * (Math.min(bottom, innerHeight) - top)) / innerHeight, width }
  })
  const scrollsSideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  return { ...box, scrollsSideways, cutOff: await findCutOffControls(page) }
}

async function pasteThreeAssets({ page, window }: Program): Promise<void> {
  await window.field('Asset').fill('')
  await window.field('Asset').evaluate((field, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, threeAssets.join('\n'))
  await expect(page.getByRole('region', { name: 'Assets in the text' })).toBeVisible()
}

const leastWidth = 300

test('the metadata has the larger part of the window at every size, alone and beside a list', async ({
  open,
}) => {
  const program = await open()
  await program.window.tryDemo()
  for (const { alone, listed: _, ...size } of leastShares) {
    await resize(program, size)
    const { share, width, scrollsSideways, cutOff } = await measure(program)
    const at = JSON.stringify(size)
    expect.soft(share, at).toBeGreaterThanOrEqual(alone)
    expect.soft(width, at).toBeGreaterThanOrEqual(leastWidth)
    expect.soft({ scrollsSideways, cutOff }, at).toEqual({ scrollsSideways: false, cutOff: [] })
  }
  await pasteThreeAssets(program)
  for (const { alone: _, listed, ...size } of leastShares) {
    await resize(program, size)
    const { share, width, scrollsSideways, cutOff } = await measure(program)
    const at = `with the list, ${JSON.stringify(size)}`
    if (listed !== null) expect.soft(share, at).toBeGreaterThanOrEqual(listed)
    expect.soft(width, at).toBeGreaterThanOrEqual(leastWidth)
    expect.soft({ scrollsSideways, cutOff }, at).toEqual({ scrollsSideways: false, cutOff: [] })
  }
})

test('a hidden list leaves its room to the metadata', async ({ open }) => {
  const program = await open()
  await program.window.tryDemo()
  await pasteThreeAssets(program)
  await program.window.button('Hide list').click()
  for (const { width, height } of leastShares) {
    await resize(program, { width, height, zoom: 1 })
    expect.soft((await measure(program)).width, `${width}`).toBeGreaterThanOrEqual(leastWidth)
  }
})

test('the sidebar makes way in a narrow window, and comes over the page when asked for', async ({ open }) => {
  const program = await open()
  await program.window.tryDemo()
  await resize(program, { width: 720, height: 480, zoom: 1 })
  const connections = program.page.getByRole('navigation', { name: 'Connections' })
  await expect(connections).toBeHidden()
  await program.window.button('Show sidebar').click()
  await expect(connections).toBeVisible()
  await program.page.keyboard.press('Escape')
  await expect(connections).toBeHidden()
})
