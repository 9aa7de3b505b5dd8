import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { type CompanyAuthority, forServer, makeCompanyAuthority } from '../support/company-authority'
import { type CompanyProxy, startCompanyProxy } from '../support/company-proxy'
import { makeTempFolder } from '../support/temp-folder'
import { connectionTo } from './support/cloud'
import { answerOpenDialog } from './support/desktop'
import type { Program } from './support/program'
import { test } from './support/test'

const ims = 'ims-na1.adobelogin.com'
const author = 'author-p10001-e20001.adobeaemcloud.com'
const login = 'ada:p4ss word-ü'

const folder = makeTempFolder()
let company: CompanyAuthority
test.beforeAll(() => {
  company = makeCompanyAuthority(folder.path)
})
test.afterAll(folder.remove)

/** A company's network: no way out but this proxy, which reads along with certificates of the company's own. */
async function startNetwork(cloud: DemoCloud, options: { login?: string } = {}): Promise<CompanyProxy> {
  const { key, cert } = company.issue({
    subject: 'Company proxy',
    extensions: forServer(`DNS:${ims}`, `DNS:${author}`),
  })
  return startCompanyProxy({
    ...options,
    originOf: (host) => ({ [ims]: cloud.ims, [author]: cloud.aem })[host],
    certificate: { key, cert },
  })
}

async function addConnection({ window }: Program, cloud: DemoCloud): Promise<void> {
  const { imsHost: _, aemHost: __, ...words } = connectionTo(cloud, 'Reader')
  await window.addConnection({ ...words, bucket: 'author-p10001-e20001' })
}

async function openSettings(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+,')
  await expect(page.getByRole('heading', { level: 2, name: 'Network' })).toBeVisible()
}

/** In the settings, which it leaves again. */
async function inSettings<T>(page: Page, act: () => Promise<T>): Promise<T> {
  await openSettings(page)
  const outcome = await act()
  // A list that is still fading out keeps shortcuts away from what is behind it.
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+,')
  await expect(page.getByRole('heading', { level: 2, name: 'Network' })).toHaveCount(0)
  return outcome
}

function useProxy({ page }: Program, address: string): Promise<void> {
  return inSettings(page, async () => {
    await page.getByRole('button', { name: / Proxy$/ }).click()
    await page.getByRole('option', { name: 'Proxy server' }).click()
    await page.getByLabel('Proxy address').fill(address)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Saved. The next request uses it.')).toBeVisible()
  })
}

function signIn({ page }: Program, [user, password]: readonly [string, string]): Promise<void> {
  return inSettings(page, async () => {
    await page.getByLabel('User name').fill(user)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Save sign-in' }).click()
    await expect(page.getByText(/^Saved for/)).toBeVisible()
  })
}

async function trustCompany(program: Program): Promise<void> {
  await answerOpenDialog(program, company.root.certFile)
  const { page } = program
  await inSettings(page, async () => {
    await page.getByRole('button', { name: 'Add certificate…' }).click()
    await expect(page.getByText('Added. The next request uses it.')).toBeVisible()
  })
}

async function check({ window, page }: Program): Promise<void> {
  await window.goTo('Check')
  await window.button('Check connection').click()
  await expect(page.getByText(/^Checked at/)).toBeVisible()
}

const [user, password] = ['ada', 'p4ss word-ü'] as const

test('an asset is read through a proxy with a sign-in and a company’s own certificates', async ({
  open,
  cloud,
}) => {
  const proxy = await startNetwork(cloud, { login })
  const program = await open()
  const { window, page } = program
  await addConnection(program, cloud)
  await useProxy(program, proxy.address)

  await check(program)
  await expect(page.getByText('Your proxy requires a sign-in').first()).toBeVisible()
  await signIn(program, [user, password])
  await check(program)
  await expect(
    page.getByText('comes from an issuer that Asset Inspector doesn’t trust').first(),
  ).toBeVisible()
  await trustCompany(program)

  await window.goTo('Browse')
  await window.askFor(cloud.assets[0]?.assetId ?? '')
  await expect(window.tree).toBeVisible()
  await proxy.close()
})

test('a sign-in that the proxy rejects is sent once', async ({ open, cloud }) => {
  const proxy = await startNetwork(cloud, { login })
  const program = await open()
  const { window, page } = program
  await addConnection(program, cloud)
  await useProxy(program, proxy.address)
  await signIn(program, [user, 'wrong'])
  await window.goTo('Browse')
  for (let round = 0; round < 3; round++) {
    await window.askFor(cloud.assets[0]?.assetId ?? '')
    await expect(window.alert).toContainText('Your proxy rejects the sign-in saved for it.')
  }
  expect(proxy.seen.filter((tunnel) => tunnel.login !== null)).toHaveLength(1)
  await inSettings(page, () => expect(page.getByText(/rejected the sign-in of .ada/)).toBeVisible())
  await proxy.close()
})

test('network settings outlive a restart, and the password is in no file', async ({
  open,
  cloud,
  userData,
}) => {
  const proxy = await startNetwork(cloud, { login })
  const first = await open()
  await addConnection(first, cloud)
  await useProxy(first, proxy.address)
  await signIn(first, [user, password])
  await trustCompany(first)
  await first.close()
  const files = readdirSync(userData, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const holding = files.filter((file) =>
    readFileSync(join(file.parentPath ?? file.path, file.name)).includes(password),
  )
  expect(holding.map(({ name }) => name)).toEqual([])

  const { window } = await open()
  await window.askFor(cloud.assets[0]?.assetId ?? '')
  await expect(window.tree).toBeVisible()
  expect(proxy.seen.at(-1)).toMatchObject({ login, accepted: true })
  await proxy.close()
})

test('a password that is kept in memory only is gone after a restart', async ({ open, cloud }) => {
  const proxy = await startNetwork(cloud, { login })
  const first = await open()
  await useProxy(first, proxy.address)
  await inSettings(first.page, async () => {
    await first.page.getByRole('switch', { name: 'Keep the password' }).click({ force: true })
    await first.page.getByLabel('User name').fill(user)
    await first.page.getByLabel('Password', { exact: true }).fill(password)
    await first.page.getByRole('button', { name: 'Save sign-in' }).click()
    await expect(first.page.getByText('until you quit')).toBeVisible()
  })
  await first.close()
  const { page } = await open()
  await inSettings(page, async () => {
    await expect(page.getByLabel('User name')).toHaveValue('')
    await expect(page.getByText(/^Saved for/)).toHaveCount(0)
  })
  await proxy.close()
})

test('the sign-in of one proxy is not sent to another', async ({ open, cloud }) => {
  const [one, other] = [await startNetwork(cloud, { login }), await startNetwork(cloud, { login })]
  const program = await open()
  await addConnection(program, cloud)
  await useProxy(program, one.address)
  await signIn(program, [user, password])
  await useProxy(program, other.address)
  await program.window.goTo('Browse')
  await program.window.askFor(cloud.assets[0]?.assetId ?? '')
  await expect(program.window.alert).toContainText('Your proxy requires a sign-in')
  expect(other.seen.map((tunnel) => tunnel.login)).toEqual([null])
  await one.close()
  await other.close()
})

test('an authority that is removed is not trusted any more', async ({ open, cloud }) => {
  const proxy = await startNetwork(cloud)
  const program = await open()
  const { window, page } = program
  await addConnection(program, cloud)
  await useProxy(program, proxy.address)
  await trustCompany(program)
  await window.goTo('Browse')
  await window.askFor(cloud.assets[0]?.assetId ?? '')
  await expect(window.tree).toBeVisible()
  await inSettings(page, async () => {
    await page
      .getByRole('table', { name: 'Certificate authorities' })
      .getByRole('button', { name: 'Remove' })
      .click()
    await window.dialog.getByRole('button', { name: 'Remove', exact: true }).click()
    await expect(page.getByText('None added.')).toBeVisible()
  })
  await window.askFor(cloud.assets[1]?.assetId ?? '')
  await expect(window.alert).toContainText('comes from an issuer that Asset Inspector doesn’t trust')
  await proxy.close()
})

test('bad input is told of at its field, and nothing typed is lost', async ({ open, userData }) => {
  const program = await open()
  const { page } = program
  const notes = join(userData, 'notes.txt')
  writeFileSync(notes, 'no certificate')
  await openSettings(page)
  await page.getByRole('button', { name: / Proxy$/ }).click()
  await page.getByRole('option', { name: 'Proxy server' }).click()
  const address = page.getByLabel('Proxy address')
  for (const [typed, words] of [
    ['', 'Enter an address.'],
    ['http://ada:secret@proxy.example.com', 'Leave user name and password out of the address.'],
    ['proxy.example.com:99999', 'Enter the proxy’s address with its port'],
    ['ftp://proxy.example.com', 'Enter the proxy’s address with its port'],
  ] as const) {
    await address.fill(typed)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText(words)).toBeVisible()
    await expect(address).toHaveValue(typed)
    await expect(address).toBeFocused()
  }
  await address.fill('proxy.example.com:8080')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(address).toHaveValue('http://proxy.example.com:8080')
  await page.getByLabel('User name').fill('a:b')
  await page.getByRole('button', { name: 'Save sign-in' }).click()
  await expect(page.getByText('A user name can’t contain a colon.')).toBeVisible()
  await expect(page.getByText('Enter a password.')).toBeVisible()
  await answerOpenDialog(program, notes)
  await page.getByRole('button', { name: 'Add certificate…' }).click()
  await expect(page.getByText('No certificate was found in this file.')).toBeVisible()
})
