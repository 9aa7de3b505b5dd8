import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '../../../shared/connections'
import { unwrap } from '../../desktop/desktop'
import { showConnection } from '../connections/connection-queries'

export type DemoOpened = (demo: { connection: Connection; assetId: string }) => void

/** Starts the demo cloud, shows its connection and hands over an asset to look at. */
export function useTryDemo(onOpened: DemoOpened) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(window.desktop.tryDemo()),
    onSuccess: (demo) => {
      showConnection(client, demo.connection)
      onOpened(demo)
    },
  })
}
