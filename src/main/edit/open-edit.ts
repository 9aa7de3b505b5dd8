import { join } from 'node:path'
import type { AccessTokens } from '../calls/access-tokens'
import type { Clock, Wait } from '../calls/clock'
import type { SendHttp } from '../calls/http'
import type { ResolveAccess } from '../connections/connection-access'
import type { ConnectionChanged } from '../connections/connection-changed'
import type { Connections } from '../connections/connections'
import type { Metadata } from '../metadata/metadata'
import { createChangeJournal, openJournalFile } from './change-journal'
import { openDraftFiles } from './draft-files'
import { createDrafts } from './drafts'
import { createEditing } from './editing'
import { createChangeSender } from './send-changes'
import { createSendPatch } from './send-patch'
import { createWriteLock } from './write-lock'

type Options = {
  connections: Connections
  resolveAccess: ResolveAccess
  metadata: Metadata
  tokens: AccessTokens
  http: SendHttp
  clock: Clock
  wait: Wait
  /** Of what is kept of the user's work. */
  folder: string
  keepsHistory: () => boolean
  onProblem: (thrown: unknown) => void
}

/** Puts together what changes metadata: drafts, their lock, the way to AEM, and the journal of what was sent. */
export function openEdit({ connections, resolveAccess, metadata, ...options }: Options) {
  const { tokens, http, clock, wait, folder, keepsHistory, onProblem } = options
  const lock = createWriteLock()
  const files = openDraftFiles(join(folder, 'drafts'))
  const drafts = createDrafts({ files, keepsHistory, onProblem })
  const journal = createChangeJournal(openJournalFile(folder), keepsHistory)
  const editing = createEditing({ connections, resolveAccess, metadata, lock, drafts, journal })
  const sendPatch = createSendPatch(http, tokens, clock)
  const sender = createChangeSender({ editing, metadata, sendPatch, lock, drafts, journal, clock, wait })
  const connectionChanged: ConnectionChanged = (connectionId, change) => {
    lock.close(connectionId)
    if (change === 'forgotten') drafts.drop((asset) => asset.connectionId === connectionId)
  }
  return {
    editing,
    sender,
    journal,
    lock,
    connectionChanged,
    /** Drops from memory what was removed from disk. */
    forget: () => {
      drafts.drop(() => true)
      journal.forget()
    },
    tidy: async () => files.tidy(new Set((await connections.all()).map(({ id }) => id))),
    settled: async () => {
      await Promise.all([drafts.settled(), journal.settled()])
    },
  }
}
