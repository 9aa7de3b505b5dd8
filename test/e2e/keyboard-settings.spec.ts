import { expect } from '@playwright/test'
import { type Started, shareProgram } from './support/shared-program'
import { test } from './support/test'

test.describe('the settings of the program, with the keyboard alone', () => {
  const start = shareProgram(async ({ window }) => window.tryDemo())
  async function open(): Promise<Started> {
    const started = await start()
    const { keyboard, page, window } = started
    await keyboard.activate(window.button('Settings'))
    await expect(page.getByRole('heading', { name: 'Hosts contacted' })).toBeVisible()
    return started
  }
  async function chooseIn({ keyboard, page }: Started, group: string, choice: string): Promise<void> {
    const radios = page.getByRole('radiogroup', { name: group })
    await keyboard.tabTo(radios)
    await keyboard.arrowTo(radios.getByRole('radio', { name: choice }), 'ArrowRight')
    await keyboard.press('Enter')
    await expect(radios.getByRole('radio', { name: choice })).toBeChecked()
  }

  for (const [group, choice] of [
    ['Theme', 'Dark'],
    ['Rows', 'Compact'],
  ] as const) {
    test(`have another choice: ${group}`, async () => chooseIn(await open(), group, choice))
  }

  test('have another language for dates', async () => {
    const { keyboard, page } = await open()
    const picker = page.getByRole('button', { name: /Date and number format/ })
    await keyboard.activate(picker)
    await keyboard.arrowTo(page.getByRole('option', { name: 'German (Germany)' }))
    await keyboard.press('Enter')
    await expect(picker).toContainText('German (Germany)')
  })

  test('have the history switched off', async () => {
    const { keyboard, page } = await open()
    await keyboard.toggle(page.getByRole('switch', { name: 'Keep history' }))
    await expect(page.getByRole('switch', { name: 'Keep history' })).not.toBeChecked()
  })

  test('have another timeout', async () => {
    const { keyboard, page, window } = await open()
    await keyboard.type(window.field('AEM timeout (seconds)'), '45')
    await keyboard.press('Enter')
    await expect(page.getByText('Saved.')).toBeVisible()
  })

  test('delete everything after a question that can be left', async () => {
    const { keyboard, page, window } = await open()
    await keyboard.activate(window.button('Delete all saved data'))
    await expect(window.dialog).toBeVisible()
    await keyboard.press('Escape')
    await expect(window.button('Delete all saved data')).toBeFocused()
    await keyboard.press('Enter')
    await keyboard.activate(window.dialog.getByRole('button', { name: 'Delete everything', exact: true }))
    await expect(page.getByText('All saved data was deleted.')).toBeVisible()
  })
})
