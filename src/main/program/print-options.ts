import type { BrowserWindowConstructorOptions } from 'electron'
import { lockedWebPreferences } from './locked-web-preferences'

export type Paper = 'A4' | 'Letter'

/** Regions whose usual paper is Letter (Unicode CLDR, paperSize). */
const letterRegions = 'BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' ')

/** The paper of the region of a locale; that of its language where it names none. */
export function paperOf(locale: string): Paper {
  const region = new Intl.Locale(locale).maximize().region ?? ''
  return letterRegions.includes(region) ? 'Letter' : 'A4'
}

/** A page that is printed runs nothing: it has no script, no bridge and no network. */
export function printWindowOptions(partition: string): BrowserWindowConstructorOptions {
  return {
    show: false,
    webPreferences: {
      partition,
      ...lockedWebPreferences,
      javascript: false,
      images: false,
      devTools: false,
    },
  }
}
