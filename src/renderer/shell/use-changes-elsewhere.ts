import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refreshConnections } from '../features/connections/connection-queries'
import { refreshKept } from '../features/kept/kept-queries'

/** Keeps up with what other windows change: connections, history and favorites, settings. */
export function useChangesElsewhere(): void {
  const client = useQueryClient()
  useEffect(
    () =>
      window.desktop.onChangedElsewhere((part) => {
        if (part === 'connections') void refreshConnections(client)
        else if (part === 'kept') refreshKept(client)
        else void client.invalidateQueries({ queryKey: [part] })
      }),
    [client],
  )
}
