import { setTimeout as delay } from 'node:timers/promises'
import { type Driven, referenceFolder, withDriven } from './electron.mjs'
import { type Watch, watch } from './watch.mjs'

/** A window of the same Electron in which vanilla-jsoneditor shows documents as a tree. */
export type EditorWindow = Driven & {
  watch: Watch
  /** Milliseconds from the text of a document until its tree is painted, as the editor shows it by itself. */
  open: (text: string) => Promise<number>
  /** As `open`, with the metadata of the asset in sight; null when that does not end in a minute. */
  openFields: (text: string) => Promise<number | null>
  /** Milliseconds until everything of the open document, which has that many fields, is expanded and painted. */
  expandAll: (fields: number) => Promise<number>
}

/** After that a user has given up. */
export const patienceMs = 60_000

const create = `globalThis.jsonEditor = createJSONEditor({
  target: document.getElementById('editor'),
  props: { mode: 'tree', content: { text: content } },
})`
const countKeys = "document.querySelectorAll('.jse-key').length"
const countFields = "document.querySelectorAll('.jse-key, .jse-index').length"
const showsTitle =
  "[...document.querySelectorAll('.jse-key')].some((key) => key.textContent.trim() === 'dc:title')"

export function withEditorWindow<T>(use: (editor: EditorWindow) => Promise<T>): Promise<T> {
  return withDriven(
    { folder: referenceFolder, env: { REFERENCE_PAGE: 'editor.html' } },
    async ({ app, page }) => {
      await page.waitForFunction('globalThis.createJSONEditor !== undefined')
      const measured = await watch(page)
      async function prepare(text: string): Promise<void> {
        await page.evaluate((content) => Object.assign(globalThis, { content }), text)
        await page.evaluate('globalThis.jsonEditor?.destroy()')
      }
      return use({
        app,
        page,
        watch: measured,
        open: async (text) => {
          await prepare(text)
          return measured.fromStatement(create, `${countKeys} > 0`)
        },
        openFields: async (text) => {
          await prepare(text)
          const expand = "void jsonEditor.expand(['assetMetadata'], (path) => path.length === 0)"
          const opened = measured.fromStatement(`${create}; ${expand}`, showsTitle)
          // A window that is ended while it works answers with an error that nobody waits for any more.
          opened.catch(() => undefined)
          return Promise.race([opened, delay(patienceMs, null, { ref: false })])
        },
        expandAll: (fields) =>
          measured.fromStatement('void jsonEditor.expand([], () => true)', `${countFields} >= ${fields}`),
      })
    },
  )
}
