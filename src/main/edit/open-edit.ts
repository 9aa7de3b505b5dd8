import { join } from 'node:path'
import type { BulkProgress } from '../../shared/bulk'
import type { AccessTokens } from '../calls/access-tokens'
import type { Clock, Wait } from '../calls/clock'
import type { SendHttp } from '../calls/http'
import type { ResolveAccess } from '../connections/connection-access'
import type { ConnectionChanged } from '../connections/connection-changed'
import type { Connections } from '../connections/connections'
import type { Metadata } from '../metadata/metadata'
import { createBulk } from './bulk/bulk'
import { createPlanRows } from './bulk/plan-run'
import { openRunFiles } from './bulk/run-files'
import { createSendRun } from './bulk/send-run'
import { createChangeJournal, openJournalFile } from './change-journal'
import { openDraftFiles } from './draft-files'
import { createDrafts } from './drafts'
import { createEditing } from './editing'
import { createChangeSender } from './send-changes'
import { createSendPatch } from './send-patch'
import type { Lock } from './write-lock'

type Options = {
  connections: Connections
  resolveAccess: ResolveAccess
  metadata: Metadata
  /** The same without a history, which is not for lists. */
  unrecorded: Metadata
  tokens: AccessTokens
  lock: Lock
  http: SendHttp
  clock: Clock
  wait: Wait
  /** Of what is kept of the user's work. */
  folder: string
  keepsHistory: () => boolean
  onProblem: (thrown: unknown) => void
  publishBulk: (progress: BulkProgress) => void
}

/** Puts together what changes metadata: drafts, their lock, the way to AEM, and the journal of what was sent. */
export function openEdit({ connections, resolveAccess, metadata, ...options }: Options) {
  const { unrecorded, tokens, lock, http, clock, wait, folder, keepsHistory, onProblem } = options
  const files = openDraftFiles(join(folder, 'drafts'))
  const drafts = createDrafts({ files, keepsHistory, onProblem })
  const journal = createChangeJournal(openJournalFile(folder), keepsHistory, onProblem)
  const editing = createEditing({ connections, resolveAccess, metadata, lock, drafts, journal })
  const sendPatch = createSendPatch(http, tokens, clock)
  const sender = createChangeSender({ editing, metadata, sendPatch, lock, drafts, journal, clock, wait })
  const bulk = createBulk({
    ...{ connections, resolveAccess, editing, lock, clock, wait, keepsHistory, onProblem },
    planRows: createPlanRows({ metadata: unrecorded, tokens, wait }),
    sendRun: createSendRun({ metadata: unrecorded, sendPatch, wait }),
    files: openRunFiles(join(folder, 'runs')),
    publish: options.publishBulk,
  })
  const connectionChanged: ConnectionChanged = (connectionId, change) => {
    lock.close(connectionId)
    if (change !== 'forgotten') return
    bulk.stopFor(connectionId)
    drafts.drop((asset) => asset.connectionId === connectionId)
  }
  return {
    editing,
    sender,
    bulk,
    journal,
    lock,
    connectionChanged,
    /** Drops from memory what was removed from disk. */
    forget: () => {
      drafts.drop(() => true)
      journal.forget()
      bulk.forget()
    },
    tidy: async () => {
      const connectionIds = new Set((await connections.all()).map(({ id }) => id))
      await Promise.all([files.tidy(connectionIds), bulk.tidy(connectionIds)])
    },
    settled: async () => {
      await bulk.settled()
      await Promise.all([drafts.settled(), journal.settled()])
    },
  }
}
