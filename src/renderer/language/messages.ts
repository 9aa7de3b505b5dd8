import {
  type LocalizedString,
  LocalizedStringDictionary,
  LocalizedStringFormatter,
} from '@internationalized/string'
import { useLocale } from '@react-spectrum/s2/Provider'
import { useMemo } from 'react'
import type { MessageValues } from '../../shared/result'

export type Say<K extends string> = (key: K, values?: MessageValues) => string

/**
 * Makes the hook that turns message keys into words of the user's language.
 *
 * Catalogues are ICU MessageFormat files, compiled while bundling; a key that is not in the English one does not type-check.
 */
export function defineMessages<K extends string>(catalogues: Record<string, Record<K, LocalizedString>>) {
  const dictionary = new LocalizedStringDictionary<K, LocalizedString>(catalogues, 'en')
  return (): Say<K> => {
    const { locale } = useLocale()
    return useMemo(() => {
      const formatter = new LocalizedStringFormatter(locale, dictionary)
      return (key, values) => formatter.format(key, values)
    }, [locale])
  }
}

/** A name from outside, so that its writing direction does not turn the sentence around it. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`
}
