import { useState } from 'react'
import type { Connection, ConnectionList } from '../shared/connection'
import type { SessionState } from '../shared/session'

/** What the main part of the window shows. */
export type Place =
  | { page: 'welcome' }
  | { page: 'browse'; connectionId: string; takesFocus: boolean }
  /** `null` is the form of a new connection. */
  | { page: 'settings'; connectionId: string | null; isFresh: boolean }

export const browse = (connectionId: string, takesFocus = false): Place => ({
  page: 'browse',
  connectionId,
  takesFocus,
})
export const settings = (connectionId: string | null, isFresh = false): Place => ({
  page: 'settings',
  connectionId,
  isFresh,
})

/** Where the last work was; else the form that was left unfinished; else the first connection. */
const firstPlace = ({ lastWork, unsavedDraft }: SessionState, connections: readonly Connection[]): Place => {
  const last = connections.find(({ id }) => id === lastWork?.connectionId)
  if (last) return browse(last.id, true)
  if (unsavedDraft?.id === null) return settings(null)
  const first = connections[0]
  return first ? browse(first.id, true) : { page: 'welcome' }
}

/** The place, with the connection that it is about; places of connections that are gone lead to one that is there. */
export const usePlace = (session: SessionState, { connections }: ConnectionList) => {
  const [chosen, go] = useState(() => firstPlace(session, connections))
  const wanted = chosen.page === 'welcome' ? null : chosen.connectionId
  const connection = connections.find(({ id }) => id === wanted) ?? null
  const isGone = wanted !== null && connection === null
  const place =
    isGone || (chosen.page === 'welcome' && connections.length > 0) ? placeInstead(connections) : chosen
  return { place, go, connection: connectionAt(place, connections) }
}

const placeInstead = (connections: readonly Connection[]): Place => {
  const first = connections[0]
  return first ? browse(first.id) : { page: 'welcome' }
}

const connectionAt = (place: Place, connections: readonly Connection[]): Connection | null =>
  place.page === 'welcome' ? null : (connections.find(({ id }) => id === place.connectionId) ?? null)
