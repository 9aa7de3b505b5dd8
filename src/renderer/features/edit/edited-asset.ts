import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { AssetKey } from '../../../shared/kept'

const queryKey = ['edited-asset']

export function editedName({ connectionId, assetId }: Pick<AssetKey, 'connectionId' | 'assetId'>): string {
  return `${connectionId} ${assetId}`
}

/** The asset that is being edited, also while another page is shown; at most one at a time. */
export function useEditedAsset(): readonly [string | null, (name: string | null) => void] {
  const client = useQueryClient()
  const { data } = useQuery<string | null>({
    queryKey,
    queryFn: skipToken,
    gcTime: Number.POSITIVE_INFINITY,
  })
  const edit = useCallback((name: string | null) => void client.setQueryData(queryKey, name), [client])
  return [data ?? null, edit]
}
