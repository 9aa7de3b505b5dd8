import { expect, type Page } from '@playwright/test'
import { linkTo } from '../../src/shared/asset-link'
import { addConnectionTo, assetAt } from './support/cloud'
import { openLink } from './support/desktop'
import { mainWindow } from './support/main-window'
import type { Program } from './support/program'
import { test } from './support/test'

async function openFurther({ app, page }: Program) {
  // Before that nobody hears the keys.
  await expect(page.getByRole('main')).toBeVisible()
  const opened = app.waitForEvent('window')
  await page.keyboard.press('ControlOrMeta+Shift+N')
  const further = await opened
  await expect(further.getByRole('main')).toBeVisible()
  return { page: further, window: mainWindow(further) }
}

/** Works as if the user had clicked into the window. */
async function bringToFront({ app }: Program, page: Page): Promise<void> {
  const handle = await app.browserWindow(page)
  await handle.evaluate((window) => window.focus())
}

function works({ app }: Program, id: string): Promise<boolean | undefined> {
  return app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.enabled, id)
}

function choose({ app }: Program, id: string): Promise<void> {
  return app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
}

test('each window has a connection and an asset of its own', async ({ open, cloud }) => {
  const program = await open()
  const { window } = program
  await addConnectionTo(window, cloud, 'Reader')
  await window.goTo('Browse')
  const [one, other] = [assetAt(cloud, 'glacier-stock.jpg'), assetAt(cloud, 'scan_0017.tif')]
  await window.askFor(one)
  await expect(window.tree).toBeVisible()
  const further = await openFurther(program)
  await expect(further.window.field('Asset')).toHaveValue('')
  await further.window.askFor(other)
  await expect(further.window.tree).toBeVisible()
  await expect(window.field('Asset')).toHaveValue(one)
  await further.page.reload()
  await expect(further.window.field('Asset')).toHaveValue(other)
})

test('what one window changes, the others show', async ({ open, cloud }) => {
  const program = await open()
  const { page, window } = program
  await addConnectionTo(window, cloud, 'Reader')
  const further = await openFurther(program)
  await addConnectionTo(further.window, cloud, 'Wrong secret')
  await expect(window.connection('Wrong secret')).toBeVisible()
  await further.window.forget()
  await expect(window.connection('Wrong secret')).toHaveCount(0)
  await further.window.goTo('Browse')
  await further.window.askFor(assetAt(cloud, 'glacier-stock.jpg'))
  await expect(further.window.tree).toBeVisible()
  await expect(page.getByText('Glacier tongue, stock')).toBeVisible()
  await further.window.chooseTheme('Dark')
  await page.keyboard.press('ControlOrMeta+,')
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
})

test('the menu is about the window in front', async ({ open, cloud }) => {
  const program = await open()
  const { page, window } = program
  await addConnectionTo(window, cloud, 'Reader')
  const further = await openFurther(program)
  await bringToFront(program, further.page)
  await further.page.keyboard.press('ControlOrMeta+,')
  await expect.poll(() => works(program, 'check')).toBe(false)
  await bringToFront(program, page)
  await expect.poll(() => works(program, 'check')).toBe(true)
  await choose(program, 'check')
  await expect(window.button('Check connection')).toBeVisible()
  await expect(further.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('a link is opened in the window in front, and in no other', async ({ open }) => {
  const program = await open()
  const further = await openFurther(program)
  await bringToFront(program, further.page)
  await openLink(program, linkTo({ bucket: 'author-p7-e8', asset: '/content/dam/tea.jpg' }))
  await expect(further.page.getByRole('dialog', { name: 'Open a link' })).toBeVisible()
  await expect(program.page.getByRole('dialog')).toHaveCount(0)
})

test('closing a window ends its own work alone', async ({ open, cloud }) => {
  const program = await open()
  const { window } = program
  await addConnectionTo(window, cloud, 'IMS never answers')
  const further = await openFurther(program)
  for (const each of [window, further.window]) {
    if (each !== window) await each.goTo('Check')
    await each.button('Check connection').click()
    await expect(each.progress).toBeVisible()
  }
  await further.page.close()
  await expect(window.button('Cancel')).toBeVisible()
  await window.button('Cancel').click()
  await expect(window.progress).toHaveCount(0)
})
