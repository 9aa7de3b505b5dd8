import { expect } from '@playwright/test'
import type { Program } from './support/program'
import { test } from './support/test'

/** Records each menu that is opened instead of showing it: its own loop would hold the test. */
function recordMenus({ app }: Program): Promise<void> {
  return app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup() {
      Reflect.set(globalThis, 'openedMenu', this)
    }
  })
}

function labelsIn({ app }: Program): Promise<(string | null)[]> {
  return app.evaluate(() =>
    (Reflect.get(globalThis, 'openedMenu')?.items ?? []).map(
      ({ label, enabled }: { label: string; enabled: boolean }) => (enabled ? label : null),
    ),
  )
}

function choose({ app }: Program, label: string): Promise<void> {
  return app.evaluate((_electron, wanted) => {
    Reflect.get(globalThis, 'openedMenu')
      .items.find((item: { label: string }) => item.label === wanted)
      .click()
  }, label)
}

test.describe('a right click', () => {
  test('on a text field offers what can be done there', async ({ open }) => {
    const program = await open()
    await recordMenus(program)
    await program.window.tryDemo()
    const field = program.window.field('Asset')
    await field.fill('marked')
    await field.selectText()
    await field.click({ button: 'right' })
    await expect
      .poll(() => labelsIn(program))
      .toEqual(expect.arrayContaining(['Undo', 'Cut', 'Copy', 'Select all']))
  })

  test('on the field of a secret does not offer to copy it', async ({ open }) => {
    const program = await open()
    await recordMenus(program)
    await program.window.button('Add connection').click()
    const field = program.window.field('Client secret')
    await field.fill('canary')
    await field.selectText()
    await field.click({ button: 'right' })
    await expect.poll(() => labelsIn(program)).toContain('Select all')
    const labels = await labelsIn(program)
    expect([labels.includes('Cut'), labels.includes('Copy')]).toEqual([false, false])
  })

  test('on a row offers to copy its parts, and copies the one that is chosen', async ({ open }) => {
    const program = await open()
    const { app, window } = program
    await recordMenus(program)
    await window.tryDemo()
    await window.row('dc:title').click({ button: 'right' })
    await expect.poll(() => labelsIn(program)).toContain('Copy JSON Pointer')
    await choose(program, 'Copy JSON Pointer')
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toBe('/assetMetadata/dc:title')
  })
})
