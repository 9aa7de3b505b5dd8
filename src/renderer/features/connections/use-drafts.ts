import { useEffect, useRef, useState } from 'react'
import type { Connection } from '../../../shared/connections'
import type { SessionPatch, SessionState } from '../../../shared/session'
import { type ConnectionText, isSameText } from '../../model/connections/connection-text'

type Draft = { id: string | null; text: ConnectionText }

export type Drafts = {
  /** Unsaved edits; null where there are none. `null` as ID is the new connection. */
  of: (id: string | null) => ConnectionText | null
  set: (id: string | null, text: ConnectionText) => void
  drop: (id: string | null) => void
  /** Drops what was saved; what was typed since is an edit of the saved connection. */
  settle: (saved: SavedDraft) => void
}

type SavedDraft = {
  id: string | null
  /** What the form was filled with before it was edited. */
  base: ConnectionText
  sent: ConnectionText
  savedId: string
}

function fromSession(unsaved: SessionState['unsavedDrafts'], connections: readonly Connection[]): Draft[] {
  const known = new Set<string | null>([null, ...connections.map(({ id }) => id)])
  return unsaved.flatMap(({ id, ...text }) => (known.has(id) ? [{ id, text }] : []))
}

/** Unsaved edits of connections, also over a restart. Those of a forgotten one wait until it can come back no more. */
export function useDrafts(
  unsaved: SessionState['unsavedDrafts'],
  connections: readonly Connection[],
  rememberSoon: (patch: SessionPatch) => void,
): Drafts {
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => fromSession(unsaved, connections))
  const known = useRef(drafts)
  useEffect(() => {
    if (drafts === known.current) return
    known.current = drafts
    rememberSoon({ unsavedDrafts: drafts.map(({ id, text }) => ({ id, ...text })) })
  }, [drafts, rememberSoon])

  function drop(id: string | null) {
    return setDrafts((all) => all.filter((draft) => draft.id !== id))
  }
  return {
    of: (id) => drafts.find((draft) => draft.id === id)?.text ?? null,
    set: (id, text) => {
      drop(id)
      setDrafts((others) => [...others, { id, text }])
    },
    drop,
    settle: ({ id, base, sent, savedId }) =>
      setDrafts((all) => {
        const typed = all.find((draft) => draft.id === id)?.text ?? (id === null ? sent : base)
        const others = all.filter((draft) => draft.id !== id)
        return isSameText(typed, sent) ? others : [...others, { id: savedId, text: typed }]
      }),
  }
}
