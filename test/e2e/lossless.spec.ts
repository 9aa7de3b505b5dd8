import { expect } from '@playwright/test'
import { type DemoCloud, startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import { addConnectionTo, assetAt } from './support/cloud'
import type { Program } from './support/program'
import { test } from './support/test'

let cloud: DemoCloud
let program: Program

test.beforeAll(async ({ programs }) => {
  cloud = await startDemoCloud()
  program = await programs.open()
  await addConnectionTo(program.window, cloud, 'Reader')
  await program.window.goTo('Browse')
  await program.window.askFor(assetAt(cloud, '{{name}}.jpg'))
  await expect(program.window.tree).toBeVisible()
})

test.afterAll(async () => {
  await program.close()
  await cloud.close()
})

/** Brings the one field into sight whose key holds this text. */
async function showField(key: string) {
  await program.window.filter.fill(key)
  const row = program.window
    .row(key)
    .filter({ hasNotText: /^No namespace/ })
    .last()
  await expect(row).toBeVisible()
  return row
}

async function shownValue(key: string) {
  return (await showField(key)).getByRole('gridcell').nth(1)
}

async function copyValueOf(key: string): Promise<void> {
  await (await showField(key)).click()
  await program.page.keyboard.press('Control+C')
}

function readClipboard(): Promise<string> {
  return program.app.evaluate(async ({ clipboard }) => clipboard.readText())
}

test.describe('a number', () => {
  for (const [key, digits] of [
    ['number:unsafe', '9007199254740993'],
    ['number:uint64', '18446744073709551615'],
    ['number:one', '1.0'],
    ['number:exponent', '1E2'],
    ['number:negativeZero', '-0'],
    ['number:overflow', '1e400'],
    ['number:negativeOverflow', '-1e400'],
    ['number:underflow', '1e-400'],
    ['number:digits', '0.1000000000000000055'],
    ['number:long', '3.14159265358979323846264338327950288419716939937510'],
  ] as const) {
    test(`is shown and copied with every digit: ${digits}`, async () => {
      await expect(await shownValue(key)).toHaveText(digits)
      await copyValueOf(key)
      await expect.poll(readClipboard).toBe(digits)
    })
  }
})

test.describe('keys', () => {
  test('stand in the order in which AEM sent them', async () => {
    const { window } = program
    await window.filter.fill('')
    await window.button('Expand all').click()
    await window.tree.focus()
    await program.page.keyboard.press('Home')
    const keys = await window.tree.locator('.tree-field').allInnerTexts()
    expect(keys.filter((key) => ['10', '9', 'a', '__proto__'].includes(key))).toEqual([
      '10',
      '9',
      'a',
      '__proto__',
    ])
  })

  test('that appear twice are both there, and marked', async () => {
    const { window } = program
    await window.filter.fill('dc:title')
    await expect(window.row('appears twice').getByRole('gridcell').nth(1)).toHaveText(
      'Hostile keys and values',
    )
    await expect(window.row('appears twice').getByRole('gridcell').nth(3)).toHaveText('The same key again')
  })

  test('named __proto__ are fields as any other', async () => {
    await expect(await showField('__proto__')).toContainText('1 field')
    expect(await program.page.evaluate('({}).polluted')).toBeUndefined()
  })

  test('that hold markup are shown as text', async () => {
    await expect(await shownValue('<b>key</b>')).toHaveText('markup in the key')
  })

  test('have a JSON Pointer that leads to them', async () => {
    await (await showField('a~1b')).click()
    await program.window.button('Copy JSON Pointer').click()
    await expect.poll(readClipboard).toBe('/assetMetadata/a~01b')
  })
})

test.describe('a text', () => {
  test('with a lone surrogate shows it', async () => {
    await expect(await shownValue('text:loneSurrogate')).toHaveText('before \\ud800 after')
  })

  test('with a lone surrogate is copied as JSON, and says so', async () => {
    await copyValueOf('text:loneSurrogate')
    await expect(program.window.status.filter({ hasText: 'Copied as JSON text' })).toBeVisible()
    expect(await readClipboard()).toBe('"before \\ud800 after"')
  })

  test('with NUL shows it', async () => {
    await expect(await shownValue('text:nul')).toHaveText('before ␀ after')
  })

  test('with NUL is copied whole', async () => {
    await copyValueOf('text:nul')
    await expect.poll(readClipboard).toMatch(/^(before \0 after|"before \\u0000 after")$/)
  })

  test('that turns its writing direction shows where', async () => {
    await expect(await shownValue('text:bidi')).toHaveText('invoice⟨U+202E⟩gpj.exe')
  })

  test('with line breaks of all kinds is copied as it is', async () => {
    await copyValueOf('text:lineSeparators')
    await expect.poll(readClipboard).toBe('a\u2028b\u2029c\r\nd')
  })

  test('of ten thousand characters is copied whole', async () => {
    await copyValueOf('text:long')
    await expect.poll(readClipboard).toBe('ten thousand characters '.repeat(417).slice(0, 10_000))
  })

  test('that looks like markup is shown as text', async () => {
    await expect(await shownValue('html:image')).toHaveText('<img src=x onerror=alert(1)>')
  })

  test('that is the address of a script is no link', async () => {
    await expect((await shownValue('url:javascriptSplit')).getByRole('link')).toHaveCount(0)
  })
})
