import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { spokenLanguages } from '../../src/shared/language'
import type { Program } from './support/program'
import { test } from './support/test'
import { wordsIn } from './support/translated'

const usualLocales = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', ja: 'ja-JP' } as const

function choose(userData: string, language: string): void {
  writeFileSync(join(userData, 'settings.json'), JSON.stringify({ version: 1, language }))
}

function menuLabels({ app }: Program): Promise<string[]> {
  return app.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label))
}

function documentLanguage({ page }: Program): Promise<unknown[]> {
  return page.evaluate('[document.documentElement.lang, document.documentElement.dir]')
}

/** As the setting lists it. */
function ownNameOf(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
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

for (const language of spokenLanguages.filter((spoken) => spoken !== 'en')) {
  const locale = usualLocales[language]
  const demo = wordsIn(language, 'renderer/shell', 'demo.try')
  const edit = wordsIn(language, 'main/program', 'menu.edit')

  test(`the window and its menu speak ${locale} as the system does`, async ({ open }) => {
    const program = await open({
      env: { LC_ALL: `${locale.replace('-', '_')}.UTF-8`, LANGUAGE: undefined },
    })
    await expect(program.window.button(demo)).toBeVisible()
    expect((await documentLanguage(program))[0]).toBe(locale)
    expect(await menuLabels(program)).toContain(edit)
  })

  test(`${locale}, chosen in the settings, counts at once and after the next start`, async ({ open }) => {
    const first = await open()
    const { page, window } = first
    await expect(window.button('Try the demo')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+,')
    await page.getByRole('button', { name: /System language/ }).click()
    await page.getByRole('option', { name: ownNameOf(language) }).click()
    const title = wordsIn(language, 'renderer/features/settings', 'title')
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await expect.poll(() => menuLabels(first)).toContain(edit)
    await first.close()
    const second = await open()
    await expect(second.window.button(demo)).toBeVisible()
  })
}
