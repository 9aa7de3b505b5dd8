import { expect, test } from 'vitest'
import type { Fact } from '../../../src/shared/check'
import { type CauseId, failureCatalogue } from '../../../src/shared/failure-catalogue'
import { describeFact } from '../../../src/words/check/describe-fact'
import { writeRequest } from '../../../src/words/check/owner-request'
import { language } from '../support/check-language'
import { aFailure, anEvidence, aReport } from '../support/reports'

function tell(code: Fact['code'], values: Fact['values'] = {}): string {
  return describeFact(language, { code, values })
}

test.each([
  [0, 'This computer’s clock agrees with Adobe’s.'],
  [-1, 'This computer’s clock agrees with Adobe’s.'],
  [90, 'This computer’s clock is 90 sec ahead of Adobe’s.'],
  [-7_200, 'This computer’s clock is 2 hr 0 min behind Adobe’s.'],
])('a clock that is %i seconds off is told in language', (seconds, told) => {
  expect(tell('clock-difference', { seconds })).toBe(told)
})

test.each([
  [1_439, 'The token is valid for another 23 hr 59 min.'],
  [0, 'According to its claims, the token has already expired.'],
  [-60, 'According to its claims, the token has already expired.'],
])('a life of %i minutes is told in language', (minutes, told) => {
  expect(tell('life-left', { minutes })).toBe(told)
})

test('a token without scopes is told as such', () => {
  expect(tell('scopes-granted', { scopes: '' })).toBe('No scopes were granted.')
})

const causes = Object.keys(failureCatalogue).filter((id): id is CauseId => id in failureCatalogue)

/** What each reader looks a problem up by. */
const neededBy = {
  you: [],
  'adc-owner': ['- Client ID: ', '- Scopes of the connection: '],
  'admin-console-admin': ['- Client ID: ', '- Technical account email: ', '- Environment: '],
  'cloud-manager-deployer': ['- Client ID: ', '- Bucket: ', '- Environment: '],
  'aem-admin': [
    '- Bucket: ',
    '- Asset: ',
    '- Client ID: ',
    '- Technical account email: ',
    '- Technical account ID: ',
  ],
  'your-it': ['- AEM host: ', '- IMS host: ', '- Sent at (UTC): '],
  adobe: ['- Request ID: ', '- Client ID: ', '- Sent at (UTC): '],
} as const

test.each(causes)('the request about %s has what its reader looks it up by', (cause) => {
  const request = writeRequest(language, {
    subject: {
      ...aReport(),
      assetId: 'urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa',
      technicalAccountEmail: 'a@techacct.adobe.com',
      technicalAccountId: 'b@techacct.adobe.com',
      environments: ['stage'],
    },
    step: null,
    finding: aFailure(cause, anEvidence()),
    at: '2026-03-01T09:00:02.000Z',
  })
  const lacking = neededBy[failureCatalogue[cause].owner].filter((line) => !request.includes(`\n${line}`))
  expect(lacking).toEqual([])
})

test.each(causes)('the request about %s is whole', (cause) => {
  const request = writeRequest(language, {
    subject: {
      ...aReport(),
      technicalAccountEmail: null,
      technicalAccountId: null,
      environments: ['development'],
    },
    step: failureCatalogue[cause].step,
    finding: aFailure(cause, anEvidence()),
    at: '2026-03-01T09:00:02.000Z',
  })
  expect(request).not.toMatch(/undefined|\bnull\b|NaN|[{}]/)
  expect(request).toContain('- Request ID: request-1')
})
