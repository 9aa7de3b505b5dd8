import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { connectionTo, requestsTo } from './support/cloud'
import { say } from './support/failure-messages'
import { accountOf, filesIn } from './support/files'
import { lookUpSecret } from './support/keyring'
import { test } from './support/test'

/** A connection that no test asks anything of. */
function shop() {
  return {
    name: 'Shop',
    bucket: 'author-p63947-e1420428',
    clientId: '3f6a0c1b9d8e4f7a8b2c1d0e9f8a7b6c',
    secret: `secret-${randomUUID()}`,
  }
}

function secretOf(userData: string, name: string): string | null {
  const account = accountOf(userData, name)
  return account === null ? null : lookUpSecret(account)
}

test.describe('a new connection', () => {
  test('understands a pasted address as its bucket', async ({ open }) => {
    const { window } = await open()
    const bucket = 'https://author-p63947-e1420428.adobeaemcloud.com/ui#/aem/assets.html/content/dam'
    await window.addConnection({ ...shop(), bucket })
    await expect(window.field('Bucket')).toHaveValue('author-p63947-e1420428')
  })

  test('asks IMS for scopes between commas, however they were typed', async ({ open, cloud }) => {
    const { window } = await open()
    const scopes = 'AdobeID\nopenid aem.folders,\n\n aem.assets.author'
    await window.addConnection({ ...connectionTo(cloud, 'Reader'), scopes })
    await window.button('Check connection').click()
    function tokenRequests() {
      return requestsTo(cloud, 'ims').filter(({ method }) => method === 'POST')
    }
    await expect.poll(() => tokenRequests().length).toBe(1)
    const form = new URLSearchParams(tokenRequests()[0]?.body)
    expect(form.get('scope')).toBe('AdobeID,openid,aem.folders,aem.assets.author')
  })

  test('keeps its secret in the keychain', async ({ open, userData }) => {
    const { window } = await open()
    const words = shop()
    await window.addConnection(words)
    expect(secretOf(userData, 'Shop')).toBe(words.secret)
  })

  test('keeps no secret in its file', async ({ open, userData }) => {
    const { window } = await open()
    const words = shop()
    await window.addConnection(words)
    expect(readFileSync(join(userData, 'connections.json'), 'utf8')).not.toContain(words.secret)
  })

  test('shows its environment beside its name', async ({ open }) => {
    const { window } = await open()
    await window.addConnection({ ...shop(), environment: 'Production' })
    await expect(window.connection('Shop')).toContainText('Production')
  })
})

test.describe('a connection after the program was closed', () => {
  test('is there as it was saved', async ({ open }) => {
    const first = await open()
    const hosts = { imsHost: 'https://ims-na1-stg1.adobelogin.com', aemHost: 'http://localhost:4502' }
    await first.window.addConnection({
      ...shop(),
      ...hosts,
      environment: 'Stage',
      scopes: 'openid, aem.folders',
    })
    await first.close()
    const { window, page } = await open()
    await window.connection('Shop').getByRole('button').click()
    await window.goTo('Connection settings')
    await expect(window.field('Connection name')).toHaveValue('Shop')
    await expect(window.field('Bucket')).toHaveValue('author-p63947-e1420428')
    await expect(page.getByRole('radio', { name: 'Stage' })).toBeChecked()
    await expect(window.field('Client ID')).toHaveValue('3f6a0c1b9d8e4f7a8b2c1d0e9f8a7b6c')
    await expect(window.field('Scopes')).toHaveValue('openid, aem.folders')
    await expect(window.field('IMS host')).toHaveValue(hosts.imsHost)
    await expect(window.field('AEM host')).toHaveValue(hosts.aemHost)
  })

  test('tells only that a secret is stored, and since when', async ({ open }) => {
    const first = await open()
    await first.window.addConnection(shop())
    await first.close()
    const { window } = await open()
    await window.connection('Shop').getByRole('button').click()
    await window.goTo('Connection settings')
    const today = new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(new Date())
    await expect(window.field('Client secret')).toHaveValue('')
    await expect(window.field('Client secret')).toHaveAccessibleDescription(
      new RegExp(`^Stored in the keychain since ${today}`),
    )
  })
})

test.describe('an edited connection', () => {
  test('has its new name everywhere', async ({ open, userData }) => {
    const { window } = await open()
    await window.addConnection(shop())
    await window.fillConnection({ name: 'Shop, live' })
    await window.save()
    await expect(window.connection('Shop, live')).toBeVisible()
    expect(accountOf(userData, 'Shop, live')).not.toBeNull()
  })

  test('keeps its secret when the field is left empty', async ({ open, userData }) => {
    const { window } = await open()
    const words = shop()
    await window.addConnection(words)
    await window.fillConnection({ name: 'Shop, live' })
    await window.save()
    await expect(window.connection('Shop, live')).toBeVisible()
    expect(secretOf(userData, 'Shop, live')).toBe(words.secret)
  })

  test('has a new secret when one is typed, and the old one is gone from the keychain', async ({
    open,
    userData,
  }) => {
    const { window } = await open()
    await window.addConnection(shop())
    const oldAccount = accountOf(userData, 'Shop') ?? ''
    const secret = `secret-${randomUUID()}`
    await window.fillConnection({ secret })
    await expect(window.field('Client secret')).toHaveValue(secret)
    await window.save()
    await expect.poll(() => secretOf(userData, 'Shop')).toBe(secret)
    await expect.poll(() => lookUpSecret(oldAccount)).toBeNull()
  })
})

test.describe('a secret of another place', () => {
  test('is asked for again when the client ID changes, and what was typed stays', async ({ open }) => {
    const { window, page } = await open()
    await window.addConnection(shop())
    await window.fillConnection({ name: 'Shop, live', clientId: 'another-client' })
    await window.button('Save connection').click()
    await expect(page.getByText(say('field.secret-again', { changed: 'clientId' })).first()).toBeVisible()
    await expect(window.field('Client secret')).toBeFocused()
    await expect(window.field('Connection name')).toHaveValue('Shop, live')
    await expect(window.field('Client ID')).toHaveValue('another-client')
  })

  test('is refused where it is typed into another field, and stands in no file', async ({
    open,
    userData,
  }) => {
    const { window, page } = await open()
    const secret = `p8e-${randomUUID()}`
    await window.button('Add connection').click()
    await window.fillConnection({ ...shop(), clientId: secret })
    await window.button('Save connection').click()
    await expect(page.getByText(say('field.looks-like-secret')).first()).toBeVisible()
    await expect(window.field('Client ID')).toHaveValue(secret)
    // Written last, along with what was typed last.
    await window.fillConnection({ name: 'Typed after it' })
    const session = join(userData, 'session.json')
    await expect
      .poll(() => (existsSync(session) ? readFileSync(session, 'utf8') : ''))
      .toContain('Typed after it')
    expect(filesIn(userData).filter((path) => readFileSync(path).includes(secret))).toEqual([])
  })
})

test.describe('forgetting a connection', () => {
  test('asks before it does so', async ({ open }) => {
    const { window } = await open()
    await window.addConnection(shop())
    await window.button('Forget connection').click()
    await expect(window.dialog).toContainText('Removes its client secret from the keychain')
    await window.dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(window.connection('Shop')).toBeVisible()
  })

  test('removes its secret from the keychain', async ({ open, userData }) => {
    const { window } = await open()
    await window.addConnection(shop())
    const account = accountOf(userData, 'Shop') ?? ''
    await window.forget()
    await expect(window.connection('Shop')).toHaveCount(0)
    expect(lookUpSecret(account)).toBeNull()
  })

  test('leaves nothing of it in the file', async ({ open, userData }) => {
    const { window } = await open()
    await window.addConnection(shop())
    await window.forget()
    await expect(window.connection('Shop')).toHaveCount(0)
    expect(readFileSync(join(userData, 'connections.json'), 'utf8')).not.toContain('author-p63947')
  })

  test('can be undone, with its secret', async ({ open, userData }) => {
    const { window } = await open()
    const words = shop()
    await window.addConnection(words)
    await window.forget()
    await window.button('Undo').click()
    await expect(window.connection('Shop')).toBeVisible()
    expect(secretOf(userData, 'Shop')).toBe(words.secret)
  })
})
