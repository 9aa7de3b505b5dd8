import { join } from 'node:path'
import { expect } from '@playwright/test'
import { assetAt, connectionTo } from './support/cloud'
import { answerSaveDialog } from './support/desktop'
import { type Started, shareProgram } from './support/shared-program'
import { test } from './support/test'

const harbour = 'harbour at first light (final).jpg'

test.describe('connections, with the keyboard alone', () => {
  const start = shareProgram(async ({ window }, cloud) => {
    await window.addConnection({ ...connectionTo(cloud, 'Rotation: old secret'), name: 'Shop' })
    await window.addConnection(connectionTo(cloud, 'Not allow-listed'))
    await window.addConnection(connectionTo(cloud, 'AEM never answers'))
  })
  async function open(name: string, tab: 'Check' | 'Connection settings'): Promise<Started> {
    const started = await start()
    const { keyboard, window } = started
    await keyboard.activate(window.connection(name).getByRole('button'))
    await keyboard.activate(window.button(tab))
    return started
  }
  async function check(name: string): Promise<Started> {
    const started = await open(name, 'Check')
    const { keyboard, page, window, cloud } = started
    await keyboard.type(window.field('Asset'), assetAt(cloud, harbour))
    await keyboard.press('Enter')
    await expect(page.getByText(/^Checked at/)).toBeVisible()
    return started
  }

  test('are checked, down to a fix that is copied', async () => {
    const { keyboard, page, window } = await check('Not allow-listed')
    await keyboard.activate(window.button('Go to step 7'))
    await keyboard.toggle(page.getByRole('checkbox', { name: 'Production' }))
    await keyboard.activate(window.button('Copy: config/api.yaml'))
    await expect.poll(keyboard.clipboard).toContain('envTypes: ["dev", "prod"]')
    const details = page.getByRole('button', { name: 'Details', exact: true })
    await keyboard.activate(details)
    await expect(details).toHaveAttribute('aria-expanded', 'true')
  })

  test('have their check cancelled', async () => {
    const { keyboard, page, window } = await open('AEM never answers', 'Check')
    await keyboard.activate(window.button('Check connection'))
    await expect(page.getByText(/^Step 6 of 9/)).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByText('Check canceled')).toBeVisible()
  })

  test('have a report of their check saved', async () => {
    const started = await check('Shop')
    const path = join(started.folder, 'report.html')
    await answerSaveDialog(started, path)
    await started.keyboard.activate(started.window.button('Save report'))
    await expect(started.page.getByText(/^Saved as/)).toContainText('report.html')
  })

  test('have their token copied after a question', async () => {
    const { keyboard, page, window } = await check('Shop')
    await keyboard.activate(window.button('Copy access token'))
    await keyboard.activate(window.dialog.getByRole('button', { name: 'Copy access token' }))
    await expect(page.getByText('cleared from the clipboard in 60 s')).toBeVisible()
  })

  test('have their rights tried', async () => {
    const { keyboard, page, window } = await check('Shop')
    await keyboard.toggle(page.getByRole('switch', { name: /^Include update test/ }))
    await keyboard.activate(window.button('Check connection'))
    await expect(page.getByRole('table', { name: 'What the technical account can do' })).toBeVisible()
  })

  test('are checked all at once, and the focus comes back from what was found', async () => {
    const { keyboard, page, window } = await start()
    await keyboard.activate(window.button('Check all'))
    const endless = page.getByRole('checkbox', { name: /AEM never answers/ })
    await keyboard.tabTo(endless)
    if (await endless.isChecked()) await keyboard.press('Space')
    for (const name of [/^Shop/, /^Not allow-listed/]) {
      const box = page.getByRole('checkbox', { name })
      await keyboard.tabTo(box)
      if (!(await box.isChecked())) await keyboard.press('Space')
    }
    await keyboard.activate(window.button('Check connections'))
    const cell = page.getByRole('button', { name: /Not allow-listed: Failed/ }).first()
    await expect(cell).toBeVisible()
    await keyboard.activate(cell)
    await expect(page.getByRole('dialog')).toBeVisible()
    await keyboard.press('Escape')
    await expect(cell).toBeFocused()
  })

  test('get a second secret, which is checked, promoted and forgotten', async () => {
    const { keyboard, page, window, cloud } = await open('Shop', 'Connection settings')
    await keyboard.type(
      window.field('Second client secret'),
      connectionTo(cloud, 'Rotation: new secret').secret,
    )
    await keyboard.press('Enter')
    await keyboard.activate(window.button('Check the second secret'))
    await expect(page.getByText('Adobe IMS issues access tokens')).toBeVisible()
    await keyboard.activate(window.button('Promote'))
    await keyboard.activate(window.dialog.getByRole('button', { name: 'Promote' }))
    await expect(page.getByText('is now the current one')).toBeVisible()
    await keyboard.activate(window.button('Forget the second secret'))
    await keyboard.activate(window.dialog.getByRole('button', { name: 'Forget' }))
    await expect(window.field('Second client secret')).toBeFocused()
  })

  test('are shared without their secret', async () => {
    const { keyboard, page, window } = await open('Shop', 'Connection settings')
    await keyboard.choose(window.button('Share without secret'), /^Copy as text/)
    await expect(page.getByText('Copied, without the secret')).toBeVisible()
  })

  test('have changes discarded', async () => {
    const { keyboard, window } = await open('Shop', 'Connection settings')
    await keyboard.type(window.field('Connection name'), 'Changed')
    await keyboard.activate(window.button('Discard changes'))
    await expect(window.field('Connection name')).toHaveValue('Shop')
  })

  test('are forgotten and brought back', async () => {
    const { keyboard, page, window } = await open('Not allow-listed', 'Connection settings')
    await keyboard.activate(window.button('Forget connection'))
    await keyboard.activate(window.dialog.getByRole('button', { name: 'Forget', exact: true }))
    await expect(window.connection('Not allow-listed')).toHaveCount(0)
    await keyboard.activate(window.button('Undo'))
    await expect(window.connection('Not allow-listed')).toBeVisible()
    await expect(page.getByText(/is back\.$/)).toBeVisible()
  })
})
