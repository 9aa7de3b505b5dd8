import { type AssetNames, findAssetNames, noNames } from '../../shared/asset-names'
import {
  type AssetKey,
  assetKeyOf,
  type CheckMark,
  type FavouriteDraft,
  type HistoryEntry,
  type HistoryScope,
  isSameAsset,
  type KeepOutcome,
  type Kept,
  mayBeOfAsset,
  type Snapshot,
  type SnapshotDraft,
  type SnapshotReading,
} from '../../shared/kept'
import type { MetadataReading } from '../../shared/metadata'
import type { Clock } from '../calls/clock'
import type { ConnectionChange } from '../connections/connection-changed'
import { Failure } from '../failures/failure'
import { hideCredentials } from '../failures/redact'
import type { JsonFile } from '../files/json-file'
import { createOneAtATime } from '../one-at-a-time'
import type { Bodies } from './bodies'
import { addToHistory, clearFromHistory, isInScope, putBack } from './history'
import {
  type ChecksFile,
  type FavouritesFile,
  type HistoryFile,
  noChecks,
  noFavourites,
  noHistory,
  noSnapshots,
  type SnapshotsFile,
} from './kept-files'
import { createSnapshots } from './snapshots'
import { createStored } from './stored'

/** Limited, since the file is read whole. */
const mostFavourites = 1_000

/** Enough to tell since when a connection fails. */
const mostChecksOfOne = 20

/** What is kept of a reading. */
export type SeenBody = Pick<MetadataReading, keyof AssetKey | 'text' | 'rows' | 'etag' | 'readAt'>

/** The folder of what is kept. */
export type KeptFolder = {
  history: JsonFile<HistoryFile>
  favourites: JsonFile<FavouritesFile>
  checks: JsonFile<ChecksFile>
  snapshots: JsonFile<SnapshotsFile>
  bodies: Bodies
  /** Whether an unreadable file was set aside and still exists. */
  hasFilesAside: () => Promise<boolean>
  /** Removes all of it, what was put aside as well. Throws `storage` when something is left. */
  removeAll: () => Promise<void>
}

/**
 * What the program stores of the user's work on this computer: history, favorites, and bodies to
 * compare with. One call at a time works on the files. Throws `storage` when the disk does not do it.
 */
export type KeptStore = {
  list: () => Promise<Kept>
  /** Records that an asset was read, with an automatic snapshot of its body. */
  recordReading: (reading: SeenBody) => Promise<void>
  recordFailure: (asset: AssetKey) => Promise<void>
  recordCheck: (mark: CheckMark) => Promise<void>
  clearHistory: (scope: HistoryScope) => Promise<Kept>
  /** Undoes the last `clearHistory` of this run of the program; automatic snapshots do not come back. */
  restoreHistory: () => Promise<Kept>
  /** Adds a favorite, or changes its note. Null when there is no room for one more. */
  saveFavourite: (draft: FavouriteDraft) => Promise<Kept | null>
  removeFavourite: (asset: AssetKey) => Promise<Kept>
  snapshotsOf: (asset: AssetKey) => Promise<readonly Snapshot[]>
  keepSnapshot: (draft: SnapshotDraft) => Promise<KeepOutcome>
  readSnapshot: (id: string) => Promise<SnapshotReading>
  removeSnapshot: (id: string) => Promise<void>
  /** Removes every file. */
  deleteEverything: () => Promise<Kept>
  /** What is kept of a forgotten connection goes at the next start, unless it comes back before. */
  connectionChanged: (connectionId: string, change: ConnectionChange) => Promise<void>
  /** Removes what forgotten connections and crashes left behind. */
  tidy: () => Promise<void>
  /** When everything has been written, or could not be. */
  settled: () => Promise<void>
}

export function createKeptStore(folder: KeptFolder, clock: Clock, limitBytes: number): KeptStore {
  const history = createStored(folder.history, noHistory)
  const favourites = createStored(folder.favourites, noFavourites)
  const checks = createStored(folder.checks, noChecks)
  const snapshotsFile = createStored(folder.snapshots, noSnapshots)
  const snapshots = createSnapshots({ stored: snapshotsFile, bodies: folder.bodies, limitBytes })
  const stores = [history, favourites, checks, snapshotsFile]

  const queue = createOneAtATime()
  let cleared: readonly HistoryEntry[] = []
  /** A reading that was pending then must not be recorded after. */
  const forgotten = new Set<string>()

  function now(): string {
    return new Date(clock.now()).toISOString()
  }

  async function list(): Promise<Kept> {
    return {
      history: (await history.read()).entries,
      favourites: (await favourites.read()).favourites,
      checks: (await checks.read()).checks,
      room: await snapshots.room(),
      setAside: stores.flatMap((store) => store.setAside() ?? []),
    }
  }

  async function recordReading(reading: SeenBody): Promise<void> {
    const { text, rows, etag, readAt } = reading
    const asset = assetKeyOf(reading)
    const names = withoutCredentials(findAssetNames(text, rows))
    await history.change((file) => addToHistory(file, { ...asset, names, at: now(), outcome: 'read' }))
    await snapshots.see({ ...asset, text, etag, readAt })
  }

  async function saveFavourite({ names, note, ...asset }: FavouriteDraft): Promise<Kept | null> {
    const { favourites: all } = await favourites.read()
    const known = all.find((favourite) => mayBeOfAsset(favourite, asset))
    if (!known && all.length >= mostFavourites) return null
    const saved = {
      ...asset,
      names: withoutCredentials(names),
      since: known?.since ?? now(),
      note: hideCredentials(note.trim()),
    }
    await favourites.change((file) => ({
      ...file,
      favourites: known
        ? file.favourites.map((favourite) => (favourite === known ? saved : favourite))
        : [saved, ...file.favourites],
    }))
    return list()
  }

  function requireConnection({ connectionId }: AssetKey): void {
    if (forgotten.has(connectionId)) throw new Failure({ kind: 'gone' })
  }

  async function isKnown(id: string): Promise<boolean> {
    const { snapshots: kept } = await snapshotsFile.read()
    const { entries } = await history.read()
    const { favourites: all } = await favourites.read()
    const { checks: marks } = await checks.read()
    const known: readonly { connectionId: string }[] = [...entries, ...all, ...marks, ...kept]
    return known.some(({ connectionId }) => connectionId === id)
  }

  async function dropChecks(isDropped: (mark: CheckMark) => boolean): Promise<void> {
    await checks.change((file) => {
      const others = file.checks.filter((mark) => !isDropped(mark))
      return others.length === file.checks.length ? file : { ...file, checks: others }
    })
  }

  async function recordCheck(mark: CheckMark): Promise<void> {
    await checks.change((file) => {
      const ofOne = file.checks.filter(({ connectionId }) => connectionId === mark.connectionId)
      const tooOld = new Set(ofOne.slice(mostChecksOfOne - 1))
      return { ...file, checks: [mark, ...file.checks.filter((one) => !tooOld.has(one))] }
    })
  }

  async function tidy(): Promise<void> {
    const { forgotten: left } = await history.read()
    function isLeft({ connectionId }: { connectionId: string }): boolean {
      return !left.includes(connectionId)
    }
    if (left.length > 0) {
      await snapshots.remove((snapshot) => !isLeft(snapshot))
      await favourites.change((file) => ({ ...file, favourites: file.favourites.filter(isLeft) }))
      await dropChecks((mark) => !isLeft(mark))
      await history.change((file) => ({ ...file, entries: file.entries.filter(isLeft), forgotten: [] }))
    }
    // Reading sets a broken list aside. Someone may repair it by hand: its bodies stay until everything is deleted.
    await snapshotsFile.read()
    if (!(await folder.hasFilesAside())) await snapshots.sweep()
  }

  return {
    list: () => queue.run(list),
    recordReading: (reading) =>
      queue.run(async () => {
        if (!forgotten.has(reading.connectionId)) await recordReading(reading)
      }),
    recordFailure: (asset) =>
      queue.run(async () => {
        if (forgotten.has(asset.connectionId)) return
        const entry = { ...assetKeyOf(asset), names: noNames, at: now(), outcome: 'failed' as const }
        await history.change((file) => addToHistory(file, entry))
      }),
    recordCheck: (mark) =>
      queue.run(async () => {
        if (!forgotten.has(mark.connectionId)) await recordCheck(mark)
      }),
    clearHistory: (scope) =>
      queue.run(async () => {
        const { entries } = await history.read()
        await history.change((file) => clearFromHistory(file, scope))
        cleared = entries.filter((entry) => isInScope(entry, scope))
        await snapshots.remove(
          (snapshot) => snapshot.kind === 'seen' && isInScope(snapshot, scope, mayBeOfAsset),
        )
        return list()
      }),
    restoreHistory: () =>
      queue.run(async () => {
        const back = cleared.filter(({ connectionId }) => !forgotten.has(connectionId))
        cleared = []
        await history.change((file) => putBack(file, back))
        return list()
      }),
    saveFavourite: (draft) =>
      queue.run(() => {
        requireConnection(draft)
        return saveFavourite(draft)
      }),
    removeFavourite: (asset) =>
      queue.run(async () => {
        await favourites.change((file) => ({
          ...file,
          favourites: file.favourites.filter((favourite) => !isSameAsset(favourite, asset)),
        }))
        return list()
      }),
    snapshotsOf: (asset) => queue.run(() => snapshots.of(asset)),
    keepSnapshot: (draft) =>
      queue.run(() => {
        requireConnection(draft)
        return snapshots.keep(draft)
      }),
    readSnapshot: (id) => queue.run(() => snapshots.read(id)),
    removeSnapshot: (id) => queue.run(() => snapshots.remove((snapshot) => snapshot.id === id)),
    deleteEverything: () =>
      queue.run(async () => {
        try {
          cleared = []
          await folder.removeAll()
        } finally {
          for (const store of stores) store.reset()
        }
        return list()
      }),
    connectionChanged: (connectionId, change) => {
      const isForgotten = change === 'forgotten'
      if (isForgotten) forgotten.add(connectionId)
      if (change === 'restored') forgotten.delete(connectionId)
      return queue.run(async () => {
        // A verdict holds for the credential and the hosts that were checked.
        if (change === 'edited' || change === 'secrets-changed') {
          await dropChecks((mark) => mark.connectionId === connectionId)
        }
        if ((!isForgotten && change !== 'restored') || !(await isKnown(connectionId))) return
        await history.change((file) => {
          const others = file.forgotten.filter((id) => id !== connectionId)
          return { ...file, forgotten: isForgotten ? [...others, connectionId] : others }
        })
      })
    },
    tidy: () => queue.run(tidy),
    settled: queue.idle,
  }
}

function withoutCredentials({ title, name, path }: AssetNames): AssetNames {
  function clean(text: string | null): string | null {
    return text === null ? null : hideCredentials(text)
  }
  return { title: clean(title), name: clean(name), path: clean(path) }
}
