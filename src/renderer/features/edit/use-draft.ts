import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Draft, Opening } from '../../../shared/edit'
import type { Result } from '../../../shared/result'
import { useStableCallback } from '../../components/use-stable-callback'
import { DesktopError, unwrap } from '../../desktop/desktop'
import { runRequest } from '../../desktop/run-request'
import { cacheKey } from '../../model/connections/connection-cache'

/** The draft of an asset, and what came of one whose answer was never seen. Opened anew each time that editing begins. */
export function openingQuery(connectionId: string, assetId: string) {
  return {
    queryKey: [...cacheKey('draft', connectionId), assetId],
    queryFn: (context: Parameters<typeof runRequest>[0]) =>
      runRequest<Opening>(context, (ticket) =>
        window.desktop.openDraft({ connectionId, asset: assetId, ticket }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  } as const
}

export type DraftStep = () => Promise<Result<Draft>>

export function useDraft(connectionId: string, assetId: string) {
  const client = useQueryClient()
  const query = openingQuery(connectionId, assetId)
  const opening = useQuery(query)
  const [error, setError] = useState<DesktopError | null>(null)
  const latest = useRef(0)
  const show = useStableCallback((draft: Draft) => {
    client.setQueryData<Opening>(query.queryKey, { kind: 'open', draft })
  })

  /** Steps are made one after the other in the main process; what the last one brings is shown. */
  const step = useStableCallback(async (make: DraftStep): Promise<Draft | null> => {
    const serial = ++latest.current
    try {
      const draft = await unwrap(make())
      setError(null)
      if (serial === latest.current) show(draft)
      return draft
    } catch (thrown) {
      if (!(thrown instanceof DesktopError)) throw thrown
      setError(thrown)
      return null
    }
  })
  return { opening, step, show, error, reopen: opening.refetch }
}
