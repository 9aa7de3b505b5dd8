import { join } from 'node:path'
import * as v from 'valibot'
import { pathForms, type SentChange } from '../../shared/edit'
import { type JsonFile, openJsonFile } from '../files/json-file'
import { createOneAtATime } from '../one-at-a-time'
import { assetSchema, changesSchema, listOf } from './filed-schemas'

/** The changes that this program sent, newest first: what is needed to undo them, and to tell of them. */
export type ChangeJournal = {
  list: () => Promise<readonly SentChange[]>
  /** Adds a change that is not listed yet: the program may end between listing it and forgetting its draft. */
  add: (change: SentChange) => Promise<void>
  /** Drops what is in memory: its file was removed. */
  forget: () => void
  settled: () => Promise<void>
}

const mostChanges = 500
/** Of all changes together: the file of a journal that is larger than that could not be read again. */
const mostCharacters = 4_000_000

const journalSchema = v.object({
  version: v.literal(1),
  changes: listOf(
    v.object({
      id: v.string(),
      asset: assetSchema,
      connectionName: v.string(),
      at: v.string(),
      changes: changesSchema,
      patch: v.string(),
      pathForm: v.picklist(pathForms),
      etagBefore: v.string(),
      etagAfter: v.nullable(v.string()),
    }),
  ),
})
type JournalFile = v.InferOutput<typeof journalSchema>

export function openJournalFile(folder: string): JsonFile<JournalFile> {
  return openJsonFile(join(folder, 'changes.json'), (content) => v.parse(journalSchema, content))
}

/**
 * Where history is off, changes are kept until the program ends, and in no file. `onProblem`: called when one could not be written,
 * which says nothing of the change itself.
 */
export function createChangeJournal(
  file: JsonFile<JournalFile>,
  keepsHistory: () => boolean,
  onProblem: (thrown: unknown) => void,
): ChangeJournal {
  let known: readonly SentChange[] | null = null
  const queue = createOneAtATime()
  async function read(): Promise<readonly SentChange[]> {
    known ??= (await file.read())?.changes ?? []
    return known
  }
  return {
    list: () => queue.run(read),
    add: (change) =>
      queue.run(async () => {
        const listed = await read()
        if (listed.some(({ id }) => id === change.id)) return
        const changes = withinLimits([change, ...listed])
        known = changes
        if (keepsHistory()) await file.write({ version: 1, changes }).catch(onProblem)
      }),
    forget: () => {
      known = null
    },
    settled: queue.idle,
  }
}

/** The newest ones; of a change that is longer than all of them may be, that one alone. */
function withinLimits(changes: readonly SentChange[]): SentChange[] {
  let characters = 0
  return changes.slice(0, mostChanges).filter((change, at) => {
    characters += JSON.stringify(change).length
    return at === 0 || characters <= mostCharacters
  })
}
