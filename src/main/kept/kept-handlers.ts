import * as v from 'valibot'
import { longestName } from '../../shared/asset-names'
import type { Handlers } from '../../shared/contract'
import { longestNote } from '../../shared/kept'
import { Failure } from '../failures/failure'
import { fieldText, identifier, parseInput } from '../input/parse-input'
import { maxBodyBytes } from '../metadata/metadata-request'
import type { KeptStore } from './kept'

const name = v.nullable(v.pipe(v.string(), v.maxLength(longestName)))
const asset = {
  connectionId: identifier,
  author: v.nullable(v.pipe(v.string(), v.maxLength(2_000))),
  clientId: v.nullable(identifier),
  assetId: identifier,
}
const assetSchema = v.object(asset)
const scopeSchema = v.union([
  v.object({ asset: assetSchema }),
  v.object({ connectionId: identifier }),
  v.literal('everything'),
])
const favouriteSchema = v.object({
  ...asset,
  names: v.object({ title: name, name, path: name }),
  note: fieldText,
})
const snapshotSchema = v.object({
  ...asset,
  text: v.pipe(v.string(), v.maxLength(maxBodyBytes)),
  etag: v.nullable(v.pipe(v.string(), v.maxLength(2_000))),
  readAt: v.pipe(v.string(), v.isoTimestamp()),
})
const oneSnapshot = v.object({ snapshotId: identifier })

type KeepOperations =
  | 'listKept'
  | 'clearHistory'
  | 'restoreHistory'
  | 'saveFavourite'
  | 'removeFavourite'
  | 'listSnapshots'
  | 'keepSnapshot'
  | 'readSnapshot'
  | 'removeSnapshot'
  | 'deleteKept'

type Collaborators = {
  kept: KeptStore
  /** Also forgets the asset that the request bar was left with. */
  forgetLastWork: () => Promise<void>
  /** Drops from memory the drafts and sent changes, whose files go with what is kept. */
  forgetEdits: () => void
  /** Throws `storage` when something of the log is left. */
  clearLog: () => void
}

export function keptHandlers({
  kept,
  forgetLastWork,
  forgetEdits,
  clearLog,
}: Collaborators): Pick<Handlers, KeepOperations> {
  return {
    listKept: () => kept.list(),
    clearHistory: async (input) => kept.clearHistory(parseInput(scopeSchema, input)),
    restoreHistory: () => kept.restoreHistory(),
    saveFavourite: async (input) => {
      const draft = parseInput(favouriteSchema, input)
      if (draft.note.length > longestNote) throw tooLong(draft.note.length)
      return kept.saveFavourite(draft)
    },
    removeFavourite: async (input) => kept.removeFavourite(parseInput(assetSchema, input)),
    listSnapshots: async (input) => kept.snapshotsOf(parseInput(assetSchema, input)),
    keepSnapshot: async (input) => kept.keepSnapshot(parseInput(snapshotSchema, input)),
    readSnapshot: async (input) => kept.readSnapshot(parseInput(oneSnapshot, input).snapshotId),
    removeSnapshot: async (input) => {
      await kept.removeSnapshot(parseInput(oneSnapshot, input).snapshotId)
      return null
    },
    deleteKept: async () => {
      await forgetLastWork()
      forgetEdits()
      clearLog()
      return kept.deleteEverything()
    },
  }
}

function tooLong(length: number): Failure {
  return new Failure({
    kind: 'input',
    problems: [{ field: 'note', code: 'too-long', values: { length, longest: longestNote } }],
  })
}
