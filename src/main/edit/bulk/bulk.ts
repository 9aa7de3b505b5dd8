import { randomUUID } from 'node:crypto'
import {
  type BulkProgress,
  type BulkQuery,
  type BulkRun,
  type BulkState,
  countBulk,
} from '../../../shared/bulk'
import { batchReports } from '../../assets/batch'
import type { Clock, Wait } from '../../calls/clock'
import type { ResolveAccess } from '../../connections/connection-access'
import type { Connections } from '../../connections/connections'
import { cancelled, Failure } from '../../failures/failure'
import type { Editing } from '../editing'
import { reverseChanges } from '../rebase-changes'
import type { Lock } from '../write-lock'
import type { Bulk } from './bulk-service'
import { createHold, type Hold } from './hold'
import type { PlanRows } from './plan-run'
import type { RunFiles } from './run-files'
import { createRunShelf } from './run-shelf'
import { describeRow, describeRun, newRow, type RunRow, type RunState, summarizeRun } from './run-state'
import type { createSendRun } from './send-run'

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  editing: Pick<Editing, 'usualForm'>
  lock: Lock
  planRows: PlanRows
  sendRun: ReturnType<typeof createSendRun>
  files: RunFiles
  keepsHistory: () => boolean
  clock: Clock
  wait: Wait
  publish: (progress: BulkProgress) => void
  onProblem: (thrown: unknown) => void
}

/** Often enough to be seen moving; each report is drawn. */
const reportEveryMs = 250

type Sending = { stop: AbortController; hold: Hold; ended: Promise<unknown> }

/** The same change of many assets: reviewed as a whole, sent one by one, and undone as a whole. */
export function createBulk(collaborators: Collaborators): Bulk {
  const { connections, resolveAccess, editing, lock, planRows, sendRun, clock, wait, publish } = collaborators
  const shelf = createRunShelf(collaborators)
  const sending = new Map<string, Sending>()
  const planning = new Set<string>()

  /** Throws `gone` while a run is sent or planned. */
  function requireFree({ head, stage }: RunState): void {
    if (stage !== 'ready' || planning.has(head.id)) throw new Failure({ kind: 'gone' })
  }

  async function describe(run: RunState): Promise<BulkRun> {
    return describeRun(run, lock.reason(await connections.find(run.head.connectionId)))
  }

  /** Where a run is sent; throws `gone` where its connection leads elsewhere by now, `input` where it may not change anything. */
  async function subjectOf(run: RunState) {
    const pass = lock.pass(await connections.find(run.head.connectionId))
    return { target: await targetOf(run), pass }
  }
  async function targetOf({ head }: RunState) {
    const target = await resolveAccess(await connections.find(head.connectionId))
    if (target.author !== head.author || target.need.clientId !== head.clientId) {
      throw new Failure({ kind: 'gone' })
    }
    return target
  }

  async function wantedRows({ of, connectionId }: BulkQuery): Promise<RunRow[]> {
    if (!('undoes' in of)) return [...new Set(of.assetIds)].map((assetId) => newRow(assetId))
    const undone = await shelf.of(of.undoes)
    await targetOf(undone)
    if (undone.head.connectionId !== connectionId) throw new Failure({ kind: 'gone' })
    const mayHaveChanged = ['changed', 'missing', 'unknown']
    return [...undone.rows.values()]
      .filter(({ state }) => mayHaveChanged.includes(state))
      .map(({ assetId, changes }) => newRow(assetId, reverseChanges(changes)))
  }

  const plan: Bulk['plan'] = async (query, signal) => {
    const { connectionId, of, ticket } = query
    const target = await resolveAccess(await connections.find(connectionId))
    const head = {
      id: randomUUID(),
      connectionId,
      author: target.author,
      clientId: target.need.clientId,
      at: new Date(clock.now()).toISOString(),
      operations: 'undoes' in of ? [] : of.operations,
      undoes: 'undoes' in of ? of.undoes : null,
      form: await editing.usualForm(connectionId),
    }
    const planned = await planRows(target, head, await wantedRows(query), signal, reportTo(ticket))
    const rows = new Map(planned.map((row) => [row.assetId, row]))
    return describe(shelf.put({ head, rows, stage: 'ready', wasSent: false, error: null }))
  }

  function reportTo(ticket: string) {
    return (rows: BulkProgress['rows'], pauseSeconds: number | null) =>
      publish({ runId: ticket, stage: 'ready', rows, pauseSeconds })
  }

  const planRest: Bulk['planRest'] = async (runId, ticket, signal) => {
    const run = await shelf.of(runId)
    requireFree(run)
    planning.add(runId)
    try {
      const rest = [...run.rows.values()].filter(({ state }) => !isSettled(state))
      const planned = await planRows(await targetOf(run), run.head, rest, signal, reportTo(ticket))
      for (const row of planned) await shelf.keep(run, row)
      run.error = null
      return await describe(run)
    } finally {
      planning.delete(runId)
    }
  }

  const send: Bulk['send'] = async (runId, onRows) => {
    const run = await shelf.of(runId)
    requireFree(run)
    run.stage = 'sending'
    const changedBefore = changedIn(run)
    const [stop, hold] = [new AbortController(), createHold()]
    const ended = sendThrough(run, { stop, hold }, onRows)
    sending.set(runId, { stop, hold, ended })
    try {
      await ended
    } finally {
      sending.delete(runId)
    }
    return {
      changed: changedIn(run) - changedBefore,
      isCanceled: stop.signal.aborted && run.error === null,
    }
  }

  async function sendThrough(
    run: RunState,
    { stop, hold }: Pick<Sending, 'stop' | 'hold'>,
    onRows: (count: number) => void,
  ): Promise<void> {
    let pauseSeconds: number | null = null
    function tell(rows: readonly RunRow[]): void {
      publish({ runId: run.head.id, stage: run.stage, rows: rows.map(describeRow), pauseSeconds })
    }
    const reports = batchReports(tell, reportEveryMs, wait)
    try {
      await subjectOf(run)
      await shelf.begin(run)
      Object.assign(run, { wasSent: true, error: null })
      tell([])
      await sendRun(run, {
        signal: stop.signal,
        stop: (reason) => {
          run.error ??= reason
          stop.abort(new Failure(reason))
          hold.end()
        },
        hold: hold.over,
        subject: () => subjectOf(run),
        keep: async (row) => {
          await shelf.keep(run, row)
          reports.add(row)
          if (row.state !== 'sending') onRows(1)
        },
        onPause: (seconds) => {
          pauseSeconds = seconds
          tell([])
        },
      })
    } finally {
      run.stage = 'ready'
      pauseSeconds = null
      tell(reports.takeRest())
    }
  }

  function cancel({ stop, hold }: Sending): void {
    stop.abort(cancelled())
    hold.end()
  }

  return {
    plan,
    planRest,
    send,
    steer: async (runId, to) => {
      const run = await shelf.of(runId)
      const work = sending.get(runId)
      if (work !== undefined) {
        if (to === 'cancel') cancel(work)
        else {
          run.stage = to === 'pause' ? 'paused' : 'sending'
          if (to === 'pause') work.hold.begin()
          else work.hold.end()
        }
        publish({ runId, stage: run.stage, rows: [], pauseSeconds: null })
      }
      return describe(run)
    },
    read: async (runId) => describe(await shelf.of(runId)),
    list: async (connectionId) =>
      (await shelf.sentOf(connectionId)).map(summarizeRun).sort((one, other) => (one.at < other.at ? 1 : -1)),
    plannedOf: async (runId) => {
      return countBulk([...(await shelf.of(runId)).rows.values()]).planned
    },
    connectionOf: async (runId) => (await shelf.of(runId)).head.connectionId,
    stopFor: (connectionId) => {
      for (const [runId, work] of sending) {
        if (shelf.peek(runId)?.head.connectionId === connectionId) cancel(work)
      }
    },
    forget: () => {
      for (const work of sending.values()) cancel(work)
      shelf.forget()
    },
    tidy: shelf.tidy,
    settled: async () => {
      for (const work of sending.values()) cancel(work)
      await Promise.allSettled([...sending.values()].map(({ ended }) => ended))
    },
  }
}

function changedIn({ rows }: RunState): number {
  return countBulk([...rows.values()]).changed
}

function isSettled(state: BulkState): boolean {
  return state === 'planned' || state === 'changed' || state === 'nothing'
}
