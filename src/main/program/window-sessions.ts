import type { SessionPatch, SessionState, UnsavedDraft } from '../../shared/session'
import type { SessionMemory } from './session-memory'

type Surroundings = {
  /** The window that asks. */
  current: () => number | null
  isOpen: (windowId: number) => boolean
}

type Own = Pick<SessionState, 'lastWork' | 'unsavedDrafts'>

/**
 * One memory for several windows. Each has its own work, also when its page is loaded again. The next start has the work of
 * the window that was used last, and the drafts of all.
 */
export function createWindowSessions(
  memory: SessionMemory,
  { current, isOpen }: Surroundings,
): Pick<SessionMemory, 'state' | 'remember'> {
  const owns = new Map<number | null, Own>()

  function ownOf(windowId: number | null): Own {
    const known = owns.get(windowId)
    if (known) return known
    const isFurther = [...owns.keys()].some((id) => id !== null && isOpen(id))
    // The first window goes on where the last one was closed.
    if (!isFurther) owns.clear()
    const own = isFurther ? { lastWork: null, unsavedDrafts: [] } : memory.state()
    owns.set(windowId, own)
    return own
  }
  function state(): SessionState {
    const { lastWork, unsavedDrafts } = ownOf(current())
    return { ...memory.state(), lastWork, unsavedDrafts }
  }
  function changeOwn({ lastWork, unsavedDrafts }: SessionPatch): void {
    const own = ownOf(current())
    owns.set(current(), {
      lastWork: lastWork === undefined ? own.lastWork : lastWork,
      unsavedDrafts: unsavedDrafts ?? own.unsavedDrafts,
    })
  }
  return {
    state,
    remember: async (patch) => {
      changeOwn(patch)
      const { unsavedDrafts, ...others } = patch
      const drafts = unsavedDrafts === undefined ? {} : { unsavedDrafts: draftsOfAll([...owns.values()]) }
      await memory.remember({ ...others, ...drafts })
      return state()
    },
  }
}

/** Of two drafts of one connection the later window's. */
function draftsOfAll(owns: readonly Own[]): readonly UnsavedDraft[] {
  const drafts = owns.flatMap(({ unsavedDrafts }) => unsavedDrafts)
  return [...new Map(drafts.map((draft) => [draft.id, draft])).values()]
}
