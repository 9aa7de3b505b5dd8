import { expect } from '@playwright/test'
import { addConnectionTo } from './support/cloud'
import type { Program } from './support/program'
import { test } from './support/test'

/** Which items of the menu work, by their IDs. */
function working({ app }: Program): Promise<string[]> {
  return app.evaluate(({ Menu }) => {
    function itemsOf(menu: Electron.Menu | undefined): Electron.MenuItem[] {
      return (menu?.items ?? []).flatMap((item) => [item, ...itemsOf(item.submenu)])
    }
    const items = itemsOf(Menu.getApplicationMenu() ?? undefined)
    return items.flatMap(({ id, enabled, role }) => (id && enabled && !role ? [id] : []))
  })
}

async function openPalette({ page }: Program): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
}

function choose({ app }: Program, id: string): Promise<void> {
  return app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
}

test.describe('the menu', () => {
  test('offers at the first start what works there', async ({ open }) => {
    const program = await open()
    await expect
      .poll(() => working(program))
      .toEqual(['new-window', 'add-connection', 'try-demo', 'settings', 'palette', 'shortcuts'])
  })

  test('leads to the pages of a connection', async ({ open, cloud }) => {
    const program = await open()
    const { window, page } = program
    await addConnectionTo(window, cloud, 'Reader')
    await expect
      .poll(() => working(program))
      .toEqual([
        'new-window',
        'add-connection',
        'try-demo',
        'settings',
        'palette',
        'toggle-sidebar',
        'browse',
        'assets',
        'compare',
        'check',
        'connection-settings',
        'shortcuts',
      ])
    await choose(program, 'check')
    await expect(window.button('Check connection')).toBeVisible()
    await choose(program, 'browse')
    await expect(window.field('Asset')).toBeFocused()
    await choose(program, 'settings')
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
    // From the settings there is no page of a connection to go to.
    await expect.poll(() => working(program)).not.toContain('check')
  })
})

test.describe('the palette', () => {
  test('finds an action, and does it', async ({ open, cloud }) => {
    const program = await open()
    const { window, page } = program
    await addConnectionTo(window, cloud, 'Reader')
    await openPalette(program)
    await page.getByRole('dialog').getByRole('searchbox').fill('conn set')
    await expect(page.getByRole('menuitem')).toHaveText([/^Connection settings/])
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(window.field('Connection name')).toBeVisible()
  })

  test('has all that was typed since it was asked for, though its script comes with the first use', async ({
    open,
  }) => {
    const { page, window } = await open()
    await expect(window.button('Try the demo')).toBeVisible()
    // Without the round trips of a test, as fast fingers do.
    await page.evaluate(() => {
      function press(key: string, ctrlKey = false) {
        const target = document.activeElement ?? document.body
        target.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }))
      }
      press('k', true)
      return new Promise<void>((done) => {
        setTimeout(() => {
          for (const key of 'set') press(key)
          done()
        })
      })
    })
    await expect(page.getByRole('dialog').getByRole('searchbox')).toHaveValue('set')
  })

  test('opens an asset of the history, by keys alone', async ({ open }) => {
    const program = await open()
    const { window, page } = program
    await window.tryDemo()
    await window.goTo('Check')
    await openPalette(program)
    await page.keyboard.type('harbour')
    await expect(page.getByRole('menuitem', { name: /Harbour at first light/ })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(window.tree).toBeVisible()
  })

  test('says that nothing was found, and closes with Escape', async ({ open }) => {
    const program = await open()
    const { page, window } = program
    await expect(window.button('Try the demo')).toBeVisible()
    await openPalette(program)
    await page.keyboard.type('zzzz')
    await expect(page.getByText('Nothing found.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('searchbox')).toHaveValue('')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
})

test('F1 shows the keys', async ({ open }) => {
  const { page, window } = await open()
  await expect(window.button('Try the demo')).toBeVisible()
  await page.keyboard.press('F1')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByText('Ctrl+K')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
})
