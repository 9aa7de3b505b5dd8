import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { unwrap } from '../../../desktop/desktop'
import { fetchToEnd, runRequest } from '../../../desktop/run-request'
import { cacheKey } from '../../../model/connections/connection-cache'
import { trimReadings } from './trim-readings'

/** One asset as asked for: bucket and asset as typed. */
export type AssetAddress = { connectionId: string; bucket: string; asset: string }

/** Stands in before the first request: its query is never fetched. */
export const noAddress: AssetAddress = { connectionId: '', bucket: '', asset: '' }

/** Answers that are not on screen stay cached, for coming back to them; see also `trimReadings`. */
const cacheMs = 15 * 60_000

/** Only fetched by `useReadMetadata`. */
export function metadataQuery(address: AssetAddress) {
  return queryOptions({
    queryKey: [...cacheKey('metadata', address.connectionId), address.bucket, address.asset],
    queryFn: (context) =>
      runRequest(context, (ticket) => window.desktop.readMetadata({ ...address, ticket })),
    gcTime: cacheMs,
    // A reading is an immutable string and table of up to many megabytes.
    structuralSharing: false,
  })
}

/** Fetches an asset's metadata; cancels a request for it that is still in flight. */
export function useReadMetadata() {
  const client = useQueryClient()
  return async (address: AssetAddress): Promise<void> => {
    const query = metadataQuery(address)
    // Without an await where nothing is in flight, so that the query is pending in the same render.
    if (client.isFetching(query) > 0) await client.cancelQueries({ queryKey: query.queryKey })
    await fetchToEnd(client, query)
    trimReadings(client)
  }
}

/** A pasted text may be megabytes, and hold a token: it leaves the cache soon. */
const textCacheMs = 60_000

/** What a text in the asset field names; nothing is sent for it. */
export function understandingQuery(connectionId: string, text: string) {
  return queryOptions({
    queryKey: [...cacheKey('asset-understanding', connectionId), text],
    queryFn: () => unwrap(window.desktop.understandAsset({ connectionId, text })),
    gcTime: textCacheMs,
  })
}

/** A repository path as asked for; `bucket` as typed. */
export type PathAddress = { connectionId: string; bucket: string; path: string }

/** Asks AEM for the asset at a path; only fetched by `useAssetRequests`. */
export function pathQuery({ connectionId, bucket, path }: PathAddress) {
  return queryOptions({
    queryKey: [...cacheKey('asset-at-path', connectionId), bucket, path],
    queryFn: (context) =>
      runRequest(context, (ticket) => window.desktop.findAssetByPath({ connectionId, bucket, path, ticket })),
  })
}
