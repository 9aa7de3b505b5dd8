import { Failure } from '../../failures/failure'
import type { RunFiles } from './run-files'
import type { RunRow, RunState } from './run-state'

type Collaborators = {
  files: RunFiles
  keepsHistory: () => boolean
  onProblem: (thrown: unknown) => void
}

/** Kept on disk, newest first. */
const mostRuns = 50
/** Of those that were reviewed and never sent, which are in memory alone. */
const mostUnsent = 10

/** The runs of this program: all in memory, those that were sent on disk as well where history is on. */
export function createRunShelf({ files, keepsHistory, onProblem }: Collaborators) {
  const runs = new Map<string, RunState>()
  const filed = new Set<string>()
  let loading: Promise<void> | null = null

  async function readFiles(): Promise<void> {
    for (const run of await files.read()) {
      filed.add(run.head.id)
      if (!runs.has(run.head.id)) runs.set(run.head.id, run)
    }
  }
  function load(): Promise<void> {
    loading ??= readFiles()
    return loading
  }
  function remove(runId: string): void {
    runs.delete(runId)
    if (filed.delete(runId)) files.remove(runId).catch(onProblem)
  }
  function dropOldest(isCounted: (run: RunState) => boolean, most: number): void {
    const counted = [...runs.values()].filter((run) => run.stage === 'ready' && isCounted(run))
    const byAge = counted.sort((one, other) => (one.head.at < other.head.at ? 1 : -1))
    for (const { head } of byAge.slice(most)) remove(head.id)
  }
  return {
    /** Throws `gone`. */
    of: async (runId: string): Promise<RunState> => {
      await load()
      const run = runs.get(runId)
      if (run === undefined) throw new Failure({ kind: 'gone' })
      return run
    },
    peek: (runId: string) => runs.get(runId),
    sentOf: async (connectionId: string): Promise<RunState[]> => {
      await load()
      return [...runs.values()].filter(({ head, wasSent }) => wasSent && head.connectionId === connectionId)
    },
    put: (run: RunState): RunState => {
      runs.set(run.head.id, run)
      dropOldest(({ wasSent }) => !wasSent, mostUnsent)
      return run
    },
    /** Before anything of a run is sent. Throws `storage`. */
    begin: async (run: RunState): Promise<void> => {
      if (!keepsHistory() || filed.has(run.head.id)) return
      await files.begin(run)
      filed.add(run.head.id)
      dropOldest(({ wasSent }) => wasSent, mostRuns)
    },
    /** Throws `storage` for a row that is about to be sent: were the program to end, nobody would know of it. */
    keep: async (run: RunState, row: RunRow): Promise<void> => {
      if (filed.has(run.head.id)) {
        const written = files.add(run.head.id, row)
        await (row.state === 'sending' ? written : written.catch(onProblem))
      }
      run.rows.set(row.assetId, row)
    },
    forget: (): void => {
      runs.clear()
      filed.clear()
      loading = null
    },
    /** Removes the files of connections that are no longer there. */
    tidy: async (connectionIds: ReadonlySet<string>): Promise<void> => {
      for (const { id, connectionId } of await files.heads()) {
        if (connectionIds.has(connectionId)) continue
        filed.add(id)
        remove(id)
      }
    },
  }
}
