import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Connection } from '../../../../shared/connections'
import { type ListPlace, useReadList } from '../list/list-queries'
import type { FoundAssets } from '../list/list-rows'
import type { RequestText } from '../request-bar'
import { type UnderstoodText, type Whereabouts, whereaboutsOf } from '../understanding/understood-text'
import { understandingQuery } from './asset-queries'
import type { AssetRequest, AssetRequests } from './asset-requests'

export type GetMetadataOptions = {
  connection: Connection
  connections: readonly Connection[]
  request: AssetRequest
  requests: AssetRequests
  onSwitch: (connectionId: string) => void
}

export type GetMetadata = {
  /** What the text in the asset field names, as soon as that is known. */
  understood: UnderstoodText | null
  whereabouts: Whereabouts | null
  /** The bucket that Get metadata goes to. */
  bucket: string
  /** The assets to choose from, where there are several. */
  list: FoundAssets | null
  type: (text: RequestText, pasted: string | null) => void
  /** Reads what the request bar names. */
  get: () => Promise<void>
  /** Reads one of the list. */
  take: (index: number) => void
  /** Where the list is read: on the connection that the text is for. */
  listPlace: ListPlace
  /** Reads these of the list, for a look at all of them. */
  readAll: (assetIds: readonly string[]) => void
  /** Takes the text over to another connection. */
  switchTo: (connection: Connection) => void
}

/** Gets from a pasted text to the metadata of the asset that it names, on the right connection. */
export function useGetMetadata(options: GetMetadataOptions): GetMetadata {
  const { connection, connections, request, requests, onSwitch } = options
  const client = useQueryClient()
  const readList = useReadList()
  const [keepsBucket, setKeepsBucket] = useState(false)
  const { text, pasted, found } = request
  const typed = pasted ?? text.asset
  const query = understandingQuery(connection.id, typed)
  const { data } = useQuery({ ...query, enabled: typed.trim() !== '' })

  const understood = data?.understood ? data : null
  function locate(named: UnderstoodText) {
    return whereaboutsOf(named, connection, connections)
  }
  function followedFrom(named: UnderstoodText): Connection | null {
    const place = keepsBucket ? null : locate(named)
    return place?.at === 'elsewhere' ? place.follows : null
  }
  function goOnWith(other: Connection) {
    requests.type(connection.id, { bucket: connection.bucket, asset: request.asked?.asset ?? '' })
    onSwitch(other.id)
  }
  function read(named: UnderstoodText, current: number) {
    const { references, isCut } = named
    const follows = followedFrom(named)
    requests.take(follows?.id ?? connection.id, follows?.bucket ?? text.bucket, {
      references,
      isCut,
      current,
    })
    if (follows) goOnWith(follows)
  }

  const list: FoundAssets | null =
    found ?? (understood && understood.references.length > 1 ? { ...understood, current: null } : null)
  const followed = found || !understood ? null : followedFrom(understood)
  const listPlace = { connectionId: followed?.id ?? connection.id, bucket: followed?.bucket ?? text.bucket }

  return {
    understood,
    whereabouts: understood ? locate(understood) : null,
    bucket: (understood && followedFrom(understood)?.bucket) ?? text.bucket,
    list,
    type: (changed, pastedNow) => {
      const isAsset = changed.asset !== text.asset
      setKeepsBucket(!isAsset)
      // The bucket of an earlier text was not chosen by the user.
      const next = isAsset ? { ...changed, bucket: text.bucket } : changed
      requests.type(connection.id, next, isAsset ? pastedNow : pasted)
    },
    get: async () => {
      if (found && found.current !== null)
        return requests.take(connection.id, text.bucket, { ...found, current: found.current })
      // Usually it was parsed while it was typed, and the request starts before the next render.
      const named = data ?? (await client.fetchQuery(query).catch(() => null))
      if (named?.understood) read(named, 0)
      else requests.send(connection.id, text)
    },
    listPlace,
    readAll: (assetIds) => {
      if (!list) return
      if (!found) {
        requests.list(listPlace.connectionId, { ...text, bucket: listPlace.bucket }, list)
        if (followed) goOnWith(followed)
      }
      void readList(listPlace, list.references, assetIds)
    },
    take: (index) => {
      if (found) requests.take(connection.id, text.bucket, { ...found, current: index })
      else if (understood) read(understood, index)
    },
    switchTo: (other) => {
      requests.type(other.id, { bucket: other.bucket, asset: text.asset }, pasted)
      goOnWith(other)
    },
  }
}
