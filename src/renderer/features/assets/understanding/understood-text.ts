import type { AssetReference, AssetUnderstanding } from '../../../../shared/asset-reference'
import type { Connection } from '../../../../shared/connections'

export type UnderstoodText = Extract<AssetUnderstanding, { understood: true }>

/** Where the asset that a text names is, as seen from a connection. */
export type Whereabouts =
  /** In the connection's own environment, or the text does not say. */
  | { at: 'here' }
  /** In another one, which these connections are for; `follows` is where Get metadata goes by itself. */
  | { at: 'elsewhere'; bucket: string; connections: readonly Connection[]; follows: Connection | null }

/**
 * Get metadata follows a text to another environment when there is no doubt: the text names one environment, and one connection
 * is for it.
 */
export function whereaboutsOf(
  { references: [first], buckets }: UnderstoodText,
  here: Connection,
  all: readonly Connection[],
): Whereabouts {
  const { bucket } = first
  if (bucket === null || bucket === here.bucket) return { at: 'here' }
  const connections = all.filter((connection) => connection.bucket === bucket)
  const [only, ...more] = connections
  const isCertain = buckets.length <= 1 && more.length === 0
  return { at: 'elsewhere', bucket, connections, follows: (isCertain && only) || null }
}

/** False for a plain asset ID, which needs no explanation. */
export function needsWords({ references: [first, ...more] }: UnderstoodText): boolean {
  return more.length > 0 || first.form !== 'asset-id'
}

export function textOf({ target }: AssetReference): string {
  return target.by === 'id' ? target.assetId : target.path
}
