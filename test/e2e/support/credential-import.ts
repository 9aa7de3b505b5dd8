import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { makeTempFolder } from '../../support/temp-folder'
import type { Program } from './program'
import { test as base } from './test'

export function newSecret() {
  return `p8e-${randomUUID()}`
}

type AdcCredential = { name: string; clientId: string; secrets: readonly string[]; migrated?: boolean }

/** The project JSON of Adobe Developer Console, with things in it that must not be taken. */
export function adcProject(credentials: readonly AdcCredential[]): string {
  return JSON.stringify({
    project: {
      name: 'storefront',
      title: 'Storefront · Möbel',
      org: { id: '1', name: 'Contoso', ims_org_id: 'X@AdobeOrg' },
      workspace: {
        name: 'Production',
        details: {
          credentials: credentials.map(({ name, clientId, secrets, migrated }) => ({
            name,
            integration_type: migrated ? 'oauth_server_to_server_migrate' : 'oauth_server_to_server',
            oauth_server_to_server: {
              client_id: clientId,
              client_secrets: secrets,
              technical_account_email: 'abc-1@techacct.adobe.com',
              scopes: ['openid', 'AdobeID', 'aem.assets.author', 'aem.folders'],
            },
          })),
          runtime: { namespaces: [{ name: 'x', auth: 'runtime-key-that-is-no-secret-of-ours' }] },
        },
      },
    },
  })
}

/** With files of the test’s own, that go with it. */
export const test = base.extend<{ file: (name: string, content: string) => string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  file: async ({}, use) => {
    const folder = makeTempFolder()
    await use((name, content) => {
      const path = join(folder.path, name)
      writeFileSync(path, content)
      return path
    })
    folder.remove()
  },
})

/** The platform's dialog is no page; the test answers in its place. */
function answerOpenDialog({ app }: Program, path: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, path)
}

/** Adds a connection from a file. */
export async function chooseFile(program: Program, path: string): Promise<void> {
  await answerOpenDialog(program, path)
  await program.window.button('Add connection').click()
  await program.window.button('Choose file…').click()
}

/** Pastes a text on the page of a new connection, into no field of it. */
export async function pasteOnPage({ app, page, window }: Program, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text)
  await window.button('Add connection').click()
  await page.getByRole('heading', { name: 'New connection' }).click()
  await page.keyboard.press('ControlOrMeta+V')
}

/** Drags a file over the window and lets go of it. */
export async function dropFile({ page }: Program, name: string, content: string): Promise<void> {
  const file = [[content], name].map((part) => JSON.stringify(part)).join(', ')
  const dataTransfer = await page.evaluateHandle(
    `(() => { const data = new DataTransfer(); data.items.add(new File(${file})); return data })()`,
  )
  // Nothing listens before the window is drawn.
  await expect(page.getByRole('main')).toBeVisible()
  await page.dispatchEvent('body', 'dragenter', { dataTransfer })
  await expect(page.getByText(/^Drop (?:the|a) file /)).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}
