import type { CheckReport } from '../../src/shared/check'
import { reportHtml } from '../../src/words/check/report/report-html'
import { language } from '../renderer/support/check-language'
import {
  aFailure,
  anEvidence,
  aReport,
  aToken,
  notAllowListed,
  someRights,
  steps,
} from '../renderer/support/reports'

/** Reports of every verdict, of several connections, and with texts that are awkward in a page. */
export function exportedReports(): { name: string; page: string }[] {
  const refused = aReport({ steps: notAllowListed(), token: aToken(), rights: someRights('refused') })
  const reports: Record<string, readonly CheckReport[]> = {
    'of a good check': [aReport({ token: aToken(), rights: someRights('not-refused') })],
    'of a check that stopped': [refused],
    'with every step skipped': [aReport({ steps: [] })],
    'with a finding without an answer': [
      aReport({
        steps: steps({ network: { state: 'red', findings: [aFailure('aem-client-not-allowlisted', null)] } }),
      }),
    ],
    'with texts that are awkward in a page': [
      aReport({
        connectionName: `</title><script>'"&\u2028 fin \u05d0`,
        steps: steps({
          read: {
            state: 'red',
            evidence: anEvidence({ excerpt: `<img src=x onerror=alert(1)> & ]]> --> \u0000` }),
            findings: [
              aFailure('aem-client-not-allowlisted', anEvidence({ url: 'https://a.example/?a=1&b="<' })),
            ],
          },
        }),
      }),
    ],
    'of several connections': [
      aReport(),
      refused,
      aReport({ connectionId: 'other', connectionName: 'Shop, live' }),
    ],
  }
  return Object.entries(reports).map(([name, checked]) => ({ name, page: reportHtml(language, checked) }))
}
