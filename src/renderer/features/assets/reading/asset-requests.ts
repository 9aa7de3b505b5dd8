import { type QueryState, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type AssetOutcome, summarizeAsset } from '../../../../shared/asset-list'
import type { Connection } from '../../../../shared/connections'
import type { MetadataReading } from '../../../../shared/metadata'
import type { SessionPatch, SessionState } from '../../../../shared/session'
import { useStableCallback } from '../../../components/use-stable-callback'
import type { DesktopError } from '../../../desktop/desktop'
import { fetchToEnd } from '../../../desktop/run-request'
import { isSameEnvironment } from '../../../model/connections/connection-cache'
import { noteOutcome } from '../list/list-queries'
import type { FoundAssets } from '../list/list-rows'
import type { RequestText } from '../request-bar'
import { textOf } from '../understanding/understood-text'
import {
  type AssetAddress,
  metadataQuery,
  type PathAddress,
  pathQuery,
  useReadMetadata,
} from './asset-queries'

/** What stands in the request bar of a connection, and what was requested last. */
export type AssetRequest = {
  text: RequestText
  /** What was pasted, where the field can only show it without its line breaks and tabs. */
  pasted: string | null
  /** The last request, or null. */
  asked: AssetAddress | null
  /** The path of the last request, until its asset is known. */
  sought: PathAddress | null
  found: FoundAssets | null
}

/** The pending requests of each connection. */
export type AssetRequests = {
  of: (connection: Connection) => AssetRequest
  type: (connectionId: string, text: RequestText, pasted?: string | null) => void
  /** Asks for the asset that stands in the request bar. */
  send: (connectionId: string, text: RequestText) => void
  /** Lists the assets that a text named, without asking for any. */
  list: (connectionId: string, text: RequestText, found: FoundAssets) => void
  /** Asks for one of the assets that a text named, by its ID or, over AEM, by its path. */
  take: (connectionId: string, bucket: string, found: FoundAssets & { current: number }) => void
}

const nothing = { pasted: null, asked: null, sought: null, found: null }

function fromSession(last: SessionState['lastWork']): Readonly<Record<string, AssetRequest>> {
  return last ? { [last.connectionId]: { ...nothing, text: { bucket: last.bucket, asset: last.asset } } } : {}
}

/** What may go into the session file: IDs, paths and plain addresses, but no pasted command or page with a token in it. */
function mayBeStored(asset: string): boolean {
  return asset.length <= 500 && /^(?:[\da-f-]*|urn:[\w:-]*|\/content\/[^?#]*|https:\/\/[^?#@]*)$/i.test(asset)
}

/** The outcome of reading one asset, for its row in a list; null while there is none. */
function outcomeOf(
  state: QueryState<MetadataReading, DesktopError> | undefined,
  assetId: string,
): AssetOutcome | null {
  if (state?.status === 'success' && state.data) {
    return { assetId, outcome: 'read', summary: summarizeAsset(state.data.text, state.data.rows) }
  }
  return state?.status === 'error' && state.error
    ? { assetId, outcome: 'failed', error: state.error.error }
    : null
}

/** The requests of each connection, for as long as the window is open; the latest one also over a restart. */
export function useAssetRequests(
  last: SessionState['lastWork'],
  connections: readonly Connection[],
  rememberSoon: (patch: SessionPatch) => void,
): AssetRequests {
  const [requests, setRequests] = useState(() => fromSession(last))
  const latest = useRef(requests)
  const client = useQueryClient()
  const readMetadata = useReadMetadata()

  function update(connectionId: string, text: RequestText, change: Partial<AssetRequest>) {
    const before = latest.current[connectionId] ?? { ...nothing, text }
    latest.current = { ...latest.current, [connectionId]: { ...before, ...change, text } }
    setRequests(latest.current)
    rememberSoon({
      lastWork: { connectionId, bucket: text.bucket, asset: mayBeStored(text.asset) ? text.asset : '' },
    })
  }
  const known = useRef(connections)
  const leaveFormerEnvironments = useStableCallback((now: readonly Connection[]) => {
    const before = new Map(known.current.map((connection) => [connection.id, connection]))
    known.current = now
    for (const connection of now) {
      const { id, bucket } = connection
      const former = before.get(id)
      const request = latest.current[id]
      if (!former || !request || isSameEnvironment(former, connection)) continue
      // What was asked of the former environment is no answer of this one; what was typed stays.
      update(id, { bucket, asset: request.text.asset }, { asked: null, sought: null, found: null })
    }
  })
  useEffect(() => leaveFormerEnvironments(connections), [connections, leaveFormerEnvironments])

  async function read(connectionId: string, text: RequestText, found: FoundAssets | null) {
    const asked = { connectionId, ...text }
    update(connectionId, text, { pasted: null, asked, sought: null, found })
    await readMetadata(asked)
    const listed = found?.references[found.current ?? -1]
    const outcome = listed && outcomeOf(client.getQueryState(metadataQuery(asked).queryKey), text.asset)
    if (listed && outcome) noteOutcome(client, asked, textOf(listed), outcome)
  }
  async function seek(sought: PathAddress, found: FoundAssets | null) {
    const { connectionId, bucket, path } = sought
    update(connectionId, { bucket, asset: path }, { pasted: null, sought, found })
    const query = pathQuery(sought)
    await client.cancelQueries({ queryKey: query.queryKey })
    await fetchToEnd(client, query)
    const lookup = client.getQueryState(query.queryKey)
    const isStillSought = latest.current[connectionId]?.sought === sought
    if (!isStillSought || lookup?.status !== 'success' || lookup.data?.outcome !== 'found') return
    await read(connectionId, { bucket, asset: lookup.data.assetId }, found)
  }

  return {
    of: ({ id, bucket }) => requests[id] ?? { ...nothing, text: { bucket, asset: '' } },
    type: (connectionId, text, pasted = null) =>
      update(connectionId, text, { pasted, sought: null, found: null }),
    send: (connectionId, text) => void read(connectionId, text, null),
    list: (connectionId, text, found) => update(connectionId, text, { found }),
    take: (connectionId, bucket, found) => {
      const target = found.references[found.current]?.target
      const list = found.references.length > 1 ? found : null
      if (target?.by === 'id') void read(connectionId, { bucket, asset: target.assetId }, list)
      if (target?.by === 'path') void seek({ connectionId, bucket, path: target.path }, list)
    },
  }
}
