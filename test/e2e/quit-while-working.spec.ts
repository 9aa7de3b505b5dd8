import { expect } from '@playwright/test'
import { openConnectionsFile } from '../../src/main/connections/connection-record'
import { type ScriptedSecretService, startScriptedSecretService } from '../support/scripted-secret-service'
import { connectionTo } from './support/cloud'
import { needsLinux } from './support/linux'
import { test as base } from './support/test'

needsLinux('a Secret Service')

const test = base.extend<{ service: ScriptedSecretService }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  service: async ({}, use) => {
    const service = await startScriptedSecretService()
    await use(service)
    await service.close()
  },
})

function on({ bus }: ScriptedSecretService) {
  return { env: { DBUS_SESSION_BUS_ADDRESS: bus.environment.DBUS_SESSION_BUS_ADDRESS } }
}

async function fileIn(userData: string) {
  return openConnectionsFile(`${userData}/connections.json`).read()
}

test('a program that is closed while the keychain takes its time forgets the whole connection', async ({
  open,
  service,
  cloud,
  userData,
}) => {
  const { window, close } = await open(on(service))
  await window.addConnection(connectionTo(cloud, 'Reader'))
  const deleting = new Promise<void>((resolve) => {
    service.script.onCall = (method) => {
      if (method !== 'Delete') return 'answered'
      resolve()
      return { answeredAfterMs: 1_000 }
    }
  })
  await window.forget()
  await deleting
  await close()
  expect([await fileIn(userData), [...service.secrets()]]).toEqual([
    { version: 1, connections: [], accountsToRemove: [] },
    [],
  ])
})

test('a program that is closed while the keychain hangs ends, and has lost nothing', async ({
  open,
  service,
  cloud,
  userData,
}) => {
  const first = await open(on(service))
  const words = connectionTo(cloud, 'Reader')
  await first.window.addConnection(words)
  const asked = new Promise<void>((resolve) => {
    service.script.onCall = () => {
      resolve()
      return 'ignored'
    }
  })
  await first.window.forget()
  await asked
  await first.close()
  service.script.onCall = () => 'answered'
  const { window, page } = await open(on(service))
  await window.button('Check connection').or(window.connection('Reader')).first().waitFor()
  await window.goTo('Check')
  await window.button('Check connection').click()
  await expect(page.getByText(/valid until/)).toBeVisible()
  expect((await fileIn(userData))?.connections).toHaveLength(1)
})
