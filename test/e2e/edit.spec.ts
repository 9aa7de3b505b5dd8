import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type DemoCloud, startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import { passOn } from '../support/pass-on'
import { startTestServer } from '../support/test-server'
import { addConnectionTo, assetAt, connectionTo } from './support/cloud'
import { answerSaveDialog } from './support/desktop'
import type { Program } from './support/program'
import { test } from './support/test'

function changesOf(cloud: DemoCloud) {
  return cloud.requests.filter(({ method }) => method === 'PATCH')
}

/** Opens the Edit state of a photo with the credential that may change it. */
async function beginEdit({ window }: Program, cloud: DemoCloud, credential = 'Editor'): Promise<string> {
  const assetId = assetAt(cloud, '.jpg')
  await addConnectionTo(window, cloud, credential)
  await window.goTo('Browse')
  await window.askFor(assetId)
  await window.button('Edit metadata').click()
  await expect(window.button('Review changes')).toBeVisible()
  return assetId
}

async function setTitle({ window }: Program, title: string): Promise<void> {
  await window.row('dc:title').first().click()
  await window.field('Value').fill(title)
  await expect(window.row('dc:title').first()).toContainText('Changed')
}

async function expectCount(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('toolbar', { name: 'Editing' }).getByRole('status')).toHaveText(text)
}

/** Another client of the same asset, which knows nothing of this program. */
async function changeElsewhere(cloud: DemoCloud, assetId: string, key: string, value: string): Promise<void> {
  const { clientId, clientSecret, scopes } = cloud.credentials.find(({ name }) => name === 'Editor') ?? {
    clientId: '',
    clientSecret: '',
    scopes: [],
  }
  const token = await fetch(`${cloud.ims}/ims/token/v3`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: scopes.join(','),
    }),
  })
  const { access_token: accessToken } = await token.json()
  const answer = await fetch(`${cloud.aem}/adobe/assets/${assetId}/metadata`, {
    method: 'PATCH',
    headers: {
      Authorization: `Bearer ${accessToken}`,
      'X-Api-Key': clientId,
      'Content-Type': 'application/json-patch+json',
      'If-Match': '*',
    },
    body: JSON.stringify([{ op: 'add', path: `/${key}`, value }]),
  })
  expect(answer.status).toBe(200)
}

test('a field is changed, reviewed, sent, read again, and undone', async ({ open, cloud }) => {
  const program = await open()
  const { window, page } = program
  await beginEdit(program, cloud)
  await expectCount(page, 'No changes')
  await setTitle(program, 'Beach at dawn')
  await expectCount(page, '1 change')
  await window.button('Review changes').click()
  await expect(page.getByRole('table', { name: 'Changes' })).toContainText('Beach at dawn')
  const request = page.locator('pre')
  await expect(request).toContainText('PATCH')
  const shown = await request.textContent()
  await window.button('Send changes').click()
  await expect(page.getByText('Changed 1 field in AEM. The asset was read again and has it.')).toBeFocused()
  const [sent] = changesOf(cloud)
  expect(shown?.endsWith(`\n\n${sent?.body}`)).toBe(true)
  await expect(window.row('dc:title').first()).toContainText('Beach at dawn')
  await window.button('Undo this change').click()
  await expectCount(page, '1 change')
  await window.button('Review changes').click()
  await window.button('Send changes').click()
  await expect(page.getByText('Changed 1 field in AEM.')).toBeVisible()
  await expect(window.row('dc:title').first()).not.toContainText('Beach at dawn')
  expect(changesOf(cloud)).toHaveLength(2)
})

test('what came of a change is told to who left the page meanwhile as well', async ({ open, cloud }) => {
  let letPass: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letPass = resolve
  })
  const author = await startTestServer((request, response) => {
    async function answer(): Promise<void> {
      if (request.method === 'PATCH') await held
      const passed = await passOn(cloud, request)
      const etag = passed.headers.get('etag') ?? ''
      response.writeHead(passed.status, { 'content-type': 'application/json', etag })
      response.end(await passed.text())
    }
    void answer()
  })
  const program = await open()
  const { window, page } = program
  await window.addConnection({ ...connectionTo(cloud, 'Editor'), aemHost: author.origin })
  await window.goTo('Browse')
  await window.askFor(assetAt(cloud, '.jpg'))
  await window.button('Edit metadata').click()
  await setTitle(program, 'Beach at dawn')
  await window.button('Review changes').click()
  await window.button('Send changes').click()
  await window.goTo('Check')
  await window.goTo('Browse')
  await expect(page.getByText('Reading the asset as it is now')).toBeVisible()
  letPass()
  await expect(page.getByText('Changed 1 field in AEM.')).toBeVisible()
  await expect(window.row('dc:title').first()).toContainText('Beach at dawn')
  await author.close()
})

test('undo and redo go step by step, by buttons and by keys', async ({ open, cloud }) => {
  const program = await open()
  const { window, page } = program
  await beginEdit(program, cloud)
  await setTitle(program, 'One')
  await window.row('dc:title').first().click()
  await window.button('Undo').click()
  await expectCount(page, 'No changes')
  await expect(window.row('dc:title').first()).not.toContainText('One')
  await window.button('Redo').click()
  await expectCount(page, '1 change')
  await window.row('dc:title').first().click()
  await page.keyboard.press('ControlOrMeta+z')
  await expectCount(page, 'No changes')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expectCount(page, '1 change')
  await window.button('Discard changes').click()
  await expectCount(page, 'No changes')
})

test('a field is added by a known name, its type chosen, and removed', async ({ open, cloud }) => {
  const program = await open()
  const { window, page } = program
  await beginEdit(program, cloud)
  await window.row('Asset metadata').first().click()
  await window.button('Add field').click()
  await page.getByRole('combobox', { name: 'Field name' }).fill('dc:coverage')
  await page.getByRole('option', { name: 'dc:coverage' }).click()
  await window.button('Add').click()
  await expectCount(page, '1 change')
  await expect(window.activeRow).toContainText('dc:coverage')
  await page.getByRole('button', { name: /Type/ }).click()
  await page.getByRole('option', { name: 'Number' }).click()
  await window.field('Value').fill('12')
  await expect(window.row('dc:coverage')).toContainText('12')
  await window.field('Value').fill('12,5')
  await expect(window.row('dc:coverage')).not.toContainText('12')
  await window.field('Value').fill('1.50')
  await expect(window.row('dc:coverage')).toContainText('1.50')
  await window.button('Review changes').click()
  await expect(page.locator('pre')).toContainText(
    '{"op":"add","path":"/assetMetadata/dc:coverage","value":1.50}',
  )
  await window.button('Back to editing').click()
  await window.row('dc:coverage').click()
  await window.button('Remove').click()
  await expectCount(page, 'No changes')
})

test('the items of a list are added, moved and changed', async ({ open, cloud }) => {
  const program = await open()
  const { window, page } = program
  await beginEdit(program, cloud)
  await window.row('dc:subject').first().click()
  await window.button('Add item').click()
  await window.field('Value').fill('dawn')
  await expect(window.activeRow).toContainText('dawn')
  await window.button('Move up').click()
  await window.button('Review changes').click()
  await expect(page.locator('pre')).toContainText('"op":"add","path":"/assetMetadata/dc:subject/')
})

test('what the tutorial sends is understood, and told', async ({ open, cloud }) => {
  const program = await open()
  const { window, page } = program
  await beginEdit(program, cloud)
  await page.getByRole('radio', { name: 'JSON Patch' }).click()
  const patch = page.getByRole('textbox', { name: 'JSON Patch' })
  await patch.fill('[{"op":"add","path":"foo","value":"bar"}]')
  await expect(page.getByText('has no leading slash')).toBeVisible()
  await expectCount(page, '1 change')
  await patch.fill('[{"op":"remove","path":"/nowhere"}]')
  await expect(page.getByText('Operation 1: There’s nothing at')).toBeVisible()
  await expect(window.button('Review changes')).toBeDisabled()
  await page.getByRole('radio', { name: 'Fields' }).click()
  await expect(page.getByText('The JSON Patch you typed has problems')).toBeVisible()
  await page.getByRole('radio', { name: 'JSON Patch' }).click()
  await expect(patch).toHaveValue('[{"op":"remove","path":"/nowhere"}]')
  await expect(page.getByText('Operation 1: There’s nothing at')).toBeVisible()
  await patch.fill('[{"op":"add","path":"foo","value":"bar"}]')
  await page.getByRole('radio', { name: 'Fields' }).click()
  await window.filter.fill('foo')
  await expect(window.row('foo')).toContainText('bar')
  await window.button('Review changes').click()
  await window.button('Send changes').click()
  await expect(page.getByText('Changed 1 field in AEM.')).toBeVisible()
})

test('fields of the repository look read-only and say why', async ({ open, cloud }) => {
  const program = await open()
  const { window, page } = program
  await beginEdit(program, cloud)
  await window.filter.fill('repo:path')
  await window.row('repo:path').first().click()
  await expect(page.getByText('AEM sets the fields of repositoryMetadata itself.')).toBeVisible()
  await expect(window.field('Value')).toHaveCount(0)
})

test('a change of somebody else is merged, and asked about where it is of the same field', async ({
  open,
  cloud,
}) => {
  const program = await open()
  const { window, page } = program
  const assetId = await beginEdit(program, cloud)
  await setTitle(program, 'Mine')
  await changeElsewhere(cloud, assetId, 'dc:title', 'Theirs')
  await changeElsewhere(cloud, assetId, 'x:note', 'Theirs too')
  await window.button('Review changes').click()
  await window.button('Send changes').click()
  await expect(page.getByRole('heading', { name: 'Somebody else changed the asset' })).toBeFocused()
  const conflicts = page.getByRole('table', { name: 'Fields changed on both sides' })
  await expect(conflicts).toContainText('Theirs')
  await expect(conflicts).toContainText('Mine')
  await expect(window.button('Review changes')).toBeDisabled()
  await window.button('Keep all of yours').click()
  await window.button('Review changes').click()
  await expect(page.getByRole('table', { name: 'Changes' })).toContainText('Theirs')
  await window.button('Send changes').click()
  await expect(page.getByText('Changed 1 field in AEM.')).toBeVisible()
  await expect(window.row('dc:title').first()).toContainText('Mine')
  await window.filter.fill('x:note')
  await expect(window.row('x:note')).toContainText('Theirs too')
})

test('who may not change is told which right is missing, and the draft stays', async ({ open, cloud }) => {
  const program = await open()
  const { window, page } = program
  await beginEdit(program, cloud, 'Reader')
  await setTitle(program, 'Mine')
  await window.button('Review changes').click()
  await window.button('Send changes').click()
  await expect(
    page.getByText('This technical account can read here but can’t change anything.'),
  ).toBeVisible()
  await window.button('Back to editing').click()
  await expectCount(page, '1 change')
})

test('a draft survives the page, and the end of the program', async ({ open, cloud }) => {
  const first = await open()
  const assetId = await beginEdit(first, cloud)
  await setTitle(first, 'Mine')
  await first.window.goTo('Check')
  await first.window.goTo('Browse')
  await expectCount(first.page, '1 change')
  await first.window.row('dc:title').first().click()
  await first.window.field('Value').fill('Typed just before the end')
  await first.close()
  const { window, page } = await open()
  await window.askFor(assetId)
  await window.button('Edit metadata').click()
  await expect(page.getByText('Your edits of an earlier time are back.')).toBeVisible()
  await expectCount(page, '1 change')
  await expect(window.row('dc:title').first()).toContainText('Typed just before the end')
})

test('production asks for its name, and says all the time that changes are possible', async ({
  open,
  cloud,
}) => {
  const program = await open()
  const { window, page } = program
  const assetId = assetAt(cloud, '.jpg')
  await window.addConnection({ ...connectionTo(cloud, 'Editor'), name: 'Shop', environment: 'Production' })
  await window.goTo('Browse')
  await window.askFor(assetId)
  await window.button('Edit metadata').click()
  await expect(page.getByRole('heading', { name: 'Changes are off for this connection' })).toBeVisible()
  await window.button('Allow changes').click()
  await window.field('Name of this connection').fill('shop')
  await window.button('Unlock changes').click()
  await expect(window.field('Name of this connection')).toHaveAttribute('aria-invalid', 'true')
  await window.field('Name of this connection').fill('Shop')
  await window.button('Unlock changes').click()
  await expect(page.getByText('Production: changes you send are live.')).toBeVisible()
  await setTitle(program, 'Live')
  await window.button('Review changes').click()
  await expect(page.getByText('Production: changes you send are live.')).toBeVisible()
  expect(changesOf(cloud)).toEqual([])
  await window.button('Send changes').click()
  await expect(page.getByText('Changed 1 field in AEM.')).toBeVisible()
})

test('the switch of the settings stops changes', async ({ open, cloud }) => {
  const program = await open()
  const { window, page } = program
  await addConnectionTo(window, cloud, 'Editor')
  const allow = page.getByRole('switch', { name: 'Allow changes to metadata' })
  await expect(allow).toBeChecked()
  await allow.click({ force: true })
  await expect(allow).not.toBeChecked()
  await window.goTo('Browse')
  await window.askFor(assetAt(cloud, '.jpg'))
  await window.button('Edit metadata').click()
  await expect(page.getByRole('heading', { name: 'Changes are off for this connection' })).toBeVisible()
  await window.button('Stop editing').click()
  await expect(window.tree).toBeVisible()
})

test('what was sent is listed with the connection, and undone from there', async ({ open, cloud }) => {
  const program = await open()
  const { window, page } = program
  await beginEdit(program, cloud)
  await setTitle(program, 'Beach at dawn')
  await window.button('Review changes').click()
  await window.button('Send changes').click()
  await expect(page.getByText('Changed 1 field in AEM.')).toBeVisible()
  await window.goTo('Connection settings')
  const sent = page.getByRole('table', { name: 'Sent changes' })
  await expect(sent).toContainText('dc:title')
  await sent.getByRole('button', { name: /^Undo the change of/ }).click()
  await expectCount(page, '1 change')
  await window.button('Review changes').click()
  await window.button('Send changes').click()
  await expect(page.getByText('Changed 1 field in AEM.')).toBeVisible()
  await expect(window.row('dc:title').first()).not.toContainText('Beach at dawn')
})

test('a value is changed, reviewed and sent by keys alone', async ({ open, cloud }) => {
  const program = await open()
  const { window, page } = program
  await beginEdit(program, cloud)
  await expect(window.tree).toBeFocused()
  await page.keyboard.type('dc:title')
  await expect(window.activeRow).toContainText('dc:title')
  await page.keyboard.press('F2')
  await expect(window.field('Value')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('By keys')
  await expectCount(page, '1 change')
  await window.button('Review changes').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Review', exact: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(window.button('Send changes')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Changed 1 field in AEM.')).toBeFocused()
})

test('the day of a date is picked by keys alone, and the rest of its text stays as it is', async ({
  open,
  cloud,
}) => {
  const program = await open()
  const { window, page } = program
  await beginEdit(program, cloud)
  await expect(window.tree).toBeFocused()
  await page.keyboard.type('exif:DateTimeOriginal')
  await expect(window.activeRow).toContainText('exif:DateTimeOriginal')
  const before = await window.activeRow.textContent()
  expect(before).toContain('2026-01-30T07:52:11.420+01:00')
  await page.keyboard.press('F2')
  await expect(window.field('Value')).toBeFocused()
  await expect(page.getByRole('spinbutton', { name: 'day, Date and time (UTC+01:00)' })).toHaveText('30')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('spinbutton', { name: /^month/ })).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('grid', { name: 'January 2026' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(window.field('Value')).toHaveValue('2026-01-31T07:52:11.420+01:00')
  await page.keyboard.press('Escape')
  await expectCount(page, '1 change')
  await window.button('Review changes').click()
  await expect(page.locator('pre')).toContainText('"value":"2026-01-31T07:52:11.420+01:00"')
})

test.describe('a change that AEM refuses', () => {
  const refused = '[{"op":"add","path":"/x:note","value":"a"},{"op":"add","path":"/dam:size","value":1}]'

  async function sendByHand(program: Program, patchProblemNames: 'errors' | 'nothing') {
    const cloud = await startDemoCloud({ switches: { computedFieldsReadOnly: true, patchProblemNames } })
    const { window, page } = program
    await beginEdit(program, cloud)
    await page.getByRole('radio', { name: 'JSON Patch' }).click()
    await window.field('JSON Patch').fill(refused)
    await expect(page.getByText('2 changes').first()).toBeVisible()
    await window.button('Review changes').click()
    await window.button('Send changes').click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    await cloud.close()
  }

  test('is marked where the answer names it, in the review and in the patch', async ({ open }) => {
    const program = await open()
    const { window, page } = program
    await sendByHand(program, 'errors')
    const named = page.getByRole('listitem').filter({ hasText: 'Operation 2' })
    await expect(named).toContainText('/assetMetadata/dam:size')
    await expect(page.getByRole('row').filter({ hasText: 'dam:size' }).getByRole('img')).toBeVisible()
    await expect(page.locator('mark')).toHaveText('  {"op":"add","path":"/assetMetadata/dam:size","value":1}')
    await window.button('Back to editing').click()
    await expect(window.field('JSON Patch')).toHaveValue(refused)
    await expect(named).toContainText('/assetMetadata/dam:size')
  })

  test('is said not to be known where the answer names none', async ({ open }) => {
    const program = await open()
    await sendByHand(program, 'nothing')
    await expect(program.page.getByText('AEM’s answer names no operation')).toBeVisible()
    await expect(program.page.locator('mark')).toHaveCount(0)
  })
})

test('what was sent is exported as JSON, and every outcome of that is told', async ({
  open,
  cloud,
  userData,
}) => {
  const program = await open()
  const { window, page } = program
  const assetId = await beginEdit(program, cloud)
  await setTitle(program, 'Beach at dawn')
  await window.button('Review changes').click()
  await window.button('Send changes').click()
  await expect(page.getByText('Changed 1 field in AEM.')).toBeVisible()
  await window.goTo('Connection settings')
  const save = window.button('Export as JSON')

  await program.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' })
  })
  await save.click()
  await expect(save).toBeEnabled()
  await expect(page.getByText(/^Saved as/)).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)

  const path = join(userData, 'changes.json')
  writeFileSync(path, 'x'.repeat(100_000))
  await answerSaveDialog(program, join(path, 'changes.json'))
  await save.click()
  await expect(page.getByRole('alert')).toContainText('Check that the disk isn’t full')
  await expect(page.getByRole('alert')).toContainText(path)

  await answerSaveDialog(program, path)
  await save.click()
  await expect(page.getByText(/^Saved as/)).toContainText('changes.json')
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject([
    { asset: { assetId }, changes: [{ path: ['dc:title'], after: '"Beach at dawn"' }] },
  ])
})
