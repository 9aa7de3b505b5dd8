import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Program } from './support/program'
import { test } from './support/test'

function choose(userData: string, language: string): void {
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ version: 1, language }))
}

function menuLabels({ app }: Program): Promise<string[]> {
  return app.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label))
}

function documentLanguage({ page }: Program): Promise<unknown> {
  return page.evaluate('[document.documentElement.lang, document.documentElement.dir]')
}

test('English is what the window speaks where the system has no language that it knows', async ({ open }) => {
  const program = await open({ env: { LC_ALL: 'es_ES.UTF-8', LANGUAGE: undefined } })
  await expect(program.window.button('Try the demo')).toBeVisible()
  expect(await documentLanguage(program)).toEqual(['en-US', 'ltr'])
  expect(await menuLabels(program)).toContain('&Edit')
})

test('the longer pseudo-language lengthens the window and its menu', async ({ open, userData }) => {
  choose(userData, 'en-XA')
  const program = await open()
  await expect(program.page.getByRole('button', { name: /^Try the demo \S/ })).toBeVisible()
  expect((await menuLabels(program)).every((label) => label.includes(' '))).toBe(true)
})

test('the mirrored pseudo-language mirrors the window', async ({ open, userData }) => {
  choose(userData, 'ar-XB')
  const program = await open()
  const { page, window } = program
  await expect(window.button('Try the demo')).toBeVisible()
  expect(await documentLanguage(program)).toEqual(['ar-XB', 'rtl'])
  await window.tryDemo()
  const sidebar = await page.getByRole('navigation').first().boundingBox()
  const main = await page.getByRole('main').boundingBox()
  expect(sidebar?.x).toBeGreaterThan(main?.x ?? 0)
})
