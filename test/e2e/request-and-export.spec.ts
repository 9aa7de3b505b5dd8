import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { readXlsx } from '../support/read-xlsx'
import { addConnectionTo, assetAt } from './support/cloud'
import { needsLinux } from './support/linux'
import type { Program } from './support/program'
import { test } from './support/test'

async function openAt(program: Program, cloud: DemoCloud, assetId: string): Promise<void> {
  await addConnectionTo(program.window, cloud, workingName(cloud))
  await program.window.goTo('Browse')
  await program.window.askFor(assetId)
}

function workingName(cloud: DemoCloud): string {
  return cloud.credentials[0]?.name ?? ''
}

/** What the platform's dialog would answer: its own window cannot be driven. */
function answerSaveDialog({ app }: Program, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, filePath)
}

/** Cancels every dialog, and keeps what each was opened with, as JSON. */
function countSaveDialogs({ app }: Program) {
  return app.evaluateHandle(({ dialog }) => {
    const asked: string[] = []
    dialog.showSaveDialog = async (...words: unknown[]) => {
      asked.push(JSON.stringify(words.at(-1)))
      return { canceled: true, filePath: '' }
    }
    return asked
  })
}

async function exportAs({ page }: Program, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** The process that writes a file; null while there is none. The main process has to answer for it. */
function exportProcess({ app }: Program): Promise<number | null> {
  return app.evaluate((electron) => {
    const found = electron.app.getAppMetrics().find(({ name }) => name === 'export')
    return found?.pid ?? null
  })
}

async function openRequest({ page }: Program) {
  await page.getByRole('tab', { name: 'Request' }).click()
  const panel = page.getByRole('region', { name: 'Latest request' })
  await expect(panel).toBeVisible()
  return panel
}

async function copyCall({ app, page }: Program, name: string): Promise<string> {
  await page.getByRole('button', { name: `Copy: ${name}`, exact: true }).click()
  await expect(page.getByRole('button', { name: new RegExp(`^Copied.*: ${name}$`) })).toBeVisible()
  return app.evaluate(({ clipboard }) => clipboard.readText())
}

test.describe('the Request tab', () => {
  test('shows the call as it was sent, and what came back', async ({ open, cloud }) => {
    const program = await open()
    const assetId = assetAt(cloud, 'harbour at first light (final).jpg')
    await openAt(program, cloud, assetId)
    await expect(program.window.tree).toBeVisible()
    const panel = await openRequest(program)
    await expect(panel).toContainText(`${cloud.aem}/adobe/assets/${assetId}/metadata`)
    await expect(panel).toContainText('Authorization: Bearer $ACCESS_TOKEN')
    await expect(panel).toContainText(`X-Api-Key: ${cloud.credentials[0]?.clientId}`)
    await expect(panel).toContainText('No, requested the whole body')
    await expect(panel).toContainText('content-type: application/json')
  })

  test('shows a call that was answered with 304', async ({ open, cloud }) => {
    const program = await open()
    await openAt(program, cloud, assetAt(cloud, 'harbour at first light (final).jpg'))
    await expect(program.window.tree).toBeVisible()
    await program.window.button('Get metadata').click()
    await expect(program.page.getByText(/^Unchanged since/)).toBeVisible()
    const panel = await openRequest(program)
    await expect(panel).toContainText('304 Not Modified: the metadata shown is still current')
    await expect(panel).toContainText('Requested only changes since ETag')
  })

  test('shows a call that failed', async ({ open, cloud }) => {
    const program = await open()
    const missing = 'urn:aaid:aem:00000000-0000-4000-8000-000000000000'
    await openAt(program, cloud, missing)
    await expect(program.window.alert).toBeVisible()
    const panel = await openRequest(program)
    await expect(panel).toContainText(missing)
    await expect(panel).toContainText('404')
  })

  test('gives away neither token nor secret', async ({ open, cloud }) => {
    const program = await open()
    await openAt(program, cloud, assetAt(cloud, 'harbour at first light (final).jpg'))
    await openRequest(program)
    const token = cloud.requests.map(({ headers }) => headers.authorization).find(Boolean)
    const secret = cloud.credentials[0]?.clientSecret ?? 'none'
    const shown = [await program.page.content()]
    for (const name of ['cURL', 'Token request as cURL', 'Node.js script', 'Postman collection']) {
      shown.push(await copyCall(program, name))
    }
    const all = shown.join('\n')
    expect([
      token?.startsWith('Bearer ey'),
      all.includes(String(token).slice(7)),
      all.includes(secret),
    ]).toEqual([true, false, false])
  })

  test('gives commands of curl that run', async ({ open, cloud }) => {
    test.skip(process.platform === 'win32', 'Needs bash')
    const program = await open()
    const assetId = assetAt(cloud, 'harbour at first light (final).jpg')
    await openAt(program, cloud, assetId)
    await openRequest(program)
    const script = [await copyCall(program, 'Token request as cURL'), await copyCall(program, 'cURL')].join(
      '\n',
    )
    expect(JSON.parse(await runBash(script, cloud))).toMatchObject({ assetId })
  })
})

test.describe('an export', () => {
  test('as JSON is the body byte for byte', async ({ open, cloud, userData }) => {
    const program = await open()
    const assetId = assetAt(cloud, '{{name}}.jpg')
    await openAt(program, cloud, assetId)
    const path = join(userData, 'body.json')
    await answerSaveDialog(program, path)
    await exportAs(program, /^JSON/)
    await expect(program.page.getByText('body.json')).toBeVisible()
    expect(readFileSync(path).equals(await bodyOf(cloud, assetId))).toBe(true)
  })

  test('as a workbook and as CSV holds the same table', async ({ open, cloud, userData }) => {
    const program = await open()
    await openAt(program, cloud, assetAt(cloud, '{{name}}.jpg'))
    const [workbook, csv] = [join(userData, 'a.xlsx'), join(userData, 'a.csv')]
    await answerSaveDialog(program, workbook)
    await exportAs(program, /^Excel workbook/)
    await expect(program.page.getByText('a.xlsx')).toBeVisible()
    await answerSaveDialog(program, csv)
    await exportAs(program, /^CSV for Excel/)
    await expect(program.page.getByText('a.csv')).toBeVisible()
    const lines: string[][] = parse(readFileSync(csv), { bom: true, record_delimiter: '\r\n' })
    const [sheet = []] = readXlsx(readFileSync(workbook))
    expect(lines.length).toBeGreaterThan(50)
    expect(sheet.map((row) => lines[0]?.map((_, at) => String(row[at] ?? '')))).toEqual(lines)
  })

  test('of 100,000 fields is written while the program goes on', async ({ open, cloud, userData }) => {
    const program = await open()
    await openAt(program, cloud, assetAt(cloud, 'one-hundred-thousand-fields.mov'))
    await expect(program.window.tree).toBeVisible()
    const workbook = join(userData, 'large.xlsx')
    await answerSaveDialog(program, workbook)
    await exportAs(program, /^Excel workbook/)
    await expect.poll(() => exportProcess(program)).not.toBeNull()
    expect(readdirSync(userData)).not.toContain('large.xlsx')
    await expect(program.page.getByText('large.xlsx')).toBeVisible({ timeout: 60_000 })
    const [sheet = []] = readXlsx(readFileSync(workbook))
    const body = join(userData, 'large.json')
    await answerSaveDialog(program, body)
    await exportAs(program, /^JSON/)
    await expect(program.page.getByText('large.json')).toBeVisible({ timeout: 60_000 })
    const fields: Record<string, unknown> = JSON.parse(readFileSync(body, 'utf8')).assetMetadata
    expect(Object.keys(fields).length).toBeGreaterThanOrEqual(100_000)
    const written = new Map(sheet.map((row) => [row[2], row[5]]))
    expect(Object.entries(fields).filter(([key, value]) => written.get(key) !== value)).toEqual([])
    await expect.poll(() => exportProcess(program)).toBeNull()
  })

  test('whose process is ended leaves no file, says so, and can be made again', async ({
    open,
    cloud,
    userData,
  }) => {
    const program = await open()
    await openAt(program, cloud, assetAt(cloud, 'one-hundred-thousand-fields.mov'))
    await expect(program.window.tree).toBeVisible()
    await answerSaveDialog(program, join(userData, 'large.xlsx'))
    await exportAs(program, /^Excel workbook/)
    await expect.poll(() => exportProcess(program)).not.toBeNull()
    process.kill((await exportProcess(program)) ?? 0, 'SIGKILL')
    await expect(program.page.getByRole('alert').first()).toBeVisible()
    expect(readdirSync(userData)).not.toContain('large.xlsx')
    await exportAs(program, /^CSV for Excel/)
    await expect(program.page.getByText('large.xlsx')).toBeVisible({ timeout: 60_000 })
  })

  test('for the import of AEM says what was left out', async ({ open, cloud, userData }) => {
    const program = await open()
    await openAt(program, cloud, assetAt(cloud, 'harbour at first light (final).jpg'))
    const path = join(userData, 'import.csv')
    await answerSaveDialog(program, path)
    await exportAs(program, /^CSV for AEM/)
    await expect(program.page.getByText(/fields were left out:/)).toBeVisible()
    const [headings = [], cells = []]: string[][] = parse(readFileSync(path))
    expect([headings[0], cells[0]?.endsWith('harbour at first light (final).jpg')]).toEqual([
      'assetPath',
      true,
    ])
    expect(headings.filter((heading) => / \{\{\w+( : MULTI)?\}\}$/.test(heading))).toHaveLength(
      headings.length - 1,
    )
  })

  test('that is cancelled says nothing, and the next one is saved', async ({ open, cloud, userData }) => {
    const program = await open()
    await openAt(program, cloud, assetAt(cloud, 'harbour at first light (final).jpg'))
    const asked = await countSaveDialogs(program)
    await exportAs(program, /^JSON/)
    await expect.poll(() => asked.evaluate(({ length }) => length)).toBe(1)
    await expect(program.window.alert).toHaveCount(0)
    await answerSaveDialog(program, join(userData, 'second.json'))
    await exportAs(program, /^JSON/)
    await expect(program.page.getByText(/^Saved as/)).toHaveText(/second\.json/)
  })

  test('to a place that cannot be written says so and leaves what is there', async ({
    open,
    cloud,
    userData,
  }) => {
    const program = await open()
    await openAt(program, cloud, assetAt(cloud, 'harbour at first light (final).jpg'))
    // A folder cannot be replaced by a file, not even by root, who may write to files that are read-only.
    const place = join(userData, 'taken.json')
    mkdirSync(place)
    writeFileSync(join(place, 'old'), 'old')
    await answerSaveDialog(program, place)
    await exportAs(program, /^JSON/)
    await expect(program.window.alert).toContainText('Asset Inspector couldn’t write')
    await expect(program.window.alert).toContainText('taken.json')
    expect([readFileSync(join(place, 'old'), 'utf8'), leftOversIn(userData)]).toEqual(['old', []])
  })

  test('to a read-only system folder says so', async ({ open, cloud }) => {
    needsLinux('/proc, a folder that is read-only for root as well')
    const program = await open()
    await openAt(program, cloud, assetAt(cloud, 'harbour at first light (final).jpg'))
    await answerSaveDialog(program, '/proc/version')
    await exportAs(program, /^JSON/)
    await expect(program.window.alert).toContainText('/proc/version')
  })

  test('is offered with a safe name', async ({ open, cloud, userData }) => {
    const program = await open()
    await openAt(program, cloud, assetAt(cloud, '{{name}}.jpg'))
    const offered = await countSaveDialogs(program)
    await exportAs(program, /^JSON/)
    await expect.poll(() => offered.evaluate((names) => names.length)).toBe(1)
    const [options = '{}'] = await offered.evaluate((names) => names)
    const { defaultPath }: { defaultPath: string } = JSON.parse(options)
    expect(defaultPath.split('/').at(-1)).toMatch(/^[^"<>|:*?\\/]+ metadata\.json$/)
    expect(leftOversIn(userData)).toEqual([])
  })
})

/** Files that a write would leave if it were not finished. */
function leftOversIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => /\.json\.\d+$/.test(name))
}

async function bodyOf(cloud: DemoCloud, assetId: string): Promise<Buffer> {
  const sent = cloud.requests.find(({ target }) => target.includes(assetId))
  const response = await fetch(`${cloud.aem}/adobe/assets/${assetId}/metadata`, {
    headers: {
      authorization: String(sent?.headers.authorization),
      'x-api-key': String(sent?.headers['x-api-key']),
      'x-adobe-accept-experimental': '1',
    },
  })
  return Buffer.from(await response.arrayBuffer())
}

/** In a process of its own, so that the cloud in this one can answer. */
function runBash(script: string, cloud: DemoCloud): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, CLIENT_SECRET: cloud.credentials[0]?.clientSecret }
    execFile('bash', ['-c', script], { env }, (error, stdout, stderr) =>
      error ? reject(new Error(stderr)) : resolve(stdout),
    )
  })
}
