import type { BrowserWindowConstructorOptions } from 'electron'

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
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      images: false,
      spellcheck: false,
      devTools: false,
    },
  }
}
