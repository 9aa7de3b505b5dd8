import { expect, type Locator } from '@playwright/test'
import type { Program } from './program'

/** As a user pastes: over the system's clipboard, in place of what stands in the field. */
export async function pasteInto({ app, page }: Program, field: Locator, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  await field.focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('ControlOrMeta+V')
}

/** What the platform's dialog would answer: its own window cannot be driven. */
export function answerSaveDialog({ app }: Program, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, filePath)
}

/** What the platform's dialog would answer, asked for a file to open. */
export function answerOpenDialog({ app }: Program, path: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)
}

/** A file held over the window; what is returned lets it go. */
export async function dragFile(
  { page }: Program,
  name: string,
  content: string,
): Promise<() => Promise<void>> {
  const file = [[content], name].map((part) => JSON.stringify(part)).join(', ')
  const dataTransfer = await page.evaluateHandle(
    `(() => { const data = new DataTransfer(); data.items.add(new File(${file})); return data })()`,
  )
  await page.dispatchEvent('body', 'dragenter', { dataTransfer })
  await expect(page.getByText(/^Drop (?:the|a) file /)).toBeVisible()
  return () => page.dispatchEvent('body', 'drop', { dataTransfer })
}

/** As macOS hands a link to the program, wherever the test runs. */
export function openLink({ app }: Program, address: string): Promise<void> {
  return app.evaluate(({ app }, link) => {
    app.emit('open-url', { preventDefault: () => undefined }, link)
  }, address)
}
