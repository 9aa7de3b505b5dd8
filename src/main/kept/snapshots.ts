import { randomUUID } from 'node:crypto'
import {
  type AssetKey,
  assetKeyOf,
  isSameAsset,
  type KeepOutcome,
  mayBeOfAsset,
  type Snapshot,
  type SnapshotDraft,
  type SnapshotReading,
  type SnapshotRoom,
} from '../../shared/kept'
import { Failure } from '../failures/failure'
import { holdsCredential } from '../failures/redact'
import { tabulateJson } from '../metadata/tabulate-json'
import type { Bodies } from './bodies'
import type { SnapshotRecord, SnapshotsFile } from './kept-files'
import type { Stored } from './stored'

/** Automatic snapshots of an asset: the current body and the different one before it. */
const seenPerAsset = 2

/** Larger bodies are saved only by hand: writing them at each read would be felt. */
const largestSeenBytes = 5_000_000

/** Limited, since the list is read whole. */
const mostSnapshots = 4_000

export type Snapshots = {
  /** Newest first. */
  of: (asset: AssetKey) => Promise<readonly Snapshot[]>
  room: () => Promise<SnapshotRoom>
  /** Saves a snapshot for the user; older automatic ones make room. Throws `storage`. */
  keep: (draft: SnapshotDraft) => Promise<KeepOutcome>
  /** Saves an automatic snapshot, unless the body is the one seen last. */
  see: (draft: SnapshotDraft) => Promise<void>
  /** Throws `gone` when the snapshot or its body is not there any more. */
  read: (id: string) => Promise<SnapshotReading>
  remove: (drop: (snapshot: Snapshot) => boolean) => Promise<void>
  /** Removes bodies that no snapshot needs, as a crash leaves them. */
  sweep: () => Promise<void>
}

type Collaborators = { stored: Stored<SnapshotsFile>; bodies: Bodies; limitBytes: number }

export function createSnapshots({ stored, bodies, limitBytes }: Collaborators): Snapshots {
  async function records(): Promise<readonly SnapshotRecord[]> {
    return (await stored.read()).snapshots
  }

  /** The list first: a crash then leaves a body too many, never a snapshot without its body. */
  async function replace(next: readonly SnapshotRecord[]): Promise<void> {
    const needed = new Set(next.map(({ body }) => body))
    const unneeded = (await records()).filter(({ body }) => !needed.has(body))
    await stored.change((file) => ({ ...file, snapshots: [...next] }))
    for (const { body } of unneeded) await bodies.remove(body)
  }

  function describeDraft(draft: SnapshotDraft, kind: Snapshot['kind']): SnapshotRecord {
    return {
      id: randomUUID(),
      ...assetKeyOf(draft),
      readAt: draft.readAt,
      etag: draft.etag,
      bytes: Buffer.byteLength(draft.text),
      kind,
      body: bodies.nameOf(draft.text),
    }
  }

  /** Writes a body and its record, after others were dropped for it. */
  async function add(record: SnapshotRecord, text: string, others: readonly SnapshotRecord[]): Promise<void> {
    await bodies.write(text)
    await replace([record, ...others])
  }

  const keep: Snapshots['keep'] = async (draft) => {
    if (holdsCredential(draft.text)) return { outcome: 'holds-credential' }
    const all = await records()
    const record = describeDraft(draft, 'asked')
    const known = all.find((other) => other.kind === 'asked' && isSameBody(other, record))
    if (known) return { outcome: 'kept', snapshot: describe(known) }
    const others = makeRoom(all, record, limitBytes)
    if (others === null) return { outcome: 'no-room' }
    await add(record, draft.text, others)
    return { outcome: 'kept', snapshot: describe(record) }
  }

  const see: Snapshots['see'] = async (draft) => {
    // A character is at least one byte: the largest bodies need not be measured.
    if (draft.text.length > largestSeenBytes) return
    const record = describeDraft(draft, 'seen')
    if (record.bytes > largestSeenBytes || holdsCredential(draft.text)) return
    const all = await records()
    const seen = all.filter((other) => other.kind === 'seen' && mayBeOfAsset(other, record))
    if (seen[0] && isSameBody(seen[0], record)) return
    const tooMany = new Set(seen.slice(seenPerAsset - 1))
    const others = makeRoom(
      all.filter((other) => !tooMany.has(other)),
      record,
      limitBytes,
    )
    if (others !== null) await add(record, draft.text, others)
  }

  const remove: Snapshots['remove'] = async (drop) => {
    const all = await records()
    const left = all.filter((record) => !drop(record))
    if (left.length < all.length) await replace(left)
  }

  return {
    of: async (asset) => (await records()).filter((record) => mayBeOfAsset(record, asset)).map(describe),
    room: async () => {
      const all = await records()
      return { count: all.length, bytes: bytesOf(all), limit: limitBytes }
    },
    keep,
    see,
    read: async (id) => {
      const record = (await records()).find((candidate) => candidate.id === id)
      const text = record ? await bodies.read(record.body) : null
      if (record && text !== null) return { snapshot: describe(record), text, rows: tabulateJson(text) }
      if (record) await remove((other) => other.id === id)
      throw new Failure({ kind: 'gone' })
    },
    remove,
    sweep: async () => bodies.removeAllBut(new Set((await records()).map(({ body }) => body))),
  }
}

function describe({ body: _, ...snapshot }: SnapshotRecord): Snapshot {
  return snapshot
}

function isSameBody(one: SnapshotRecord, other: SnapshotRecord): boolean {
  return isSameAsset(one, other) && one.body === other.body
}

/** Equal bodies share a file. */
function bytesOf(all: readonly SnapshotRecord[]): number {
  return [...new Map(all.map(({ body, bytes }) => [body, bytes])).values()].reduce(
    (sum, bytes) => sum + bytes,
    0,
  )
}

/** What can stay beside a new record: the oldest ones that nobody asked for go first. Null when that is not enough. */
function makeRoom(
  all: readonly SnapshotRecord[],
  added: SnapshotRecord,
  limitBytes: number,
): readonly SnapshotRecord[] | null {
  let left = all
  while (left.length >= mostSnapshots || bytesOf([added, ...left]) > limitBytes) {
    const oldest = left.findLast(({ kind }) => kind === 'seen')
    if (!oldest) return null
    left = left.filter((record) => record !== oldest)
  }
  return left
}
