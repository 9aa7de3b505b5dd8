import { queryOptions } from '@tanstack/react-query'
import { unwrap } from '../../../desktop/desktop'
import { runWork } from '../../../desktop/run-request'

/** A pasted text may be megabytes, and hold a token: it leaves the cache soon. */
const textCacheMs = 60_000

/** What a text in the asset field names; nothing is sent for it. */
export function understandingQuery(connectionId: string, text: string) {
  return queryOptions({
    queryKey: ['asset-understanding', connectionId, text],
    queryFn: () => unwrap(window.desktop.understandAsset({ connectionId, text })),
    gcTime: textCacheMs,
  })
}

/** A repository path as asked for; `bucket` as typed. */
export type PathAddress = { connectionId: string; bucket: string; path: string }

/** Asks AEM for the asset at a path; only fetched by `useAssetRequests`. */
export function pathQuery({ connectionId, bucket, path }: PathAddress) {
  return queryOptions({
    queryKey: ['asset-at-path', connectionId, bucket, path],
    queryFn: (context) =>
      runWork(context, (ticket) => window.desktop.findAssetByPath({ connectionId, bucket, path, ticket })),
  })
}
