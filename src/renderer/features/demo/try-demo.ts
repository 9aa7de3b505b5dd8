import { useMutation } from '@tanstack/react-query'
import type { Connection } from '../../../shared/connections'
import { unwrap } from '../../desktop/desktop'

export type DemoOpened = (demo: { connection: Connection; assetId: string }) => void

/** Starts the demo cloud and hands over its connection with an asset to look at. */
export function useTryDemo(onOpened: DemoOpened) {
  return useMutation({
    mutationFn: () => unwrap(window.desktop.tryDemo()),
    onSuccess: onOpened,
  })
}
