import { type QueryFunctionContext, queryOptions, skipToken } from '@tanstack/react-query'
import type { AssetTarget, PathLookup } from '../../../shared/asset-reference'
import type { MetadataReading } from '../../../shared/metadata'
import { runRequest } from '../../desktop/run-request'
import { cacheKey } from '../../model/connections/connection-cache'

/** An asset as one connection is asked for it; `serial` tells one comparison from the next. */
export type ColumnAddress = {
  connectionId: string
  bucket: string
  target: AssetTarget
  serial: number
}

export type ColumnReading =
  | { outcome: 'read'; reading: MetadataReading }
  /** See `PathLookup`. */
  | { outcome: Exclude<PathLookup['outcome'], 'found'>; path: string }

/** For coming back to a comparison from another page. */
const cacheMs = 15 * 60_000

/** The asset of one column: by its ID, or found by its path and then read. null: it is not known yet which one. */
export function columnQuery(address: ColumnAddress | null) {
  const target = address?.target
  const named = target?.by === 'path' ? target.path : target?.assetId
  return queryOptions<ColumnReading>({
    queryKey: [
      ...cacheKey('comparison', address?.connectionId ?? ''),
      address?.serial,
      address?.bucket,
      target?.by,
      named,
    ],
    queryFn: address === null ? skipToken : (context) => readColumn(context, address),
    gcTime: cacheMs,
    // A reading is an immutable string and table of up to many megabytes.
    structuralSharing: false,
  })
}

async function readColumn(context: QueryFunctionContext, address: ColumnAddress): Promise<ColumnReading> {
  const { connectionId, bucket, target } = address
  if (target.by === 'id') return readAsset(context, address, target.assetId)
  const { path } = target
  const lookup = await runRequest(context, (ticket) =>
    window.desktop.findAssetByPath({ connectionId, bucket, path, ticket }),
  )
  return lookup.outcome === 'found'
    ? readAsset(context, address, lookup.assetId)
    : { outcome: lookup.outcome, path }
}

async function readAsset(
  context: QueryFunctionContext,
  { connectionId, bucket }: ColumnAddress,
  asset: string,
): Promise<ColumnReading> {
  const reading = await runRequest(context, (ticket) =>
    window.desktop.readMetadata({ connectionId, bucket, asset, ticket }),
  )
  return { outcome: 'read', reading }
}
