import * as v from 'valibot'

/** Of what drafts and sent changes have in common in their files. */
export function listOf<T>(item: v.GenericSchema<unknown, T>) {
  return v.pipe(v.array(item), v.readonly())
}

/** JSON text; null where there is no such field. */
export const valueSchema = v.nullable(v.string())

export const changesSchema = listOf(
  v.object({ path: listOf(v.string()), before: valueSchema, after: valueSchema }),
)

/** An `AssetKey`. */
export const assetSchema = v.object({
  connectionId: v.string(),
  author: v.nullable(v.string()),
  clientId: v.nullable(v.string()),
  assetId: v.string(),
})
