import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dateFormats } from '../../../src/renderer/model/values/date-formats'
import { type DateValue, readDate, readDateOfDateKey } from '../../../src/renderer/model/values/date-text'

/** A value as one line, with times as ISO 8601. */
function told(date: DateValue | null): string {
  if (date === null) return 'no date'
  if (date.kind === 'problem') return date.problem
  if (date.kind === 'calendar') return `${date.precision} ${new Date(date.wall).toISOString().split('T')[0]}`
  const note = date.note ? ` ${date.note}` : ''
  if (date.kind === 'clock') return `clock ${new Date(date.wall).toISOString().slice(0, -1)}${note}`
  return `instant ${new Date(date.epoch).toISOString()}${note}`
}

describe('readDate', () => {
  it.each([
    ['2024-05-01', 'day 2024-05-01'],
    ['2024-05-01T12:00', 'clock 2024-05-01T12:00:00.000'],
    ['2024-05-01 12:00:30', 'clock 2024-05-01T12:00:30.000'],
    ['2024-05-01T12:00:00Z', 'instant 2024-05-01T12:00:00.000Z'],
    ['2024-05-01T12:00:00.123456Z', 'instant 2024-05-01T12:00:00.123Z'],
    ['2024-05-01T00:30:00+14:00', 'instant 2024-04-30T10:30:00.000Z'],
    ['2024-05-01T00:30:00-1200', 'instant 2024-05-01T12:30:00.000Z'],
    ['2024-05-01T00:30:00+05', 'instant 2024-04-30T19:30:00.000Z'],
    ['2024-05-01T12:00:00+14:01', 'notReal'],
    ['2024:05:01 12:00:00', 'clock 2024-05-01T12:00:00.000'],
    ['2024:05:01', 'day 2024-05-01'],
    ['2024:05:01 12:00:00+02:00', 'instant 2024-05-01T10:00:00.000Z'],
    ['0000:00:00 00:00:00', 'notSet'],
    ['0000-00-00', 'notSet'],
    ['2024-02-29', 'day 2024-02-29'],
    ['2023-02-29', 'notReal'],
    ['1900-02-29', 'notReal'],
    ['2024-02-30', 'notReal'],
    ['2024-02-30T00:00:00Z', 'notReal'],
    ['1962-05-00', 'notReal'],
    ['2024-13-01', 'notReal'],
    ['2024-05-01T24:00:00', 'clock 2024-05-01T00:00:00.000 endOfDay'],
    ['2024-05-01T24:00:00Z', 'instant 2024-05-02T00:00:00.000Z endOfDay'],
    ['2024-05-01T24:00:01Z', 'notReal'],
    ['2024-05-01T25:00:00Z', 'notReal'],
    ['2016-12-31T23:59:60Z', 'instant 2016-12-31T23:59:59.000Z leapSecond'],
    ['2016-12-31T23:58:60Z', 'notReal'],
    ['0001-01-01', 'day 0001-01-01'],
    ['0099-12-31', 'day 0099-12-31'],
    ['+275760-09-13', 'day +275760-09-13'],
    ['+275761-01-01', 'outOfRange'],
    ['-000753-04-21', 'day -000753-04-21'],
    ['java.util.GregorianCalendar[time=1714564800000,areFieldsSet=true', 'instant 2024-05-01T12:00:00.000Z'],
    ['java.util.GregorianCalendar[time=?,areFieldsSet=false]', 'noTime'],
    ['Wed May 01 2024 12:00:00 GMT+0200', 'instant 2024-05-01T10:00:00.000Z'],
    ['Wed May 01 12:00:00 UTC 2024', 'instant 2024-05-01T12:00:00.000Z'],
    ['Wed May 01 12:00:00 CEST 2024', 'clock 2024-05-01T12:00:00.000'],
    ['2024', 'no date'],
    ['2024-05', 'no date'],
    ['1962/17/03', 'no date'],
    ['2024-05-01T12:00:00Z and more', 'no date'],
    ['', 'no date'],
  ])('reads %s as %s', (text, expected) => {
    expect(told(readDate(text))).toBe(expected)
  })

  it.each([
    ['2024', 'year 2024-01-01'],
    ['2024-05', 'month 2024-05-01'],
    ['2024-00', 'notReal'],
    ['1775977500000', 'instant 2026-04-12T07:05:00.000Z'],
    ['0026014', 'no date'],
  ])('reads %s under a key of dates as %s', (text, expected) => {
    expect(told(readDateOfDateKey(text))).toBe(expected)
  })

  it('reads every instant that JavaScript writes', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(readDate(date.toISOString())).toEqual({ kind: 'instant', epoch: date.getTime(), note: null })
      }),
    )
  })

  it('takes no text for a date by throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readDateOfDateKey(text)).not.toThrow()
      }),
    )
  })
})

describe('dateFormats', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })
  function words(text: string, locale = 'en-US') {
    const date = readDateOfDateKey(text)
    return date && dateFormats(locale).short(date)
  }

  it.each(['Pacific/Kiritimati', 'Etc/GMT+12', 'UTC', 'Asia/Kolkata'])(
    'leaves a day, and a time without zone, on its day for a user in %s',
    (place) => {
      vi.stubEnv('TZ', place)
      // A language of its own for each place: formatters are kept by language.
      const locale = { 'Pacific/Kiritimati': 'en-NZ', 'Etc/GMT+12': 'en-AU', UTC: 'en-GB' }[place] ?? 'en-IN'
      for (const text of ['2024-05-01', '2024:05:01 00:00:00', '2024-05-01T23:59:59', '2024-05-01T24:00:00'])
        expect(words(text, locale)).toMatch(/^1 May 2024/)
      expect(words('2024-05', locale)).toBe('May 2024')
    },
  )

  it('tells how long ago', () => {
    const now = Date.UTC(2026, 5, 15, 12)
    function ago(text: string) {
      const date = readDateOfDateKey(text)
      return date && dateFormats('en-US').relative(date, now)
    }
    expect(ago('2026-06-15T11:00:00Z')).toBe('1 hour ago')
    expect(ago('2025-06-10T11:00:00Z')).toBe('last year')
    expect(ago('2026-06-17')).toBe('in 2 days')
    expect(ago('1962')).toBe('64 years ago')
    expect(ago('2026-07')).toBe('next month')
    expect(ago('2024-02-30')).toBeNull()
  })
})
