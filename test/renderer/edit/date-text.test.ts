import { CalendarDate, CalendarDateTime } from '@internationalized/date'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDateText, writeDateText } from '../../../src/renderer/features/edit/date-text'

const zones = ['', 'Z', '+02:00', '-0530', '+09']
const fractions = ['', '.0', '.000', '.714', ',123456789']

function pad(value: number, length = 2): string {
  return String(value).padStart(length, '0')
}

/** Every form in which AEM and XMP write a date. */
const written = fc
  .record({
    date: fc.date({ min: new Date('0001-01-01Z'), max: new Date('9999-12-31Z'), noInvalidDate: true }),
    time: fc.constantFrom('none', 'minute', 'second'),
    hour: fc.nat(23),
    minute: fc.nat(59),
    second: fc.nat(59),
    fraction: fc.constantFrom(...fractions),
    zone: fc.constantFrom(...zones),
  })
  .map(({ date, time, hour, minute, second, fraction, zone }) => {
    const day = date.toISOString().slice(0, 10)
    if (time === 'none') return day
    const seconds = time === 'minute' ? '' : `:${pad(second)}${fraction}`
    return `${day}T${pad(hour)}:${pad(minute)}${seconds}${zone}`
  })

it('keeps a text byte for byte where nothing is changed', () => {
  fc.assert(
    fc.property(written, (text) => {
      const read = readDateText(text)
      expect(read === null ? null : writeDateText(text, read.value)).toBe(text)
    }),
  )
})

it('changes the day alone where the day is picked', () => {
  fc.assert(
    fc.property(written, (text) => {
      const value = readDateText(text)?.value ?? new CalendarDate(1, 1, 1)
      expect(writeDateText(text, value.set({ year: 2031, month: 4, day: 9 }))).toBe(
        `2031-04-09${text.slice(10)}`,
      )
    }),
  )
})

it.each([
  ['2026-12-31T18:00:00.000+01:00', '2026-12-31T07:05:09.000+01:00'],
  ['2026-12-31T18:00Z', '2026-12-31T07:05Z'],
  ['2026-12-31T18:00:00,5', '2026-12-31T07:05:09,5'],
])('keeps day, fraction and zone of %s where the time is changed', (text, expected) => {
  expect(writeDateText(text, new CalendarDateTime(2026, 12, 31, 7, 5, 9))).toBe(expected)
})

it.each([
  '',
  '2026',
  '2026-02-30',
  '2026-13-01',
  '0000-01-01',
  '2026-01-01T',
  '2026-01-01T24:00:00Z',
  '2026-01-01T10:61Z',
  '2026-01-01T10Z',
  '2026-01-01Z',
  'Fri Oct 25 2024 18:11:41 GMT+0000',
  ' 2026-01-01',
  '2026-01-01T10:00:00.Z',
])('leaves alone what is no date: %j', (text) => {
  expect(readDateText(text)).toBeNull()
})

it.each([
  ['2026-01-01', 'day', null],
  ['2026-01-01T10:00+09:00', 'minute', '+09:00'],
  ['2026-01-01T10:00:00.714Z', 'second', 'Z'],
  ['2026-01-01T10:00:00', 'second', null],
])('reads %s by its %s in zone %s', (text, granularity, zone) => {
  expect(readDateText(text)).toMatchObject({ granularity, zone })
})
