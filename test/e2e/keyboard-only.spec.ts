import { expect } from '@playwright/test'
import { assetAt, connectionTo } from './support/cloud'
import { focusedStop, type Keyboard, keyboardOf } from './support/keyboard'
import type { Program } from './support/program'
import { read, type Started, shareProgram } from './support/shared-program'
import { test } from './support/test'

const harbour = 'harbour at first light (final).jpg'

test.describe('the first start, with the keyboard alone', () => {
  test('leads to the demo, and on to its tree', async ({ open }) => {
    const program = await open()
    const keyboard = keyboardOf(program)
    const { window } = program
    await keyboard.activate(window.button('Try the demo'))
    await expect(window.tree).toBeVisible()
    await keyboard.tabTo(window.tree)
    await keyboard.press('ArrowDown')
    await expect(window.activeRow).toContainText('Dublin Core')
  })

  test('leads to a connection, and to an asset of it', async ({ open, cloud }) => {
    const program = await open()
    const keyboard = keyboardOf(program)
    const { page, window } = program
    const words = connectionTo(cloud, 'Reader')
    await keyboard.activate(window.button('Add connection'))
    await keyboard.type(window.field('Connection name'), 'By keyboard')
    await keyboard.tabTo(page.getByRole('radiogroup', { name: 'Environment' }))
    await keyboard.arrowTo(page.getByRole('radio', { name: 'Stage' }), 'ArrowRight')
    await keyboard.type(window.field('Bucket'), words.bucket)
    await keyboard.type(window.field('Client ID'), words.clientId)
    await keyboard.type(window.field('Client secret'), words.secret)
    await keyboard.activate(window.button('Advanced'))
    await keyboard.type(window.field('IMS host'), words.imsHost)
    await keyboard.type(window.field('AEM host'), words.aemHost)
    await keyboard.press('Enter')
    await expect(page.getByText('Connection saved.')).toBeVisible()
    await keyboard.activate(window.button('Browse'))
    await keyboard.type(window.field('Asset'), assetAt(cloud, harbour))
    await keyboard.press('Enter')
    await expect(window.row('dc:title')).toBeVisible()
  })

  test('leads to a connection whose credential is pasted', async ({ open }) => {
    const program = await open()
    const keyboard = keyboardOf(program)
    const { page, window } = program
    await keyboard.activate(window.button('Add connection'))
    await keyboard.activate(window.button('Paste text…'))
    await expect(window.field('Text to import')).toBeFocused()
    await keyboard.paste(
      `CLIENT_ID=${'a'.repeat(32)}\nCLIENT_SECRET=p8e-pasted-by-keyboard\nSCOPES=openid,AdobeID`,
    )
    await expect(window.field('Connection name')).toBeFocused()
    await page.keyboard.insertText('Pasted')
    await keyboard.type(window.field('Bucket'), 'author-p1-e2')
    await keyboard.activate(window.button('Save connection'))
    await expect(window.connection('Pasted')).toBeVisible()
  })

  test('gives the focus back to what opened a dialog', async ({ open }) => {
    const program = await open()
    const keyboard = keyboardOf(program)
    const { page, window } = program
    await keyboard.activate(window.button('Add connection'))
    await keyboard.activate(window.button('Paste text…'))
    await expect(page.getByRole('dialog')).toBeVisible()
    await keyboard.press('Escape')
    await expect(window.button('Paste text…')).toBeFocused()
  })
})

test.describe('the Tab key', () => {
  const start = shareProgram(async ({ window }, cloud) => {
    await window.addConnection(connectionTo(cloud, 'Reader'))
    await window.goTo('Browse')
    await window.askFor(assetAt(cloud, harbour))
    await expect(window.tree).toBeVisible()
  })
  function goTo(tab: string) {
    return async ({ keyboard, window }: Started) => keyboard.activate(window.button(tab))
  }
  const pages: [name: string, reach: (started: Started) => Promise<void>][] = [
    ['metadata', (started) => read(started, harbour)],
    ['check', goTo('Check')],
    ['settings of a connection', goTo('Connection settings')],
    ['form of a new connection', goTo('Add connection')],
    ['settings of the program', goTo('Settings')],
  ]
  async function walk(keyboard: Keyboard, program: Program) {
    const stops = []
    for (let stop = 0; stop < 80; stop++) {
      await keyboard.press('Tab')
      stops.push(await focusedStop(program.page))
      const mark = await program.page.evaluate(markVisited)
      if (mark === 'seen') return { stops, comesRound: true }
    }
    return { stops, comesRound: false }
  }

  for (const [name, reach] of pages) {
    test(`goes round and shows where it is: ${name}`, async () => {
      const started = await start()
      await reach(started)
      const { stops, comesRound } = await walk(started.keyboard, started)
      expect(comesRound).toBe(true)
      expect(stops.filter(({ isShown, isMarked }) => !isShown || !isMarked)).toEqual([])
    })
  }
})

/** As text: it is for the window, whose types are none of the tests'. */
const markVisited = `(() => {
  const element = document.activeElement
  const seen = window.visitedByTests ??= new Set()
  if (element === document.body) return 'new'
  if (seen.has(element)) return 'seen'
  seen.add(element)
  return 'new'
})()`
