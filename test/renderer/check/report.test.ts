// @vitest-environment happy-dom
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import type { CheckReport } from '../../../src/shared/check'
import { reportHtml } from '../../../src/words/check/report/report-html'
import { reportJson } from '../../../src/words/check/report/report-json'
import { reportJunit } from '../../../src/words/check/report/report-junit'
import { reportMarkdown } from '../../../src/words/check/report/report-markdown'
import { reportText } from '../../../src/words/check/report/report-text'
import { language } from '../support/check-language'
import { aFailure, anEvidence, aReport, aToken, notAllowListed, someRights, steps } from '../support/reports'

/** Has something in every member that can hold a text. */
function fullReport(): CheckReport {
  return aReport({
    steps: steps({
      'allow-list': {
        state: 'red',
        facts: [{ code: 'hosts', values: { ims: 'an ims', aem: 'an aem' } }],
        findings: [aFailure('aem-client-not-allowlisted')],
        evidence: anEvidence({ at: '2026-03-01T09:00:05.000Z' }),
      },
    }),
    rights: someRights('refused'),
  })
}

function isFixed(path: string): boolean {
  return /\.(step|state|code|kind|cause|secretSlot|environment|right|reason|hosts)$/.test(path)
}

/** The report with its own path, made up by `mark`, in every member that can hold any text. */
function markAll(value: unknown, mark: (path: string) => string, path = ''): unknown {
  if (typeof value === 'string') return isFixed(path) ? value : mark(path)
  if (Array.isArray(value)) return value.map((item, index) => markAll(item, mark, `${path}.${index}`))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, markAll(item, mark, `${path}.${name}`)]),
  )
}

function isReport(value: unknown): value is CheckReport {
  return typeof value === 'object' && value !== null && 'steps' in value
}

function marked(mark: (path: string) => string): CheckReport {
  const report = markAll(fullReport(), mark)
  if (!isReport(report)) throw new Error('No report')
  return report
}

function pathsOf(mark: string, text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(new RegExp(`${mark}(\\.[\\w.-]+?)\\1?end`, 'g'))].map(([, path]) => path ?? ''),
    ),
  ]
}

function parse(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

test('whatever a field holds, it stays text', () => {
  const html = reportHtml(language, [marked((path) => `<script>alert(1)</script><img src=x>"'&${path}`)])
  const page = parse(html)
  expect(html).not.toContain('<script')
  expect(page.querySelectorAll('script, img, iframe, a, link, object').length).toBe(0)
  expect(page.body.textContent).toContain(`<script>alert(1)</script><img src=x>"'&.bucket`)
})

test('a text shows in the report only where it belongs', () => {
  const html = reportHtml(language, [marked((path) => `marker${path}end`)])
  const shown = pathsOf('marker', html)
  expect(shown).not.toContain('.token.claims.0.value')
  expect(shown).not.toContain('.token.claims.0.name')
  const unseen = pathsOf('marker', JSON.stringify(marked((path) => `marker${path}end`))).filter(
    (path) => !shown.includes(path),
  )
  expect(unseen).toEqual([
    '.connectionId',
    // Those of the token stand for them.
    '.scopes.0',
    '.scopes.1',
    '.steps.6.findings.0.evidence.contentType',
    '.steps.6.evidence.contentType',
    '.token.claims.0.name',
    '.token.claims.0.value',
    '.rights.assetId',
    '.rights.rows.2.error.values.clientId',
    '.rights.rows.2.error.values.bucket',
    '.rights.rows.2.error.evidence.contentType',
  ])
})

test('the data for programs hold no claims as they are', () => {
  const json = reportJson(language, [marked((path) => `marker${path}end`)])
  expect(pathsOf('marker', json).filter((path) => path.startsWith('.token.claims'))).toEqual([])
})

test('the report runs and loads nothing', () => {
  const page = parse(reportHtml(language, [aReport()]))
  expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'",
  )
})

test('the look of the report survives being written as text', () => {
  const html = reportHtml(language, [aReport()])
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
  expect(style).toContain('@media print')
  expect(style).not.toMatch(/&(lt|gt|amp|quot|#)/)
})

test('cause, what to do, who can do it and the fix to use stand in the report', () => {
  const text = parse(reportHtml(language, [aReport({ steps: notAllowListed() })])).body.textContent ?? ''
  for (const part of [
    'Stopped at step 7: Client ID allow-listed',
    'Run the Config Pipeline of this environment in Cloud Manager',
    'Who can fix this: the person who deploys with Cloud Manager',
    'envTypes: ["dev"]',
    'request-1',
    '2026-03-01T09:00:01.000Z',
    'Asset Inspector for AEM 1.2.3',
    'This report contains no secret and no token.',
  ]) {
    expect(text).toContain(part)
  }
})

test('its first page decides: verdict, identity, rights, each step on one line, request IDs, and what it holds for', () => {
  const network = { facts: [{ code: 'no-proxy', values: { host: 'an ims' } }] } as const
  const token = aToken({ scopesGranted: ['openid'] })
  const report = aReport({ token, assetPath: '/content/dam/a.jpg', assetTitle: 'Tea' })
  const page = parse(
    reportHtml(language, [{ ...report, steps: steps({ network, aem: { evidence: anEvidence() } }) }]),
  )
  const front = page.querySelector('.front')
  const text = front?.textContent ?? ''
  for (const part of [
    'Ready to read',
    'shop@techacct.adobe.com',
    'aem.assets.author (not granted)',
    'Tea /content/dam/a.jpg',
    'ReadAllowed',
    'UpdateNot tested',
    '7. Client ID allow-listedOK',
    'GET 403 request-1',
    '2026-03-01 09:00:02 UTC',
    'Checked from this computer, without a proxy. The result holds for this credential',
  ]) {
    expect(text).toContain(part)
  }
  expect(front?.querySelector('.red')?.textContent).toBe('aem.assets.author')
  expect(front?.querySelectorAll('tbody tr').length).toBe(4 + 9)
})

test('a request that several steps share is listed once, with its answer', () => {
  const finding = aFailure('aem-client-not-allowlisted')
  const evidence = anEvidence({ excerpt: '' })
  const report = aReport({
    steps: steps({ aem: { evidence }, 'allow-list': { state: 'red', evidence, findings: [finding] } }),
  })
  const page = parse(reportHtml(language, [report]))
  const rows = [...page.querySelectorAll('tr')].filter(({ textContent }) =>
    textContent?.includes('request-1'),
  )
  expect(rows.map((row) => row.querySelector('pre')?.textContent)).toEqual(['{"title":"Forbidden"}'])
})

test('several connections have an overview, and a part each', () => {
  const other = aReport({ connectionId: 'prod-id', connectionName: 'Live', steps: notAllowListed() })
  const page = parse(reportHtml(language, [aReport(), other]))
  expect([...page.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
    'Overview',
    'Shop, development',
    'Live',
  ])
})

test('the JSON report tells its version and has language beside the data', () => {
  const token = aToken()
  const content: unknown = JSON.parse(reportJson(language, [aReport({ token, steps: notAllowListed() })]))
  expect(content).toMatchObject({
    schemaVersion: 1,
    reports: [
      {
        clientId: aReport().clientId,
        token: { technicalAccountId: token.technicalAccountId },
        steps: expect.arrayContaining([
          expect.objectContaining({
            step: 'allow-list',
            words: { step: 'Client ID allow-listed', state: 'Failed' },
          }),
        ]),
      },
    ],
  })
})

test.each(['demo', 'custom'] as const)('a report on %s hosts says so before its verdict', (hosts) => {
  const said = language.say(`report.hosts.${hosts}`)
  const html = reportHtml(language, [aReport({ hosts })])
  const place = html.indexOf(said)
  expect([place > 0, place < html.indexOf('class="summary')]).toEqual([true, true])
  expect(JSON.parse(reportJson(language, [aReport({ hosts })])).reports[0].hosts).toBe(hosts)
})

test('a report on the hosts of Adobe says nothing of hosts of others', () => {
  const html = reportHtml(language, [aReport()])
  expect([html.includes(language.say('report.hosts.demo')), html.includes('class="origin"')]).toEqual([
    false,
    false,
  ])
})

test('a terminal obeys no text of a report', () => {
  const text = reportText(language, [marked((path) => `a\u001b[2Jb\r\u0007\u2066${path}\u2069`)])
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2066-\u2069]/)
})

test('a report for JUnit stays XML, whatever a field holds', () => {
  const hostile = '<![CDATA[ ]]> & "\'\u0000\u001b\ud800 \uffff </failure>'
  const xml = reportJunit(language, [marked((path) => hostile + path)], {
    passes: () => false,
    verdict: '<v>',
  })
  expect(XMLValidator.validate(xml)).toBe(true)
  const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(xml)
  const { testsuite } = parsed.testsuites
  expect(testsuite.name).toContain('<![CDATA[ ]]> & "\'')
  expect(testsuite.testcase).toHaveLength(10)
})

test('the summary in JSON and the note in HTML are sentences, each with one full stop', () => {
  const { reports } = JSON.parse(reportJson(language, [fullReport()]))
  expect(reports[0].summary).toMatch(/^Not ready\. Step \d failed: .+\. /)
  expect(reports[0].summary).not.toContain('..')
  const japanese = reportHtml({ ...language, locale: 'ja' }, [fullReport()])
  expect(japanese).toMatch(/for AEM 1\.2\.3。This report/)
})

test('a summary for a ticket has the verdict, the identity, each step and what is wrong', () => {
  const text = reportMarkdown(language, [fullReport()])
  expect(text).toContain('**Not ready**')
  expect(text).toMatch(/- Client ID: `[0-9a-f]{32}`/)
  expect(text).toContain('| 7 | Client ID allow\\-listed | Failed |')
  expect(text).toContain('**7\\. Client ID allow\\-listed**')
  expect(text.match(/^\| \d/gm)).toHaveLength(9)
})

test('whatever a field holds, it is no markup in a ticket', () => {
  const hostile = '`|x|\n# h <img src=x> [a](http://x) @all **b** \u001b\u2066'
  const text = reportMarkdown(language, [marked((path) => hostile + path)])
  expect(text).not.toContain('\u001b')
  expect(text).not.toMatch(/^# /m)
  const outsideCode = text.replace(/(?<!\\)`[^`\n]*`/g, '')
  expect(outsideCode).not.toMatch(/(?<!\\)[<@]/)
  expect(outsideCode).not.toMatch(/(?<!\\)\[a/)
  for (const line of text.split('\n').filter((one) => one.startsWith('| '))) {
    expect(line.match(/(?<!\\)\|/g)).toHaveLength(4)
  }
})
