import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { addConnectionTo } from './support/cloud'
import type { Program } from './support/program'
import { test } from './support/test'

/** What axe finds, short enough to read; legacy, as Electron has no blank page for axe to run in. */
const findViolations = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

for (const theme of ['Light', 'Dark'] as const) {
  test.describe(`in ${theme.toLowerCase()}`, () => {
    const openIn = async (open: () => Promise<Program>): Promise<Program> => {
      const program = await open()
      await program.window.chooseTheme(theme)
      await expect(program.page.getByRole('radio', { name: theme })).toBeChecked()
      return program
    }

    test('the first page has no fault that axe knows', async ({ open }) => {
      const { page } = await openIn(open)
      expect(await findViolations(page)).toEqual([])
    })

    test('an empty form has none', async ({ open }) => {
      const { page, window } = await openIn(open)
      await window.button('Add connection').click()
      await expect(window.field('Connection name')).toBeFocused()
      expect(await findViolations(page)).toEqual([])
    })

    test('a form with errors has none', async ({ open }) => {
      const { page, window } = await openIn(open)
      await window.button('Add connection').click()
      await window.button('Save connection').click()
      await expect(window.alert).toBeVisible()
      expect(await findViolations(page)).toEqual([])
    })

    test('metadata has none', async ({ open }) => {
      const { page, window } = await openIn(open)
      await window.tryDemo()
      await window.filter.fill('sunrise')
      await expect(window.tree.locator('mark').first()).toBeVisible()
      expect(await findViolations(page)).toEqual([])
    })

    test('a failure has none', async ({ open, cloud }) => {
      const { page, window } = await openIn(open)
      await addConnectionTo(window, cloud, 'Not allow-listed')
      await window.goTo('Browse')
      await window.askFor(cloud.assets[0]?.assetId ?? '')
      await expect(window.alert).toBeVisible()
      expect(await findViolations(page)).toEqual([])
    })
  })
}

test.describe('with the keyboard alone', () => {
  /** Presses Tab until the wanted thing has the focus; a page has not so many things to pass. */
  const tabTo = async (page: Page, wanted: ReturnType<Page['getByRole']>): Promise<void> => {
    for (let pressed = 0; pressed < 40; pressed++) {
      if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return
      await page.keyboard.press('Tab')
    }
    await expect(wanted).toBeFocused()
  }

  test('the demo can be tried, and its tree reached', async ({ open }) => {
    const { page, window } = await open()
    await tabTo(page, window.button('Try the demo'))
    await page.keyboard.press('Enter')
    await expect(window.tree).toBeVisible()
    await tabTo(page, window.tree)
    await page.keyboard.press('ArrowDown')
    await expect(window.activeRow).toContainText('Dublin Core')
  })

  test('a connection can be added and its asset read', async ({ open, cloud }) => {
    const { page, window } = await open()
    await tabTo(page, window.button('Add connection'))
    await page.keyboard.press('Enter')
    const [credential] = cloud.credentials
    const typed: [string, string][] = [
      ['Connection name', 'By keyboard'],
      ['Bucket', cloud.bucket],
      ['Client ID', credential?.clientId ?? ''],
      ['Client secret', credential?.clientSecret ?? ''],
    ]
    for (const [label, text] of typed) {
      await tabTo(page, window.field(label))
      await page.keyboard.insertText(text)
    }
    await tabTo(page, window.button('Advanced'))
    await page.keyboard.press('Enter')
    await tabTo(page, window.field('IMS host'))
    await page.keyboard.insertText(cloud.ims)
    await tabTo(page, window.field('AEM host'))
    await page.keyboard.insertText(cloud.aem)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Connection saved.')).toBeVisible()
    await tabTo(page, page.getByRole('button', { name: 'Browse' }).first())
    await page.keyboard.press('Enter')
    await tabTo(page, window.field('Asset'))
    await page.keyboard.insertText(cloud.assets[0]?.assetId ?? '')
    await page.keyboard.press('Enter')
    await expect(window.row('dc:title')).toBeVisible()
  })

  test('the focus goes from one pane to the other with F6', async ({ open }) => {
    const { page, window } = await open()
    await window.tryDemo()
    await window.field('Asset').focus()
    await page.keyboard.press('F6')
    await expect(page.getByRole('navigation', { name: 'Connections' })).toBeFocused()
    await page.keyboard.press('F6')
    await expect(page.getByRole('main')).toBeFocused()
  })
})
