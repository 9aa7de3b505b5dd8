import * as v from 'valibot'
import { expectedBounds } from '../../shared/compare'
import { pseudoLanguages, spokenLanguages } from '../../shared/language'
import type { FieldProblem } from '../../shared/result'
import {
  dateLocales,
  densities,
  type KnownSettings,
  type Settings,
  type SettingsPatch,
  type SettingsTrouble,
  type TimeoutName,
  timeoutBounds,
} from '../../shared/settings'
import { Failure } from '../failures/failure'
import type { JsonFile } from '../files/json-file'
import { createOneAtATime } from '../one-at-a-time'

function seconds(name: TimeoutName) {
  const { least, most, usual } = timeoutBounds[name]
  return v.fallback(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)), usual)
}

export const expectedNames = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(expectedBounds.length))),
  v.maxLength(expectedBounds.names),
  v.readonly(),
)

/**
 * A member that is missing or invalid gets its default, and the others keep their value. Whether a history is kept has
 * no usual value: where it is not known, none is.
 */
export const settingsFileSchema = v.object({
  version: v.literal(1),
  density: v.fallback(v.picklist(densities), 'comfortable'),
  language: v.fallback(v.nullable(v.picklist([...spokenLanguages, ...pseudoLanguages])), null),
  dateLocale: v.fallback(v.nullable(v.picklist(dateLocales)), null),
  keepsHistory: v.fallback(v.boolean(), false),
  checksForUpdates: v.fallback(v.nullable(v.boolean()), null),
  expectedDifferences: v.fallback(v.nullable(expectedNames), null),
  imsTimeout: seconds('imsTimeout'),
  aemTimeout: seconds('aemTimeout'),
})
export type SettingsFile = v.InferOutput<typeof settingsFileSchema>

const usualSettings: Settings = {
  density: 'comfortable',
  language: null,
  dateLocale: null,
  keepsHistory: true,
  checksForUpdates: null,
  expectedDifferences: null,
  imsTimeout: timeoutBounds.imsTimeout.usual,
  aemTimeout: timeoutBounds.aemTimeout.usual,
}

export type SettingsStore = {
  current: () => KnownSettings
  /** Throws `input` for a timeout that makes no sense, or `storage`, and has changed nothing. */
  change: (patch: SettingsPatch) => Promise<KnownSettings>
  /** When everything has been written, or could not be. */
  settled: () => Promise<void>
}

/** What the user has set, read once at the start, or when it can be read. */
export async function openSettings(file: JsonFile<SettingsFile>): Promise<SettingsStore> {
  let known: Settings | null = null
  let trouble: SettingsTrouble | null = null
  const queue = createOneAtATime()

  async function read(): Promise<Settings> {
    const found = await file.read()
    const aside = file.setAside()
    trouble = aside === null ? null : { kind: 'set-aside', path: aside }
    known = found === null ? { ...usualSettings, keepsHistory: aside === null } : withoutVersion(found)
    return known
  }
  function current(): KnownSettings {
    return { ...(known ?? { ...usualSettings, keepsHistory: false }), trouble }
  }
  await read().catch((thrown: unknown) => {
    // A disk that does not give the file must not keep the window from opening.
    if (!(thrown instanceof Failure) || thrown.error.kind !== 'storage') throw thrown
    trouble = { kind: 'unreadable', path: thrown.error.path }
  })
  return {
    current,
    change: (patch) =>
      queue.run(async () => {
        const changed = { ...(known ?? (await read())), ...understandPatch(patch) }
        await file.write({ version: 1, ...changed })
        known = changed
        return current()
      }),
    settled: queue.idle,
  }
}

function withoutVersion({ version: _, ...settings }: SettingsFile): Settings {
  return settings
}

function understandPatch({ imsTimeout, aemTimeout, ...others }: SettingsPatch): Partial<Settings> {
  const problems: FieldProblem[] = []
  function read(name: TimeoutName, typed: string | undefined): Partial<Settings> {
    if (typed === undefined) return {}
    const { least, most } = timeoutBounds[name]
    const value = /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN
    if (value >= least && value <= most) return { [name]: value }
    problems.push({ field: name, code: 'seconds-out-of-range', values: { least, most } })
    return {}
  }
  const timeouts = { ...read('imsTimeout', imsTimeout), ...read('aemTimeout', aemTimeout) }
  if (problems.length > 0) throw new Failure({ kind: 'input', problems })
  return { ...others, ...timeouts }
}
