import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { connectionTo } from '../support/cloud'
import { adcProject } from '../support/credential-import'
import { answerOpenDialog, dragFile, pasteInto } from '../support/desktop'
import { withoutKeyring } from '../support/keyring'
import type { ScreenGroup, Stage } from './screen'

/** A project of Adobe Developer Console with as many credentials. */
function projectWith(names: readonly string[]): string {
  return adcProject(
    names.map((name, index) => ({
      name,
      clientId: String(index).repeat(32),
      secrets: ['p8e-one', 'p8e-two'],
      migrated: index > 0,
    })),
  )
}

/** The form of a new connection, empty whatever an earlier screen left in it. */
async function startForm({ page, window }: Stage): Promise<void> {
  const start = window.field('Connection name').or(window.button('Add connection').first())
  await expect(start.first()).toBeVisible()
  if (!(await window.field('Connection name').isVisible())) {
    await page.getByRole('main').getByRole('button', { name: 'Add connection' }).click()
  }
  const discard = window.button('Discard changes')
  if (await discard.isVisible()) await discard.click()
  await expect(window.field('Connection name')).toHaveValue('')
}

async function chooseFile(stage: Stage, content: string): Promise<void> {
  const path = join(stage.userData, 'project.json')
  writeFileSync(path, content)
  await answerOpenDialog(stage, path)
  await stage.window.button('Choose file…').click()
}

async function dropLetter(stage: Stage): Promise<void> {
  const drop = await dragFile(stage, 'letter.txt', 'Dear colleague')
  await drop()
  await expect(stage.window.alert).toBeVisible()
}

export const formScreens: ScreenGroup = {
  name: 'a program without connections',
  screens: [
    {
      name: 'welcome',
      reach: async ({ window }) => expect(window.button('Try the demo')).toBeVisible(),
    },
    { name: 'new connection', reach: startForm },
    {
      name: 'new connection with errors',
      reach: async (stage) => {
        const { window } = stage
        await startForm(stage)
        await window.fillConnection({
          bucket: 'publish-p1-e2',
          imsHost: 'http://example.com',
          secret: 'a\u200bb',
        })
        await window.button('Save connection').click()
        await expect(window.field('Connection name')).toBeFocused()
      },
    },
    {
      name: 'new connection with hosts',
      reach: async (stage) => {
        await startForm(stage)
        await stage.window.openAdvanced()
        await expect(stage.window.field('AEM host')).toBeVisible()
      },
    },
    {
      name: 'paste a credential',
      reach: async (stage) => {
        await startForm(stage)
        await stage.window.button('Paste text…').click()
        await expect(stage.window.field('Text to import')).toBeFocused()
      },
    },
    {
      name: 'pasted text refused',
      reach: async (stage) => {
        await startForm(stage)
        await stage.window.button('Paste text…').click()
        await pasteInto(stage, stage.window.field('Text to import'), '{"client_credentials": "JWT"}')
        await expect(stage.window.alert).toBeVisible()
      },
    },
    {
      name: 'file refused',
      reach: async (stage) => {
        await startForm(stage)
        await dropLetter(stage)
      },
    },
    {
      name: 'choice of a credential',
      reach: async (stage) => {
        await startForm(stage)
        await chooseFile(stage, projectWith(['Asset export', 'חנות '.repeat(30), 'n'.repeat(300)]))
        await expect(stage.page.getByRole('dialog')).toBeVisible()
      },
    },
    {
      name: 'credential taken',
      reach: async (stage) => {
        await startForm(stage)
        await chooseFile(stage, projectWith(['Asset export']))
        await expect(stage.window.field('Bucket')).toBeFocused()
      },
    },
    {
      name: 'question before replacing',
      reach: async (stage) => {
        await startForm(stage)
        await stage.window.fillConnection({ name: 'Mine', clientId: 'mine' })
        await chooseFile(stage, projectWith(['Asset export']))
        await expect(stage.window.dialog).toBeVisible()
      },
    },
    {
      name: 'drop target',
      reach: async (stage) => void (await dragFile(stage, 'project.json', projectWith(['Asset export']))),
    },
  ],
}

export const troubleScreens: ScreenGroup = {
  name: 'a program without keyring, whose connections cannot be read',
  needs: 'a keyring that can be missing',
  options: { env: withoutKeyring },
  furnish: (userData) =>
    writeFileSync(join(userData, 'connections.json'), '{ "version": 1, "connections": ['),
  screens: [
    {
      name: 'connections put aside',
      reach: async ({ page }) => expect(page.getByText('couldn’t be read, so it was moved')).toBeVisible(),
    },
    {
      name: 'secret not stored',
      reach: async (stage) => {
        await startForm(stage)
        await stage.window.fillConnection(connectionTo(stage.cloud, 'Reader'))
        await stage.window.button('Save connection').click()
        await expect(stage.window.button('Keep for this session only')).toBeVisible()
      },
    },
    {
      name: 'secret in memory only',
      reach: async (stage) => {
        const { page, window } = stage
        await startForm(stage)
        await window.fillConnection(connectionTo(stage.cloud, 'Reader'))
        await window.button('Save connection').click()
        await window.button('Keep for this session only').click()
        await expect(page.getByText('Secret in memory only')).toBeVisible()
      },
    },
  ],
}
