import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { connectionTo } from './support/cloud'
import { adcProject, chooseFile, dropFile, newSecret, pasteOnPage, test } from './support/credential-import'
import { filesIn } from './support/files'
import { lookUpSecret } from './support/keyring'
import type { Program } from './support/program'
import { secretAccountsOf } from './support/secret-accounts'

test.describe('a project file with several credentials', () => {
  const secrets = [newSecret(), newSecret()]
  const project = adcProject([
    { name: 'Other', clientId: 'b'.repeat(32), secrets: ['p8e-other'], migrated: true },
    { name: 'Asset export', clientId: 'a'.repeat(32), secrets },
  ])

  async function importIt(program: Program, path: string): Promise<void> {
    await chooseFile(program, path)
    await program.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Asset export/ })
      .click()
    await expect(program.window.field('Bucket')).toBeFocused()
  }

  test('lets the user choose one, by keyboard', async ({ open, file }) => {
    const program = await open()
    await chooseFile(program, file('project.json', project))
    await expect(program.page.getByRole('dialog')).toContainText('migrated from JWT')
    await program.page.keyboard.press('Tab')
    await program.page.keyboard.press('Tab')
    await program.page.keyboard.press('Enter')
    await expect(program.window.field('Client ID')).toHaveValue('a'.repeat(32))
  })

  test('fills the form, and leaves the bucket to the user', async ({ open, file }) => {
    const program = await open()
    await importIt(program, file('project.json', project))
    await expect(program.window.field('Connection name')).toHaveValue('Asset export')
    await expect(program.window.field('Client secret')).toHaveValue('')
    await expect(program.window.field('Client secret')).toHaveAccessibleDescription(/^2 secrets imported/)
  })

  test('has both of its secrets in the keychain when it is saved', async ({ open, userData, file }) => {
    const program = await open()
    await importIt(program, file('project.json', project))
    await program.window.fillConnection({ bucket: 'author-p1-e2' })
    await program.window.save()
    const { current, second } = secretAccountsOf(userData, 'Asset export')
    expect([current, second].map((account) => account && lookUpSecret(account))).toEqual(secrets)
  })

  test('leaves nothing secret on the disk', async ({ open, userData, file }) => {
    const program = await open()
    await importIt(program, file('project.json', project))
    await program.window.fillConnection({ bucket: 'author-p1-e2' })
    await program.window.save()
    await program.close()
    const texts = [...secrets, 'p8e-other', 'runtime-key-that-is-no-secret-of-ours']
    const holding = filesIn(userData).filter((path) => {
      const content = readFileSync(path)
      return texts.some((text) => content.includes(text) || content.includes(Buffer.from(text, 'utf16le')))
    })
    expect(holding).toEqual([])
  })

  test('is said to hold the secret still', async ({ open, file }) => {
    const program = await open()
    await importIt(program, file('project.json', project))
    await program.window.fillConnection({ bucket: 'author-p1-e2' })
    await program.window.save()
    await expect(program.page.getByText('The imported file still contains')).toBeVisible()
  })
})

test.describe('a text on the clipboard', () => {
  test('is imported when it is pasted on the page', async ({ open, userData }) => {
    const program = await open()
    const secret = newSecret()
    await pasteOnPage(
      program,
      `CLIENT_ID=${'c'.repeat(32)}\r\nCLIENT_SECRET="${secret}"\r\nSCOPES=openid\r\n`,
    )
    await expect(program.window.field('Client ID')).toHaveValue('c'.repeat(32))
    await program.window.fillConnection({ name: 'Pasted', bucket: 'author-p1-e2' })
    await program.window.save()
    const { current } = secretAccountsOf(userData, 'Pasted')
    expect(current && lookUpSecret(current)).toBe(secret)
  })

  test('is imported when it is pasted into the dialog, by keyboard alone', async ({ open }) => {
    const { app, page, window } = await open()
    const command = `curl -X POST 'https://ims-na1.adobelogin.com/ims/token/v3' -d 'grant_type=client_credentials&client_id=${'d'.repeat(32)}&client_secret=${newSecret()}&scope=openid'`
    await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), command)
    await window.button('Add connection').click()
    await window.button('Paste text…').focus()
    await page.keyboard.press('Enter')
    await expect(window.field('Text to import')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+V')
    await expect(window.field('Client ID')).toHaveValue('d'.repeat(32))
    await expect(window.field('Connection name')).toBeFocused()
  })
})

test.describe('a file dropped onto the window', () => {
  test('is imported from whatever page is open', async ({ open }) => {
    const program = await open()
    await program.window.tryDemo()
    await dropFile(
      program,
      'live.json',
      JSON.stringify({ client_id: 'e'.repeat(32), client_secret: newSecret(), scopes: 'openid' }),
    )
    await expect(program.window.field('Client ID')).toHaveValue('e'.repeat(32))
    await expect(program.window.field('Client secret')).toHaveAccessibleDescription(/^1 secret imported/)
  })

  test('that holds the address of IMS too needs no typing of it', async ({ open, cloud }) => {
    const program = await open()
    const { clientId, secret, scopes, imsHost, aemHost, bucket } = connectionTo(cloud, 'Reader')
    await dropFile(
      program,
      '.env.stage',
      [`CLIENT_ID=${clientId}`, `CLIENT_SECRET='${secret}'`, `SCOPES=${scopes}`, `IMS_HOST=${imsHost}`].join(
        '\n',
      ),
    )
    await expect(program.window.field('Client ID')).toHaveValue(clientId)
    await program.window.fillConnection({ bucket, aemHost })
    await program.window.save()
    await expect(program.window.field('IMS host')).toHaveValue(imsHost)
    await program.window.goTo('Browse')
    await program.window.askFor(cloud.assets[0]?.assetId ?? '')
    await expect(program.window.tree).toBeVisible()
  })
})

test.describe('a file that cannot be used', () => {
  for (const [what, content, words] of [
    [
      'service credentials from AEM Developer Console',
      '{"ok":true,"integration":{"imsEndpoint":"ims-na1.adobelogin.com","technicalAccount":{"clientId":"cm-p1-e2-integration-1","clientSecret":"s"},"privateKey":"k"}}',
      'These are service credentials from AEM Developer Console',
    ],
    [
      'a local development token',
      '{"ok":true,"statusCode":200,"accessToken":"eyJ"}',
      'This is a local development token',
    ],
    ['half of a file', '{"project":{"name"', 'This JSON is damaged'],
    ['something else', 'Dear colleague, here it is', 'No credential found'],
  ] as const) {
    test(`is refused with the way to the right one: ${what}`, async ({ open, file }) => {
      const program = await open()
      await chooseFile(program, file('file.txt', content))
      await expect(program.window.alert).toContainText(words)
      await expect(program.window.alert).toContainText('developer.adobe.com/console')
      await expect(program.window.field('Client ID')).toHaveValue('')
    })
  }
})

test.describe('a shared connection', () => {
  test('holds no secret, and a colleague adds one', async ({ open, userData }) => {
    const program = await open()
    const { app, page, window } = program
    const secret = newSecret()
    const clientId = 'f'.repeat(32)
    await window.addConnection({
      name: 'Shop',
      bucket: 'author-p1-e2',
      clientId,
      secret,
      environment: 'Stage',
    })
    await window.button('Share without secret').click()
    await page.getByRole('menuitem', { name: /Copy as text/ }).click()
    await expect(page.getByText('Copied, without the secret')).toBeVisible()
    const text = await app.evaluate(({ clipboard }) => clipboard.readText())
    expect(text).not.toContain(secret)

    await pasteOnPage(program, text)
    await expect(window.field('Client secret')).toBeFocused()
    await expect(page.getByRole('radio', { name: 'Stage' })).toBeChecked()
    await window.fillConnection({ name: 'Shop, mine', secret: newSecret() })
    await window.save()
    expect(secretAccountsOf(userData, 'Shop, mine').second).toBeNull()
  })

  test('is saved as a file where the user says', async ({ open, file }) => {
    const { app, page, window } = await open()
    const path = file('shared.json', '')
    const secret = newSecret()
    await window.addConnection({ name: 'Shop', bucket: 'author-p1-e2', clientId: 'f'.repeat(32), secret })
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    await window.button('Share without secret').click()
    await page.getByRole('menuitem', { name: /Save as file/ }).click()
    await expect(page.getByText('Saved, without the secret')).toBeVisible()
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ name: 'Shop', bucket: 'author-p1-e2' })
    expect(readFileSync(path, 'utf8')).not.toContain(secret)
  })
})
