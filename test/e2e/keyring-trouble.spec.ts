import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { type Keyring, startKeyring } from '../support/keyring'
import { connectionTo } from './support/cloud'
import { say } from './support/failure-messages'
import { filesIn } from './support/files'
import { withoutKeyring } from './support/keyring'
import { needsLinux } from './support/linux'
import { test as base } from './support/test'

needsLinux('gnome-keyring')

const test = base.extend<{ keyring: Keyring }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  keyring: async ({}, use) => {
    const keyring = await startKeyring()
    await use(keyring)
    await keyring.close()
  },
})

/** Leads the program to that keyring. */
function on({ bus }: Keyring) {
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: bus.environment.DBUS_SESSION_BUS_ADDRESS },
  }
}

function shop() {
  return {
    name: 'Shop',
    bucket: 'author-p63947-e1420428',
    clientId: '3f6a0c1b9d8e4f7a8b2c1d0e9f8a7b6c',
    secret: `secret-${randomUUID()}`,
  }
}

function textsIn(folder: string): string {
  return filesIn(folder)
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n')
}

test.describe('where there is no keyring', () => {
  test('saving says so in its own words', async ({ open }) => {
    const { window } = await open({ env: withoutKeyring })
    await window.button('Add connection').click()
    await window.fillConnection(shop())
    await window.button('Save connection').click()
    await expect(window.alert).toContainText(say('keychain.absent.cause'))
  })

  test('saving says the same where there is no session bus at all', async ({ open }) => {
    const { window } = await open({
      env: { DBUS_SESSION_BUS_ADDRESS: undefined, XDG_RUNTIME_DIR: undefined },
    })
    await window.button('Add connection').click()
    await window.fillConnection(shop())
    await window.button('Save connection').click()
    await expect(window.alert).toContainText(say('keychain.absent.cause'))
  })

  test('nothing of the secret is written to a file', async ({ open, userData }) => {
    const { window } = await open({ env: withoutKeyring })
    const words = shop()
    await window.button('Add connection').click()
    await window.fillConnection(words)
    await window.button('Save connection').click()
    await expect(window.alert).toBeVisible()
    expect(textsIn(userData)).not.toContain(words.secret)
  })

  test('what was typed stays, the secret among it', async ({ open }) => {
    const { window } = await open({ env: withoutKeyring })
    const words = shop()
    await window.button('Add connection').click()
    await window.fillConnection(words)
    await window.button('Save connection').click()
    await expect(window.alert).toBeVisible()
    await expect(window.field('Connection name')).toHaveValue(words.name)
    await expect(window.field('Client secret')).toHaveValue(words.secret)
  })

  test.describe('a secret kept for this session only', () => {
    test('works, and is shown for as long as it lasts', async ({ open, cloud }) => {
      const { window, page } = await open({ env: withoutKeyring })
      await window.button('Add connection').click()
      await window.fillConnection(connectionTo(cloud, 'Reader'))
      await window.button('Save connection').click()
      await window.button('Keep for this session only').click()
      await window.button('Check connection').click()
      await expect(page.getByText(/valid until/)).toBeVisible()
      await expect(page.getByText('Secret in memory only')).toBeVisible()
    })

    test('is in no file', async ({ open, userData, cloud }) => {
      const { window, page } = await open({ env: withoutKeyring })
      const words = connectionTo(cloud, 'Reader')
      await window.button('Add connection').click()
      await window.fillConnection(words)
      await window.button('Save connection').click()
      await window.button('Keep for this session only').click()
      await expect(page.getByText('Secret in memory only')).toBeVisible()
      expect(textsIn(userData)).not.toContain(words.secret)
    })

    test('is gone with the program, which then says that none is stored', async ({ open, cloud }) => {
      const first = await open({ env: withoutKeyring })
      await first.window.button('Add connection').click()
      await first.window.fillConnection(connectionTo(cloud, 'Reader'))
      await first.window.button('Save connection').click()
      await first.window.button('Keep for this session only').click()
      await expect(first.page.getByText('Secret in memory only')).toBeVisible()
      await first.close()
      const { window } = await open({ env: withoutKeyring })
      await window.goTo('Connection settings')
      await expect(window.field('Client secret')).toHaveAccessibleDescription(/no secret is stored/i)
    })
  })
})

test.describe('where the keyring is locked', () => {
  test('saving says so in its own words', async ({ open, keyring }) => {
    keyring.lock()
    const { window } = await open(on(keyring))
    await window.button('Add connection').click()
    await window.fillConnection(shop())
    await window.button('Save connection').click()
    await expect(window.alert).toContainText(say('keychain.locked.cause'))
  })

  test('a stored secret is not said to be missing', async ({ open, keyring, cloud }) => {
    const { window } = await open(on(keyring))
    await window.addConnection(connectionTo(cloud, 'Reader'))
    keyring.lock()
    await window.button('Check connection').click()
    await expect(window.alert).toContainText(say('keychain.locked.cause'))
  })
})

test.describe('a connection whose secret the keyring does not give', () => {
  test('is forgotten only when that is asked for once more', async ({ open, keyring, cloud }) => {
    const { window, page } = await open(on(keyring))
    await window.addConnection(connectionTo(cloud, 'Reader'))
    keyring.lock()
    await window.forget()
    await expect(window.alert).toContainText(say('keychain.locked.cause'))
    await expect(window.connection('Reader')).toBeVisible()
    await window.button('Forget anyway').click()
    await expect(page.getByText('its client secret is still in the keychain')).toBeVisible()
    await expect(window.connection('Reader')).toHaveCount(0)
  })
})

test.describe('where the keyring hangs', () => {
  test('saving says so in its own words', async ({ open, keyring }) => {
    keyring.freeze()
    const { window } = await open(on(keyring))
    await window.button('Add connection').click()
    await window.fillConnection(shop())
    await window.button('Save connection').click()
    await window.button('Stop waiting').click()
    await expect(window.alert).toContainText(say('keychain.hung.cause'))
  })

  test('saving waits for a person who types its password', async ({ open, keyring }) => {
    keyring.freeze()
    const { window, page } = await open(on(keyring))
    await window.button('Add connection').click()
    await window.fillConnection(shop())
    await window.button('Save connection').click()
    await expect(window.status.filter({ hasText: 'asking for its password' })).toBeVisible()
    keyring.thaw()
    await expect(window.connection('Shop')).toBeVisible()
    await expect(page.getByText('asking for its password')).toHaveCount(0)
  })

  test('the rest of the window works meanwhile', async ({ open, keyring }) => {
    const { window } = await open(on(keyring))
    await window.tryDemo()
    keyring.freeze()
    await window.button('Add connection').click()
    await window.fillConnection(shop())
    await window.button('Save connection').click()
    await expect(window.button('Saving…')).toBeVisible()
    await window.connection('Demo cloud').getByRole('button').click()
    await window.button('Get metadata').click()
    await expect(window.status.filter({ hasText: /unchanged since/i })).toBeVisible()
  })

  test('a check that is cancelled ends at once', async ({ open, keyring, cloud }) => {
    const { window, page } = await open(on(keyring))
    await window.addConnection(connectionTo(cloud, 'Reader'))
    keyring.freeze()
    await window.button('Check connection').click()
    await window.button('Stop waiting').waitFor()
    await window.button('Cancel').click()
    await expect(page.getByText('Check canceled')).toBeVisible()
    keyring.thaw()
  })

  test('saving works again as soon as it answers', async ({ open, keyring }) => {
    keyring.freeze()
    const { window } = await open(on(keyring))
    await window.button('Add connection').click()
    await window.fillConnection(shop())
    await window.button('Save connection').click()
    await window.button('Stop waiting').click()
    await expect(window.alert).toContainText(say('keychain.hung.cause'))
    keyring.thaw()
    await window.save()
    await expect(window.connection('Shop')).toBeVisible()
  })
})
