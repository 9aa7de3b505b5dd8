import { useQueryClient } from '@tanstack/react-query'
import type { AssetLink } from '../../shared/asset-link'
import type { ConnectionList } from '../../shared/connections'
import type { AssetKey } from '../../shared/kept'
import { isolate } from '../../words/language/say-in'
import { useStableCallback } from '../components/use-stable-callback'
import type { AssetRequests } from '../features/assets/reading/asset-requests'
import {
  type ForgottenConnection,
  showConnection,
  useRestoreConnection,
} from '../features/connections/connection-queries'
import { useTryDemo } from '../features/demo/try-demo'
import { useMessages } from '../language/messages'
import messages from './messages/en.json'
import { browse, type Place } from './use-place'
import type { WindowNotices } from './window-notices'

type Options = {
  list: ConnectionList
  requests: AssetRequests
  notices: WindowNotices
  onGo: (place: Place) => void
}

/** What can be done from anywhere in the window, and leads to a connection's page. */
export function useWindowActions({ list, requests, notices, onGo }: Options) {
  const say = useMessages(messages)
  const client = useQueryClient()
  const restore = useRestoreConnection({
    onRestored: (id) => {
      onGo(browse(id))
      const name = list.forgotten.find((forgotten) => forgotten.id === id)?.name ?? ''
      notices.notify({ text: say('notice.restored', { name: isolate(name) }) })
    },
  })
  const demo = useTryDemo(({ connection, assetId }) => {
    showConnection(client, connection)
    onGo(browse(connection.id, true))
    requests.send(connection.id, { bucket: connection.bucket, asset: assetId })
  })
  const tryDemo = useStableCallback(() => demo.mutate())
  const openKept = useStableCallback(({ connectionId, assetId }: AssetKey) => {
    const bucket = list.connections.find(({ id }) => id === connectionId)?.bucket
    if (bucket === undefined) return
    onGo(browse(connectionId))
    requests.send(connectionId, { bucket, asset: assetId })
  })
  function fillFromLink(connectionId: string, link: AssetLink) {
    onGo(browse(connectionId, true))
    requests.type(connectionId, link)
  }
  function announceForgotten({ connection: { id, name }, canUndo, isSecretLeft }: ForgottenConnection) {
    if (notices.advice?.connectionId === id) notices.advise(null)
    const undo = { action: { label: say('notice.undo'), run: () => restore.mutate(id) } }
    notices.notify({
      text: say(isSecretLeft ? 'notice.secretLeft' : 'notice.forgotten', { name: isolate(name) }),
      ...(canUndo ? undo : {}),
    })
  }
  return { restore, demo, tryDemo, openKept, fillFromLink, announceForgotten }
}
