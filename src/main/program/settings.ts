import * as v from 'valibot'
import type { FieldProblem } from '../../shared/result'
import {
  dateLocales,
  densities,
  type Settings,
  type SettingsPatch,
  type TimeoutName,
  timeoutBounds,
} from '../../shared/settings'
import { Failure } from '../failures/failure'
import type { JsonFile } from '../files/json-file'

function seconds(name: TimeoutName) {
  const { least, most, usual } = timeoutBounds[name]
  return v.fallback(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)), usual)
}

/** A member that is missing or makes no sense has its usual value, and the others keep theirs. */
export const settingsFileSchema = v.object({
  version: v.literal(1),
  density: v.fallback(v.picklist(densities), 'comfortable'),
  dateLocale: v.fallback(v.nullable(v.picklist(dateLocales)), null),
  keepsHistory: v.fallback(v.boolean(), true),
  imsTimeout: seconds('imsTimeout'),
  aemTimeout: seconds('aemTimeout'),
})
export type SettingsFile = v.InferOutput<typeof settingsFileSchema>

const usualSettings: Settings = {
  density: 'comfortable',
  dateLocale: null,
  keepsHistory: true,
  imsTimeout: timeoutBounds.imsTimeout.usual,
  aemTimeout: timeoutBounds.aemTimeout.usual,
}

export type SettingsStore = {
  current: () => Settings
  /** Throws `input` for a timeout that makes no sense, or `storage`, and has changed nothing. */
  change: (patch: SettingsPatch) => Promise<Settings>
}

/** What the user has set, read once at the start. */
export async function openSettings(file: JsonFile<SettingsFile>): Promise<SettingsStore> {
  // A disk that does not give the file must not keep the window from opening.
  let content: Settings = toSettings(await file.read().catch(() => null))
  return {
    current: () => content,
    change: async (patch) => {
      const changed = { ...content, ...understandPatch(patch) }
      await file.write({ version: 1, ...changed })
      content = changed
      return content
    },
  }
}

function toSettings(file: SettingsFile | null): Settings {
  if (file === null) return usualSettings
  const { version: _, ...settings } = file
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
