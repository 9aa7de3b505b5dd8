import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { OpenDialogOptions, SaveDialogOptions } from 'electron'
import type { Program } from './support/program'
import { test } from './support/test'

/** Answers the dialogs of the platform with a path, and notes with which options they were shown. */
function answerDialogs({ app }: Program, path: string): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    const shown: unknown[] = []
    Object.assign(globalThis, { shownDialogs: shown })
    dialog.showSaveDialog = async (...words: unknown[]) => {
      shown.push(words.at(-1))
      return { canceled: false, filePath: chosen }
    }
    dialog.showOpenDialog = async (...words: unknown[]) => {
      shown.push(words.at(-1))
      return { canceled: false, filePaths: [chosen] }
    }
  }, path)
}

function optionsOf<T>({ app }: Program): Promise<T[]> {
  return app.evaluate(() => Reflect.get(globalThis, 'shownDialogs'))
}

async function exportJson({ page }: Program): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: /JSON/ }).click()
  await expect(page.getByText(/^Saved as/)).toBeVisible()
}

test('a dialog for saving asks before it overwrites, names the kind, and begins where the last one ended', async ({
  open,
  userData,
}) => {
  const program = await open()
  await program.window.tryDemo()
  const folder = join(userData, 'exports')
  mkdirSync(folder)
  await answerDialogs(program, join(folder, 'tea.json'))
  await exportJson(program)
  await exportJson(program)
  await expect.poll(() => optionsOf(program)).toHaveLength(2)
  const [first, second] = await optionsOf<SaveDialogOptions>(program)
  expect(first).toMatchObject({
    filters: [{ name: 'JSON file', extensions: ['json'] }],
    properties: expect.arrayContaining(['showOverwriteConfirmation']),
  })
  expect(first?.defaultPath).not.toContain(folder)
  expect(second?.defaultPath?.startsWith(join(folder, '/'))).toBe(true)
})

test('a dialog for opening shows hidden files, and begins where the last one ended', async ({
  open,
  userData,
}) => {
  const program = await open()
  const path = join(userData, '.env')
  writeFileSync(path, 'NOTHING=here')
  await answerDialogs(program, path)
  await program.window.button('Add connection').click()
  for (const times of [1, 2]) {
    await program.window.button('Choose file…').click()
    await expect.poll(() => optionsOf(program)).toHaveLength(times)
    await expect(program.window.alert).toBeVisible()
  }
  const [first, second] = await optionsOf<OpenDialogOptions>(program)
  expect(first?.properties).toContain('showHiddenFiles')
  expect([first?.defaultPath, second?.defaultPath]).toEqual([undefined, userData])
})
