import { isInScope } from '../../../src/main/kept/history'
import type { DesktopApi } from '../../../src/shared/contract'
import {
  type AssetKey,
  assetKeyOf,
  type HistoryScope,
  type KeepOutcome,
  type Kept,
  mayBeOfAsset,
  type Snapshot,
  type SnapshotReading,
} from '../../../src/shared/kept'
import type { AppError, Result } from '../../../src/shared/result'
import type { ProgramReport, SettingsPatch, SettingsReading } from '../../../src/shared/settings'

function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}
function failed(error: AppError): Result<never> {
  return { ok: false, error }
}

export type KeepAnswers = {
  kept: Partial<Kept>
  snapshots: readonly SnapshotReading[]
  keepSnapshot: () => KeepOutcome
  settings: Partial<SettingsReading>
  changeSettings: (patch: SettingsPatch) => Result<SettingsReading>
  program: ProgramReport
}

export type KeepSeen = {
  cleared: HistoryScope[]
  keptTexts: string[]
  settings: SettingsPatch[]
  deletedKept: number
  openedFolder: number
}

const places: ProgramReport['places'] = {
  userData: { path: '/home/user/.config/asset-inspector', bytes: 12_000 },
  connections: { path: '/home/user/.config/asset-inspector/connections.json', bytes: 900 },
  settings: { path: '/home/user/.config/asset-inspector/settings.json', bytes: null },
  network: { path: '/home/user/.config/asset-inspector/network.json', bytes: null },
  session: { path: '/home/user/.config/asset-inspector/session.json', bytes: 300 },
  kept: { path: '/home/user/.config/asset-inspector/kept', bytes: 5_000 },
  updates: { path: '/home/user/.config/asset-inspector/updates', bytes: null },
  logs: { path: '/home/user/.config/asset-inspector/logs', bytes: 800 },
}

/** History, favourites, snapshots and settings in memory. */
export function fakeKeep(answers: Partial<KeepAnswers>) {
  const seen: KeepSeen = { cleared: [], keptTexts: [], settings: [], deletedKept: 0, openedFolder: 0 }
  const nothing: Kept = {
    history: [],
    favourites: [],
    checks: [],
    room: { count: 0, bytes: 0, limit: 200_000_000 },
    setAside: [],
  }
  let cleared: Kept['history'] = []
  let kept: Kept = { ...nothing, ...answers.kept }
  let snapshots = answers.snapshots ?? []
  let settings: SettingsReading = {
    trouble: null,
    density: 'comfortable',
    language: null,
    interfaceLocale: 'en-US',
    dateLocale: null,
    keepsHistory: true,
    checksForUpdates: null,
    expectedDifferences: null,
    imsTimeout: 30,
    aemTimeout: 120,
    ...answers.settings,
  }
  function isOther(one: AssetKey) {
    return (other: AssetKey) => !mayBeOfAsset(other, one)
  }

  const api = {
    listKept: async () => ok(kept),
    clearHistory: async (scope) => {
      seen.cleared.push(scope)
      cleared = kept.history
      kept = { ...kept, history: kept.history.filter((entry) => !isInScope(entry, scope)) }
      return ok(kept)
    },
    restoreHistory: async () => {
      kept = { ...kept, history: cleared }
      return ok(kept)
    },
    saveFavourite: async (draft) => {
      const favourite = { ...draft, since: '2026-03-01T09:00:00.000Z' }
      kept = { ...kept, favourites: [favourite, ...kept.favourites.filter(isOther(draft))] }
      return ok(kept)
    },
    removeFavourite: async (asset) => {
      kept = { ...kept, favourites: kept.favourites.filter(isOther(asset)) }
      return ok(kept)
    },
    listSnapshots: async (asset) =>
      ok(snapshots.map(({ snapshot }) => snapshot).filter((snapshot) => !isOther(asset)(snapshot))),
    keepSnapshot: async ({ text, etag, readAt, ...asset }) => {
      seen.keptTexts.push(text)
      if (answers.keepSnapshot) return ok(answers.keepSnapshot())
      const id = `snapshot-${seen.keptTexts.length}`
      const snapshot: Snapshot = {
        id,
        ...assetKeyOf(asset),
        etag,
        readAt,
        bytes: text.length,
        kind: 'asked',
      }
      return ok({ outcome: 'kept', snapshot })
    },
    readSnapshot: async ({ snapshotId }) => {
      const found = snapshots.find(({ snapshot }) => snapshot.id === snapshotId)
      return found ? ok(found) : failed({ kind: 'gone' })
    },
    removeSnapshot: async ({ snapshotId }) => {
      snapshots = snapshots.filter(({ snapshot }) => snapshot.id !== snapshotId)
      return ok(null)
    },
    deleteKept: async () => {
      seen.deletedKept += 1
      kept = nothing
      return ok(kept)
    },
    readSettings: async () => ok(settings),
    changeSettings: async (patch) => {
      seen.settings.push(patch)
      if (answers.changeSettings) return answers.changeSettings(patch)
      const { imsTimeout, aemTimeout, ...others } = patch
      settings = {
        ...settings,
        ...others,
        imsTimeout: imsTimeout === undefined ? settings.imsTimeout : Number(imsTimeout),
        aemTimeout: aemTimeout === undefined ? settings.aemTimeout : Number(aemTimeout),
      }
      return ok(settings)
    },
    describeProgram: async () =>
      ok(answers.program ?? { places, keychainService: 'Asset Inspector for AEM', hosts: [] }),
    reportTrouble: async () => ok(null),
    openDataFolder: async () => {
      seen.openedFolder += 1
      return ok(null)
    },
  } satisfies Partial<DesktopApi>
  return { api, seen }
}
