import { useMutation, useQuery } from '@tanstack/react-query'
import { linkTo } from '../../shared/asset-link'
import { findAssetPath } from '../../shared/asset-names'
import type { Connection } from '../../shared/connections'
import type { MetadataReading } from '../../shared/metadata'
import type { WindowAction } from '../../shared/window-actions'
import { type DesktopError, unwrap } from '../desktop/desktop'
import { metadataQuery, noAddress } from '../features/assets/reading/asset-queries'
import type { AssetRequests } from '../features/assets/reading/asset-requests'
import { useMessages } from '../language/messages'
import messages from './messages/en.json'
import type { Place } from './use-place'
import type { WindowNotices } from './window-notices'

type Options = {
  place: Place
  connection: Connection | null
  requests: AssetRequests
  notices: WindowNotices
}

function findAsset({ assetId, text, rows }: MetadataReading) {
  return { assetId, path: findAssetPath(text, rows) }
}

/** What can be done with the asset that is shown; null while there is none, or where it does not work. */
export function useAssetActions({ place, connection, requests, notices }: Options) {
  const say = useMessages(messages)
  const asked = place.page === 'browse' && connection ? requests.of(connection).asked : null
  const { data: shown } = useQuery({
    ...metadataQuery(asked ?? noAddress),
    enabled: false,
    select: findAsset,
  })
  const copy = useMutation<unknown, DesktopError, { bucket: string; asset: string }>({
    mutationFn: (link) => unwrap(window.desktop.copyText({ text: linkTo(link) })),
    onSuccess: (_, { bucket }) => notices.notify({ text: say('notice.linkCopied', { bucket }) }),
  })
  const open = useMutation<unknown, DesktopError, { connectionId: string; path: string }>({
    mutationFn: (target) => unwrap(window.desktop.openInAem(target)),
    onSuccess: () => notices.notify({ text: say('notice.openedInAem') }),
  })
  const none = { 'copy-link': null, 'open-in-aem': null }
  if (!connection || !shown || !asked) return { commands: none, error: null }
  const { assetId, path } = shown
  const { id: connectionId, bucket } = connection
  const commands = {
    'copy-link': () => copy.mutate({ bucket, asset: assetId }),
    'open-in-aem':
      path !== null && hasPages(connection) && path.startsWith('/content/dam/')
        ? () => open.mutate({ connectionId, path })
        : null,
  } satisfies Partial<Record<WindowAction, (() => void) | null>>
  return { commands, error: copy.error?.error ?? open.error?.error ?? null }
}

/** The demo cloud has none; and a browser is sent to https alone. */
function hasPages({ kind, author }: Connection): boolean {
  return kind !== 'demo' && author.startsWith('https:')
}
