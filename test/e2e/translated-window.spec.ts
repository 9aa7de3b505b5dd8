import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type Language, spokenLanguages } from '../../src/shared/language'
import { settle } from './support/accessibility'
import { findCutOffControls, findOverlaps } from './support/layout'
import type { Program } from './support/program'
import { test } from './support/test'
import { findEnglish, wordsIn } from './support/translated'

/** A folder for pictures of the pages, to be looked at by people. */
const pictures = process.env.SCREENS
const sizes = [
  [900, 600],
  [1280, 800],
] as const

/** Looks at what the window shows: are all of its words in the language, and do they have room? */
async function look({ app, page }: Program, language: Language, name: string): Promise<void> {
  for (const [width, height] of sizes) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    )
    await settle(page)
    const faults = [...(await findCutOffControls(page)), ...(await findOverlaps(page))]
    expect.soft(faults, `${name}, ${width}x${height}`).toEqual([])
    if (pictures)
      await page.screenshot({ path: join(pictures, `${language} ${name} ${width}x${height}.png`) })
  }
  expect.soft(await findEnglish(page, language), name).toEqual([])
}

for (const language of spokenLanguages.filter((spoken) => spoken !== 'en')) {
  function shell(key: string): string {
    return wordsIn(language, 'renderer/shell', key)
  }

  test(`every page says all of its words in ${language}, and has room for them`, async ({
    open,
    userData,
  }) => {
    writeFileSync(join(userData, 'settings.json'), JSON.stringify({ version: 1, language }))
    const program = await open()
    const { page, window } = program
    const pages = page.getByRole('navigation', { name: shell('page.pages') })

    await expect(window.button(shell('demo.try'))).toBeVisible()
    await look(program, language, 'welcome')
    await window.button(shell('demo.try')).click()
    await expect(page.getByRole('treegrid')).toBeVisible()
    await look(program, language, 'browse')
    await page.getByRole('tab', { name: wordsIn(language, 'renderer/pages/browse', 'tab.request') }).click()
    await look(program, language, 'request')
    await pages.getByRole('button', { name: shell('page.check'), exact: true }).click()
    await window.button(wordsIn(language, 'words/check', 'form.check')).click()
    const token = wordsIn(language, 'words/check', 'token.heading')
    await expect(page.getByRole('heading', { name: token, exact: true })).toBeVisible()
    await look(program, language, 'check')
    await pages.getByRole('button', { name: shell('page.settings'), exact: true }).click()
    await look(program, language, 'connection settings')
    await window.button(shell('connections.add')).click()
    await look(program, language, 'new connection')
    await window.button(shell('settings.open')).click()
    await look(program, language, 'settings')
    await page.keyboard.press('F1')
    await look(program, language, 'shortcuts')
  })
}
