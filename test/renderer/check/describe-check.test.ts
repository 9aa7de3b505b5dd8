import { expect, test } from 'vitest'
import { writeRequest } from '../../../src/renderer/features/check/steps/owner-request'
import type { Fact } from '../../../src/shared/check'
import { type CauseId, failureCatalogue } from '../../../src/shared/failure-catalogue'
import { describeFact } from '../../../src/words/check/describe-fact'
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

test.each(causes)('the request about %s is whole', (cause) => {
  const request = writeRequest(language, {
    subject: { ...aReport(), environments: ['development'] },
    step: failureCatalogue[cause].step,
    finding: aFailure(cause, anEvidence()),
    at: '2026-03-01T09:00:02.000Z',
  })
  expect(request).not.toMatch(/undefined|\bnull\b|NaN|[{}]/)
  expect(request).toContain('- Request ID: request-1')
})
