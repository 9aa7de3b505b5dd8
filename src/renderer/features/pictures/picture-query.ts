import { queryOptions } from '@tanstack/react-query'
import type { MetadataReading } from '../../../shared/metadata'
import { runRequest } from '../../desktop/run-request'
import { cacheKey } from '../../model/connections/connection-cache'

/** For coming back to the asset; a picture has some 100 kB, and 5 MB at most. */
const cacheMs = 5 * 60_000

/** The picture of an asset as it was read: one that has changed since has another. */
export function pictureQuery({ connectionId, assetId, etag, readAt }: MetadataReading) {
  return queryOptions({
    queryKey: [...cacheKey('asset-picture', connectionId), assetId, etag ?? readAt],
    queryFn: (context) =>
      runRequest(context, (ticket) => window.desktop.readPicture({ connectionId, assetId, ticket })),
    gcTime: cacheMs,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
}
