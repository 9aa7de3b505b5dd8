import type { BulkQuery, BulkRun, BulkSteer, BulkSummary } from '../../../shared/bulk'

/** Runs of the same change of many assets. */
export type Bulk = {
  /** Reads every asset and says what would change; nothing is sent. Throws a `Failure`, or the signal's reason. */
  plan: (query: BulkQuery, signal: AbortSignal) => Promise<BulkRun>
  /** Reads again what is neither done nor planned: what is there by now counts as changed, the rest is planned anew. */
  planRest: (runId: string, ticket: string, signal: AbortSignal) => Promise<BulkRun>
  /**
   * Sends what is planned; `changed` assets of it are so now. `isCanceled`: the user ended it before its end. Throws `input` where the connection may not change
   * anything, `gone` where it leads elsewhere by now.
   */
  send: (runId: string, onRows: (count: number) => void) => Promise<{ changed: number; isCanceled: boolean }>
  steer: (runId: string, to: BulkSteer) => Promise<BulkRun>
  read: (runId: string) => Promise<BulkRun>
  /** Of one connection, newest first: those that were sent, in part at least. */
  list: (connectionId: string) => Promise<readonly BulkSummary[]>
  /** How many assets of a run would be sent now. */
  plannedOf: (runId: string) => Promise<number>
  connectionOf: (runId: string) => Promise<string>
  /** No further change is sent by this connection. */
  stopFor: (connectionId: string) => void
  /** Drops what is in memory: its files were removed. */
  forget: () => void
  tidy: (connectionIds: ReadonlySet<string>) => Promise<void>
  /** No further change is sent; when those on their way have ended. */
  settled: () => Promise<void>
}
