import { useLocale } from '@react-spectrum/s2/Provider'
import { createContext, useContext, useMemo } from 'react'

const bytesPerKilobyte = 1_000
const bytesPerMegabyte = 1_000_000
const msPerSecond = 1_000

export const makeFormats = (locale: string) => {
  const inUnit = (value: number, unit: string, digits: number): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: unit === 'byte' ? 'long' : 'short',
      maximumFractionDigits: digits,
    }).format(value)
  const inDate = (iso: string, options: Intl.DateTimeFormatOptions): string => {
    const date = new Date(iso)
    return Number.isNaN(date.getTime()) ? iso : new Intl.DateTimeFormat(locale, options).format(date)
  }
  const isToday = (iso: string): boolean => new Date(iso).toDateString() === new Date().toDateString()

  return {
    locale,
    bytes: (bytes: number): string => {
      if (bytes < bytesPerKilobyte) return inUnit(bytes, 'byte', 0)
      if (bytes < bytesPerMegabyte) return inUnit(bytes / bytesPerKilobyte, 'kilobyte', 1)
      return inUnit(bytes / bytesPerMegabyte, 'megabyte', 1)
    },
    milliseconds: (ms: number): string =>
      ms < msPerSecond ? inUnit(ms, 'millisecond', 0) : inUnit(ms / msPerSecond, 'second', 1),
    /** The time alone for today, else with the date. */
    moment: (iso: string): string =>
      inDate(iso, isToday(iso) ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'medium' }),
    dateAndTime: (iso: string): string => inDate(iso, { dateStyle: 'medium', timeStyle: 'short' }),
    date: (iso: string): string => inDate(iso, { dateStyle: 'long' }),
    hoursAndMinutes: (ms: number): string => {
      const minutes = Math.max(0, Math.floor(ms / 60_000))
      const parts = [inUnit(Math.floor(minutes / 60), 'hour', 0), inUnit(minutes % 60, 'minute', 0)]
      return parts.slice(minutes < 60 ? 1 : 0).join(' ')
    },
  }
}

export type Formats = ReturnType<typeof makeFormats>

/** The locale that the user has chosen for dates and numbers; null follows the system. */
export const ChosenLocale = createContext<string | null>(null)

/** Sizes, times and dates in the conventions that the user has chosen, or those of the system. */
export const useFormats = () => {
  const system = useLocale().locale
  const locale = useContext(ChosenLocale) ?? system
  return useMemo(() => makeFormats(locale), [locale])
}
