import { randomUUID } from 'node:crypto'
import type { Draft, PathForm, WriteLock } from '../../shared/edit'
import type { AssetKey } from '../../shared/kept'
import { isSameAsset } from '../../shared/kept'
import { Failure } from '../failures/failure'
import { createOneAtATime } from '../one-at-a-time'
import type { DraftFiles } from './draft-files'
import { changesOf, type DraftState } from './draft-state'
import { readPatch } from './hand-patch'
import { operationsOf, type PatchOperation, writePatch } from './patch-operations'

type Collaborators = {
  files: DraftFiles
  keepsHistory: () => boolean
  /** Called when a draft could not be stored: editing goes on without. */
  onProblem: (thrown: unknown) => void
}

export type Drafts = {
  /** The draft of an asset that is open, or that waits on disk; null where there is none. */
  find: (asset: AssetKey) => Promise<DraftState | null>
  /** Opens a draft in place of the one that the asset had; returns its ID. */
  put: (state: DraftState) => string
  /** Throws `gone`. */
  of: (id: string) => DraftState
  /** Changes an open draft, and stores it where history is on. */
  change: (id: string, change: (state: DraftState) => DraftState) => DraftState
  remove: (id: string) => void
  /** Drops from memory what `isDropped` names; files stay for a connection that comes back. */
  drop: (isDropped: (asset: AssetKey) => boolean) => void
  /** When everything has been written, or could not be. */
  settled: () => Promise<void>
}

/** The edits that are not sent yet: at most one draft for each asset. */
export function createDrafts({ files, keepsHistory, onProblem }: Collaborators): Drafts {
  const open = new Map<string, DraftState>()
  const queue = createOneAtATime()
  /** What is to be written next, by ID: of edits that come faster than the disk, the latest alone. */
  const unwritten = new Map<string, DraftState>()

  function store(id: string, state: DraftState): void {
    if (!keepsHistory()) return
    const isWaiting = unwritten.has(id)
    unwritten.set(id, state)
    if (!isWaiting) queue.run(() => write(id)).catch(onProblem)
  }
  async function write(id: string): Promise<void> {
    const state = unwritten.get(id)
    unwritten.delete(id)
    if (state === undefined) return
    const isWorthIt = state.position > 0 || state.conflicts.length > 0 || state.unfinished !== null
    await (isWorthIt ? files.write(state) : files.remove(state.asset))
  }
  function idOf(asset: AssetKey): string | null {
    for (const [id, state] of open) if (isSameAsset(state.asset, asset)) return id
    return null
  }
  function of(id: string): DraftState {
    const state = open.get(id)
    if (state === undefined) throw new Failure({ kind: 'gone' })
    return state
  }
  return {
    find: async (asset) => {
      const id = idOf(asset)
      return id === null ? queue.run(() => files.read(asset)) : of(id)
    },
    put: (state) => {
      const id = idOf(state.asset) ?? randomUUID()
      open.set(id, state)
      store(id, state)
      return id
    },
    of,
    change: (id, change) => {
      const state = change(of(id))
      open.set(id, state)
      store(id, state)
      return state
    },
    remove: (id) => {
      const { asset } = of(id)
      open.delete(id)
      unwritten.delete(id)
      queue.run(() => files.remove(asset)).catch(onProblem)
    },
    drop: (isDropped) => {
      for (const [id, { asset }] of open) if (isDropped(asset)) open.delete(id)
    },
    settled: queue.idle,
  }
}

/** The operations that are to be sent: those of the patch that was written by hand, as long as nothing was edited after it. */
export function operationsOfDraft(state: DraftState, changes = changesOf(state)): PatchOperation[] {
  const byHand = patchByHand(state)
  return byHand === null ? changes.flatMap(operationsOf) : readPatch(byHand).operations
}

export function patchByHand({ steps, position }: DraftState): string | null {
  const last = steps[position - 1]
  return last?.kind === 'patch' ? last.text : null
}

/** What the window shows of a draft. */
export function describeDraft(
  id: string,
  state: DraftState,
  about: { lock: WriteLock | null; form: PathForm },
): Draft {
  const { asset, base, body, steps, position, conflicts, unfinished } = state
  const changes = changesOf(state)
  return {
    id,
    asset,
    etag: base.etag,
    readAt: base.readAt,
    text: body.text,
    rows: body.rows,
    changes,
    canUndo: position > 0 || unfinished !== null,
    canRedo: position < steps.length,
    patch: writePatch(operationsOfDraft(state, changes), about.form),
    byHand: patchByHand(state),
    unfinished,
    conflicts,
    lock: base.etag === null ? 'no-version' : about.lock,
    resumedFrom: state.resumedFrom,
  }
}
