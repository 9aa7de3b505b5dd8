import { describe, expect, test } from 'vitest'
import type { AssetFields } from '../../../../src/renderer/features/metadata/summary/asset-fields'
import messages from '../../../../src/renderer/features/metadata/summary/messages/en.json'
import { summarise } from '../../../../src/renderer/features/metadata/summary/summary-facts'
import { makeFormats } from '../../../../src/words/language/formats'
import { sayIn } from '../../../../src/words/language/say-in'

const now = Date.parse('2026-11-26T12:00:00Z')
const published = { isPublishedToAemPublish: 'true', lastPublishedToAemPublish: '2023-10-01T05:00:00Z' }

type Fields = Partial<Record<Parameters<AssetFields['get']>[0], string>>

function factsOf(fields: Fields) {
  const known: AssetFields = new Map(Object.entries(fields) as [Parameters<AssetFields['get']>[0], string][])
  return summarise(known, sayIn('en', messages), makeFormats('en-US'), now)
}
function fact(fields: Fields, name: string) {
  return factsOf(fields).find((one) => one.name === name)
}
/** What stands in the line above the tree. */
function line(fields: Fields): string {
  return factsOf(fields)
    .flatMap(({ short }) => (short === null ? [] : [short]))
    .join(' | ')
}

describe('rights', () => {
  test('that are over are told in red, and that the asset is still published', () => {
    const fields = { ...published, 'prism:expirationDate': '2024-12-31T23:59:59.000Z' }
    expect(fact(fields, 'rights')).toMatchObject({
      tone: 'negative',
      text: expect.stringMatching(/^Rights expired Dec 31, 2024.*, still published$/),
      copied: '2024-12-31T23:59:59.000Z',
    })
    expect(fact(fields, 'publish')?.tone).toBe('neutral')
  })

  test('that are over on an asset that is not published are told without it', () => {
    expect(fact({ 'prism:expirationDate': '2024-12-31' }, 'rights')?.text).toBe('Rights expired Dec 31, 2024')
  })

  test.each([
    ['that end today last until its midnight', '2026-11-26', 'notice'],
    ['that ended yesterday are over', '2026-11-25', 'negative'],
    ['that end in this month last until its end', '2026-11', 'notice'],
    ['that ended with a year are over', '2025', 'negative'],
    ['that end in a minute are not over', '2026-11-26T12:01:00Z', 'notice'],
    ['that ended a minute ago elsewhere are over', '2026-11-26T13:59:00+02:00', 'negative'],
    ['that end in more than a month are in no line', '2027-03-01T00:00:00Z', null],
    ['that AEM wrote as its .json does are understood', 'Tue Dec 31 2024 23:59:59 GMT+0000', 'negative'],
  ] as const)('%s', (_, written, tone) => {
    expect(fact({ ...published, 'prism:expirationDate': written }, 'rights')?.tone).toBe(tone)
    expect(line({ 'prism:expirationDate': written }) === '').toBe(tone === null)
  })

  test.each(['never', '2024-02-30', '9999999999999999999'])(
    '%s is shown as written, and nothing is said',
    (written) => {
      expect(fact({ 'prism:expirationDate': written }, 'rights')).toMatchObject({
        text: written,
        short: null,
        tone: null,
      })
    },
  )
})

test('what has passed is told once in the line', () => {
  const passed = '2024-12-31T23:59:59.000Z'
  expect(line({ ...published, 'prism:offTime': passed })).toMatch(
    /^Off time passed Dec 31, 2024.*, still published$/,
  )
  const both = line({
    ...published,
    'prism:expirationDate': passed,
    'prism:offTime': passed,
    'dam:status': 'expired',
  })
  expect(both).toMatch(/^Rights expired Dec 31, 2024.*, still published$/)
})

describe('the review', () => {
  test.each([
    ['approved', 'Approved', null],
    ['rejected', 'Rejected', 'negative'],
    ['changesRequested', 'Changes requested', 'notice'],
    ['expired', 'Marked as expired', 'negative'],
    ['in-limbo', 'in-limbo', 'notice'],
  ])('%s', (written, text, tone) => {
    expect(fact({ 'dam:status': written }, 'review')).toMatchObject({ text, tone, copied: written })
  })
})

test('what AI made is told only where AEM says so', () => {
  expect(line({ 'dam:isAiGenerated': 'true', 'dam:hasC2PAManifest': 'true' })).toBe(
    'Made by AI | Content Credentials (C2PA)',
  )
  expect(factsOf({ 'dam:isAiGenerated': 'false' })).toEqual([])
})
