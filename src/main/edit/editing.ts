import type { ConflictChoice, Draft, PatchReading, PathForm, SentChange } from '../../shared/edit'
import { type AssetKey, assetKeyOf } from '../../shared/kept'
import type { MetadataReading } from '../../shared/metadata'
import type { ReportStage } from '../calls/running-work'
import { authorOf } from '../connections/aem-hosts'
import type { ResolveAccess } from '../connections/connection-access'
import type { ConnectionRecord } from '../connections/connection-record'
import type { Connections } from '../connections/connections'
import { Failure } from '../failures/failure'
import type { Metadata } from '../metadata/metadata'
import type { MetadataTarget } from '../metadata/metadata-request'
import type { ChangeJournal } from './change-journal'
import { addStep, type DraftBase, type DraftState, rebaseDraft, startDraft } from './draft-state'
import { type Drafts, describeDraft } from './drafts'
import { compareMetadata } from './field-changes'
import { applyPatch, readPatch } from './hand-patch'
import { rebaseChanges, reverseChanges } from './rebase-changes'
import type { Lock } from './write-lock'

type Collaborators = {
  connections: Connections
  resolveAccess: ResolveAccess
  metadata: Metadata
  lock: Lock
  drafts: Drafts
  journal: ChangeJournal
}

/** An open draft with the connection that its changes would go by. */
export type DraftSubject = { id: string; state: DraftState; record: ConnectionRecord; target: MetadataTarget }

export type Editing = {
  /**
   * Reads the asset as it is now, and opens its draft: the one that was left, brought over to this version, or a new one. One whose
   * changes were on their way when the program ended stays as it was: the reading tells what came of them.
   */
  open: (
    target: MetadataTarget,
    signal: AbortSignal,
    report: ReportStage,
  ) => Promise<{ draftId: string; reading: MetadataReading }>
  describe: (draftId: string) => Promise<Draft>
  edit: (draftId: string, change: (state: DraftState) => DraftState) => Promise<Draft>
  /** Replaces all edits by a JSON Patch by hand; one that has problems is kept beside them. */
  writeByHand: (draftId: string, text: string) => Promise<PatchReading>
  /** Decides the conflicts of a draft, in their order. */
  settle: (draftId: string, choices: readonly ConflictChoice[]) => Promise<Draft>
  /** Adds to a draft of its asset what undoes a change that was sent. */
  reverse: (draftId: string, change: SentChange) => Promise<Draft>
  /** Throws `gone` where the connection of a draft leads elsewhere by now. */
  subjectOf: (draftId: string) => Promise<DraftSubject>
  /** As `subjectOf`, for an asset without a draft. */
  subjectOfAsset: (asset: AssetKey) => Promise<Pick<DraftSubject, 'record' | 'target'>>
  /** The form of paths that AEM took last by that connection. */
  usualForm: (connectionId: string) => Promise<PathForm>
}

export function createEditing(collaborators: Collaborators): Editing {
  const { connections, resolveAccess, metadata, lock, drafts, journal } = collaborators

  async function usualForm(connectionId: string): Promise<PathForm> {
    const last = (await journal.list()).find(({ asset }) => asset.connectionId === connectionId)
    return last?.pathForm ?? 'asset-metadata'
  }

  const describe: Editing['describe'] = async (id) => {
    const { connectionId } = drafts.of(id).asset
    const [record, form] = await Promise.all([connections.find(connectionId), usualForm(connectionId)])
    return describeDraft(id, drafts.of(id), { lock: lock.reason(record), form })
  }

  const open: Editing['open'] = async (target, signal, report) => {
    const reading = await metadata.read(target, signal, report)
    const asset = assetKeyOf(reading)
    const left = await drafts.find(asset)
    const base = baseOf(reading)
    const state =
      left === null
        ? startDraft(asset, base)
        : left.sent !== null || left.base.etag === base.etag
          ? left
          : rebaseDraft(left, base).state
    return { draftId: drafts.put(state), reading }
  }

  const edit: Editing['edit'] = (id, change) => {
    drafts.change(id, change)
    return describe(id)
  }

  const subjectOfAsset: Editing['subjectOfAsset'] = async ({ connectionId, author, clientId, assetId }) => {
    const record = await connections.find(connectionId)
    const access = await resolveAccess(record)
    if (author !== authorOf(record) || clientId !== record.clientId) throw new Failure({ kind: 'gone' })
    return { record, target: { ...access, assetId } }
  }

  return {
    open,
    describe,
    edit,
    usualForm,
    writeByHand: async (id, text) => {
      const { operations, problems, barePaths } = readPatch(text)
      const { problem } = applyPatch(drafts.of(id).base.body, operations)
      const all = problems.length > 0 ? problems : problem === null ? [] : [problem]
      const draft = await edit(id, (state) =>
        all.length > 0
          ? { ...state, unfinished: text }
          : { ...addStep(state, { kind: 'patch', text }), unfinished: null },
      )
      return { draft, problems: all, barePaths }
    },
    settle: (id, choices) =>
      edit(id, (state) => {
        const mine = state.conflicts.filter((_, at) => choices[at] === 'mine')
        const changes = mine.map(({ path, theirs, mine: after }) => ({ path, before: theirs, after }))
        const settled = { ...state, conflicts: [] }
        return changes.length === 0 ? settled : addStep(settled, { kind: 'changes', changes })
      }),
    reverse: (draftId, change) =>
      edit(draftId, (state) => {
        const { body, conflicts } = rebaseChanges(reverseChanges(change.changes), state.body)
        const changes = compareMetadata(state.body, body, 'digits')
        const added = changes.length === 0 ? state : addStep(state, { kind: 'changes', changes })
        return { ...added, conflicts: [...state.conflicts, ...conflicts] }
      }),
    subjectOf: async (id) => ({ id, state: drafts.of(id), ...(await subjectOfAsset(drafts.of(id).asset)) }),
    subjectOfAsset,
  }
}

/** The version that a reading shows. */
export function baseOf({ text, rows, etag, readAt }: MetadataReading): DraftBase {
  return { body: { text, rows }, etag, readAt }
}
