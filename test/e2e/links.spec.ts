import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from '@playwright/test'
import { linkTo } from '../../src/shared/asset-link'
import { addConnectionTo, assetAt, requestsTo } from './support/cloud'
import { openLink } from './support/desktop'
import { findElectron, type Program, programArguments } from './support/program'
import { test } from './support/test'

const path = '/content/dam/shop/tea.jpg'

function choose({ app }: Program, id: string): Promise<void> {
  return app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
}

function works({ app }: Program, id: string): Promise<boolean | undefined> {
  return app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.enabled, id)
}

test('a link to the asset that is shown is copied, and leads back to it', async ({ open, cloud }) => {
  const program = await open()
  const { app, page, window } = program
  await addConnectionTo(window, cloud, 'Reader')
  await window.goTo('Browse')
  await expect.poll(() => works(program, 'copy-link')).toBe(false)
  const asset = assetAt(cloud, 'glacier-stock.jpg')
  await window.askFor(asset)
  await expect(window.tree).toBeVisible()
  await expect.poll(() => works(program, 'copy-link')).toBe(true)
  // This author has no TLS.
  expect(await works(program, 'open-in-aem')).toBe(false)
  await choose(program, 'copy-link')
  await expect(page.getByText(/^Link copied/)).toBeVisible()
  const link = await app.evaluate(({ clipboard }) => clipboard.readText())
  expect(link).toBe(linkTo({ bucket: cloud.bucket, asset }))
  await window.field('Asset').fill('')
  await openLink(program, link)
  await page.getByRole('dialog').getByRole('button', { name: 'Fill in' }).click()
  await expect(window.field('Asset')).toHaveValue(asset)
})

test.describe('a link', () => {
  test('fills in fields after a look, and sends nothing', async ({ open, cloud }) => {
    const program = await open()
    const { page, window } = program
    await addConnectionTo(window, cloud, 'Reader')
    await addConnectionTo(window, cloud, 'No read right')
    await openLink(program, linkTo({ bucket: cloud.bucket, asset: path }))
    const dialog = page.getByRole('dialog', { name: 'Open a link' })
    await expect(dialog.getByText(path)).toBeVisible()
    await dialog.getByText('No read right').click()
    await dialog.getByRole('button', { name: 'Fill in' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'No read right' })).toBeVisible()
    await expect(window.field('Asset')).toHaveValue(path)
    await expect(window.field('Asset')).toBeFocused()
    expect(requestsTo(cloud, 'ims')).toEqual([])
    expect(requestsTo(cloud, 'aem')).toEqual([])
  })

  test('changes nothing when it is declined', async ({ open, cloud }) => {
    const program = await open()
    const { page, window } = program
    await addConnectionTo(window, cloud, 'Reader')
    await openLink(program, linkTo({ bucket: cloud.bucket, asset: path }))
    await expect(page.getByRole('dialog').getByText(path)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(window.field('Connection name')).toHaveValue('Reader')
  })

  test('to an environment without a connection begins one', async ({ open }) => {
    const program = await open()
    const { page, window } = program
    await expect(window.button('Try the demo')).toBeVisible()
    await openLink(program, linkTo({ bucket: 'author-p7-e8', asset: path }))
    await page.getByRole('dialog').getByRole('button', { name: 'Add connection' }).click()
    await expect(window.field('Bucket')).toHaveValue('author-p7-e8')
  })

  test('that names no asset says so', async ({ open }) => {
    const program = await open()
    await expect(program.window.button('Try the demo')).toBeVisible()
    await openLink(program, 'asset-inspector://open?bucket=evil.example&asset=x')
    await expect(program.window.dialog).toContainText('This link can’t be opened')
  })

  test('comes with the start of the program, and with a second one', async ({ open, userData }) => {
    const { page } = await open({ words: [linkTo({ bucket: 'author-p7-e8', asset: path })] })
    await expect(page.getByRole('dialog').getByText(path)).toBeVisible()
    await page.keyboard.press('Escape')
    const other = linkTo({ bucket: 'author-p7-e8', asset: '/content/dam/shop/coffee & cake.jpg' })
    const second = spawn(findElectron(), [...programArguments(userData), other], { stdio: 'ignore' })
    expect(await once(second, 'exit')).toEqual([0, null])
    await expect(page.getByRole('dialog').getByText('coffee & cake.jpg')).toBeVisible()
  })
})
