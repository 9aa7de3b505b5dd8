import { useEffect, useRef, useState } from 'react'
import type { SessionPatch, SessionState } from '../../../shared/session'
import type { ConnectionText } from '../../model/connections/connection-text'

type Draft = { id: string | null; text: ConnectionText }

export type Drafts = {
  /** Unsaved edits; null where there are none. `null` as ID is the new connection. */
  of: (id: string | null) => ConnectionText | null
  set: (id: string | null, text: ConnectionText) => void
  drop: (id: string | null) => void
}

function fromSession(unsaved: SessionState['unsavedDraft']): readonly Draft[] {
  if (!unsaved) return []
  const { id, ...text } = unsaved
  return [{ id, text }]
}

/** Unsaved edits of connections: all of them while the window is open, the latest one also over a restart. */
export function useDrafts(
  unsaved: SessionState['unsavedDraft'],
  rememberSoon: (patch: SessionPatch) => void,
): Drafts {
  const [drafts, setDrafts] = useState(() => fromSession(unsaved))
  const known = useRef(drafts)
  useEffect(() => {
    if (drafts === known.current) return
    known.current = drafts
    const latest = drafts.at(-1)
    rememberSoon({ unsavedDraft: latest ? { id: latest.id, ...latest.text } : null })
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
  }
}
