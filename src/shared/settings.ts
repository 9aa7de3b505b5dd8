import type { Language, PseudoLanguage } from './language'

export const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

/** Locales in which dates, numbers and sizes can be shown, besides the system's own. */
export const dateLocales = [
  'da-DK',
  'de-DE',
  'en-GB',
  'en-US',
  'es-ES',
  'fi-FI',
  'fr-FR',
  'it-IT',
  'ja-JP',
  'ko-KR',
  'nb-NO',
  'nl-NL',
  'pl-PL',
  'pt-BR',
  'sv-SE',
  'zh-CN',
  'zh-TW',
] as const
export type DateLocale = (typeof dateLocales)[number]

/** Seconds that a whole call may take, with what is sensible on both sides. */
export const timeoutBounds = {
  imsTimeout: { least: 5, most: 300, usual: 30 },
  aemTimeout: { least: 5, most: 900, usual: 120 },
} as const
export type TimeoutName = keyof typeof timeoutBounds

export type Settings = {
  density: Density
  /** Of the words; null follows the system. */
  language: Language | PseudoLanguage | null
  /** Of dates, numbers and sizes; null follows the system. */
  dateLocale: DateLocale | null
  keepsHistory: boolean
  /** Whether to look for newer versions; null until the user has said. */
  checksForUpdates: boolean | null
  /** Names of the fields that always differ between environments; null are the usual ones. */
  expectedDifferences: readonly string[] | null
  /** Seconds. */
  imsTimeout: number
  /** Seconds. */
  aemTimeout: number
}

/** Why the settings are not known for certain. While they are not, no history is kept. */
export type SettingsTrouble =
  /** The disk does not give the file: it is not written either, until it can be read. */
  | { kind: 'unreadable'; path: string }
  /** The file made no sense and was put aside at `path`. */
  | { kind: 'set-aside'; path: string }

export type KnownSettings = Settings & { trouble: SettingsTrouble | null }

/** `interfaceLocale` says in which language the words are, as the settings and the system have it: `de-AT`. */
export type SettingsReading = KnownSettings & { interfaceLocale: string }

/** Only the members named are changed; timeouts as typed. */
export type SettingsPatch = Partial<Omit<Settings, TimeoutName> & Record<TimeoutName, string>>

/** A file or folder of the program; `bytes` is null while it is not there. */
export type StoragePlace = { path: string; bytes: number | null }

/** A host that was contacted since the program was started. */
export type ContactedHost = {
  host: string
  count: number
  /** ISO 8601, UTC. */
  lastAt: string
}

/** Where the program keeps what, and whom it has talked to. */
export type ProgramReport = {
  places: Readonly<
    Record<
      'userData' | 'connections' | 'settings' | 'network' | 'session' | 'kept' | 'updates' | 'logs',
      StoragePlace
    >
  >
  /** Under which the OS keychain holds the secrets. */
  keychainService: string
  hosts: readonly ContactedHost[]
}
