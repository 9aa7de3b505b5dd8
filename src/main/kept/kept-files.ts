import * as v from 'valibot'
import { checkSteps } from '../../shared/check'
import { verdicts } from '../../shared/kept'

const names = v.object({
  title: v.nullable(v.string()),
  name: v.nullable(v.string()),
  path: v.nullable(v.string()),
})
const key = {
  connectionId: v.string(),
  // Not recorded by the first versions: null says so, for no record tells what a connection was then.
  author: v.optional(v.nullable(v.string()), null),
  clientId: v.optional(v.nullable(v.string()), null),
  assetId: v.string(),
}

export const historyFileSchema = v.object({
  version: v.literal(1),
  entries: v.array(v.object({ ...key, names, at: v.string(), outcome: v.picklist(['read', 'failed']) })),
  /** Connections that were forgotten: what is kept of them goes at the next start, when they cannot come back. */
  forgotten: v.array(v.string()),
})
export type HistoryFile = v.InferOutput<typeof historyFileSchema>
export const noHistory: HistoryFile = { version: 1, entries: [], forgotten: [] }

export const favouritesFileSchema = v.object({
  version: v.literal(1),
  favourites: v.array(v.object({ ...key, names, since: v.string(), note: v.string() })),
})
export type FavouritesFile = v.InferOutput<typeof favouritesFileSchema>
export const noFavourites: FavouritesFile = { version: 1, favourites: [] }

export const checksFileSchema = v.object({
  version: v.literal(1),
  checks: v.array(
    v.object({
      connectionId: v.string(),
      at: v.string(),
      verdict: v.picklist(verdicts),
      step: v.nullable(v.picklist(checkSteps)),
    }),
  ),
})
export type ChecksFile = v.InferOutput<typeof checksFileSchema>
export const noChecks: ChecksFile = { version: 1, checks: [] }

export const snapshotRecordSchema = v.object({
  ...key,
  id: v.string(),
  readAt: v.string(),
  etag: v.nullable(v.string()),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  kind: v.picklist(['asked', 'seen']),
  /** SHA-256 of the body in lower-case hexadecimal: the name of its file. */
  body: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})
export type SnapshotRecord = v.InferOutput<typeof snapshotRecordSchema>

export const snapshotsFileSchema = v.object({
  version: v.literal(1),
  snapshots: v.array(snapshotRecordSchema),
})
export type SnapshotsFile = v.InferOutput<typeof snapshotsFileSchema>
export const noSnapshots: SnapshotsFile = { version: 1, snapshots: [] }
