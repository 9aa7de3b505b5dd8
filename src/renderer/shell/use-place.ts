import { useState } from 'react'
import type { Connection, ConnectionList } from '../../shared/connections'
import type { SessionState } from '../../shared/session'
import { useStableCallback } from '../components/use-stable-callback'

/** What the main part of the window shows. */
export type Place =
  | { page: 'welcome' }
  | { page: 'browse'; connectionId: string; takesFocus: boolean }
  | { page: 'assets'; connectionId: string }
  | { page: 'check'; connectionId: string }
  | { page: 'compare'; connectionId: string }
  | { page: 'check-all' }
  /** What the user sets for the whole program. */
  | { page: 'program-settings' }
  /** `null` is the form of a new connection. */
  | { page: 'settings'; connectionId: string | null; isFresh: boolean; showsChanges: boolean }

export function browse(connectionId: string, takesFocus = false): Place {
  return {
    page: 'browse',
    connectionId,
    takesFocus,
  }
}
export function assets(connectionId: string): Place {
  return { page: 'assets', connectionId }
}
export function check(connectionId: string): Place {
  return { page: 'check', connectionId }
}
export function compare(connectionId: string): Place {
  return { page: 'compare', connectionId }
}
export const checkAll: Place = { page: 'check-all' }
const programSettings: Place = { page: 'program-settings' }
export function settings(connectionId: string | null, isFresh = false): Place {
  return {
    page: 'settings',
    connectionId,
    isFresh,
    showsChanges: false,
  }
}
/** The settings of a connection, at the place where they allow changes. */
export function changesOf(connectionId: string): Place {
  return { page: 'settings', connectionId, isFresh: false, showsChanges: true }
}

/** Where the last request was made; else the form that was left unfinished; else the first connection. */
function firstPlace({ lastWork, unsavedDrafts }: SessionState, connections: readonly Connection[]): Place {
  const last = connections.find(({ id }) => id === lastWork?.connectionId)
  if (last) return browse(last.id, true)
  if (unsavedDrafts.some(({ id }) => id === null)) return settings(null)
  const first = connections[0]
  return first ? browse(first.id, true) : { page: 'welcome' }
}

/** The current place and its connection; where that is gone, the place of one that is there. */
export function usePlace(session: SessionState, { connections }: ConnectionList) {
  const [chosen, go] = useState(() => firstPlace(session, connections))
  const wanted = connectionIdOf(chosen)
  const connection = connections.find(({ id }) => id === wanted) ?? null
  const isGone = wanted !== null && connection === null
  const place = isGone || isOutOfPlace(chosen, connections) ? placeInstead(connections) : chosen
  return { place, go, connection: connectionAt(place, connections) }
}

/** To the settings of the program, and from there back to where it was. */
export function useSettingsToggle(place: Place, goTo: (place: Place) => void): () => void {
  const [before, setBefore] = useState(place)
  const isInSettings = place.page === programSettings.page
  return useStableCallback(() => {
    if (!isInSettings) setBefore(place)
    goTo(isInSettings ? before : programSettings)
  })
}

/** null where the place is about no connection, or about one that is not there yet. */
function connectionIdOf(place: Place): string | null {
  return 'connectionId' in place ? place.connectionId : null
}

function isOutOfPlace({ page }: Place, connections: readonly Connection[]): boolean {
  return connections.length > 0 ? page === 'welcome' : page === 'check-all'
}

function placeInstead(connections: readonly Connection[]): Place {
  const first = connections[0]
  return first ? browse(first.id) : { page: 'welcome' }
}

function connectionAt(place: Place, connections: readonly Connection[]): Connection | null {
  return connections.find(({ id }) => id === connectionIdOf(place)) ?? null
}
