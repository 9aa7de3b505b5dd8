import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator } from '@playwright/test'
import { findLayoutFaults } from './support/layout'
import type { Program } from './support/program'
import { test } from './support/test'

const sidebar = 'Width of the sidebar'
const beside = 'Width of the details'
const below = 'Height of the details'

function edge({ page }: Program, name: string): Locator {
  return page.getByRole('separator', { name, exact: true })
}

function sizeOf(pane: Locator): Promise<{ width: number; height: number }> {
  return pane.evaluate((element) => {
    const { width, height } = element.getBoundingClientRect()
    return { width: Math.round(width), height: Math.round(height) }
  })
}

function sidebarOf({ page }: Program): Locator {
  return page.getByRole('complementary', { name: 'Sidebar' })
}
function detailsOf({ page }: Program): Locator {
  return page.getByRole('region', { name: 'Details of the selected field' })
}

async function drag(program: Program, name: string, by: { x: number; y: number }): Promise<void> {
  const { mouse } = program.page
  const box = await edge(program, name).boundingBox()
  if (!box) throw new Error(`${name} is not shown`)
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(from.x + by.x / 2, from.y + by.y / 2)
  await mouse.move(from.x + by.x, from.y + by.y)
  await mouse.up()
}

async function resize({ app }: Program, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
}

async function openAsset(program: Program): Promise<void> {
  await program.window.tryDemo()
  await program.window.row('Dublin Core').click()
  await expect(detailsOf(program)).toBeVisible()
}

test('the sidebar is sized by the pointer, and so it is at the next start', async ({ open }) => {
  const first = await open()
  await openAsset(first)
  await drag(first, sidebar, { x: 60, y: 0 })
  expect((await sizeOf(sidebarOf(first))).width).toBe(324)
  await expect(edge(first, sidebar)).toHaveAttribute('aria-valuenow', '324')
  // Further than there is room.
  await drag(first, sidebar, { x: 900, y: 0 })
  expect((await sizeOf(sidebarOf(first))).width).toBe(480)
  await drag(first, sidebar, { x: -900, y: 0 })
  expect((await sizeOf(sidebarOf(first))).width).toBe(220)
  await first.close()
  const second = await open()
  await expect(second.window.connection('Demo cloud')).toBeVisible()
  expect((await sizeOf(sidebarOf(second))).width).toBe(220)
  await edge(second, sidebar).dblclick()
  expect((await sizeOf(sidebarOf(second))).width).toBe(264)
})

test('the sidebar is sized and collapsed by keys, and stays collapsed', async ({ open }) => {
  const first = await open()
  await openAsset(first)
  const { page } = first
  await edge(first, sidebar).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  expect((await sizeOf(sidebarOf(first))).width).toBe(296)
  await page.keyboard.press('ArrowLeft')
  await expect(edge(first, sidebar)).toHaveAttribute('aria-valuenow', '280')
  await page.keyboard.press('Home')
  expect((await sizeOf(sidebarOf(first))).width).toBe(264)
  await page.keyboard.press('Enter')
  await expect(edge(first, sidebar)).toHaveCount(0)
  await expect(first.window.button('Show sidebar')).toBeFocused()
  await first.close()
  const second = await open()
  await expect(second.window.button('Show sidebar')).toBeVisible()
})

test('the details are sized beside the tree and below it, each by itself', async ({ open, userData }) => {
  const program = await open()
  await resize(program, 1440, 800)
  await openAsset(program)
  await drag(program, beside, { x: -100, y: 0 })
  expect((await sizeOf(detailsOf(program))).width).toBe(400)
  await edge(program, beside).focus()
  await program.page.keyboard.press('ArrowRight')
  expect((await sizeOf(detailsOf(program))).width).toBe(384)

  await resize(program, 900, 800)
  await expect(edge(program, below)).toBeVisible()
  const { height } = await sizeOf(detailsOf(program))
  await drag(program, below, { x: 0, y: -80 })
  expect((await sizeOf(detailsOf(program))).height).toBe(height + 80)
  await edge(program, below).focus()
  await program.page.keyboard.press('Home')
  expect((await sizeOf(detailsOf(program))).height).toBe(height)
  await drag(program, below, { x: 0, y: -2_000 })
  expect((await sizeOf(program.window.tree)).height).toBeGreaterThanOrEqual(100)
  await program.close()
  const { panes } = JSON.parse(readFileSync(join(userData, 'session.json'), 'utf8'))
  expect(panes).toEqual({ sizes: { details: 384, detailsBelow: 720 }, open: {} })
})

test('details that were hidden are hidden at the next start', async ({ open }) => {
  const first = await open()
  await openAsset(first)
  await edge(first, beside).focus()
  await first.page.keyboard.press('Enter')
  await expect(first.window.button('Show details')).toBeFocused()
  await first.close()
  const second = await open()
  await second.window.button('Get metadata').click()
  await second.window.row('Dublin Core').click()
  await expect(second.window.button('Show details')).toBeVisible()
})

test('in a mirrored window the edges move as they are seen', async ({ open, userData }) => {
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ version: 1, language: 'ar-XB' }))
  const program = await open()
  await resize(program, 1440, 800)
  await openAsset(program)
  await drag(program, sidebar, { x: -60, y: 0 })
  expect((await sizeOf(sidebarOf(program))).width).toBe(324)
  await drag(program, beside, { x: 60, y: 0 })
  expect((await sizeOf(detailsOf(program))).width).toBe(360)
  expect(await findLayoutFaults(program.page)).toEqual([])
})
