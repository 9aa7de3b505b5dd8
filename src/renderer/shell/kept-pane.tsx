import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import type { Connection } from '../../shared/connections'
import { type AssetKey, assetKeyOf } from '../../shared/kept'
import { inNextFrame } from '../components/next-frame'
import { whenShown } from '../components/when-shown'
import { type AssetAddress, metadataQuery, noAddress } from '../features/assets/reading/asset-queries'

const KeptSections = inNextFrame(whenShown(() => import('../features/kept/kept-sections'), 'KeptSections'))

type Props = {
  connections: readonly Connection[]
  /** The last request on the current connection. */
  asked: AssetAddress | null
  keepsHistory: boolean
  onOpen: (asset: AssetKey) => void
}

/** Favorites and history. Typing in the request bar does not render their many rows again. */
export const KeptPane = memo(({ asked, ...props }: Props) => {
  // Only the key: a row that does not change holds on to the props of the render that it comes from.
  const { data: readKey } = useQuery({
    ...metadataQuery(asked ?? noAddress),
    enabled: false,
    select: assetKeyOf,
  })
  // An asset can be asked for in several ways; history has it under the ID of the answer.
  const connection = props.connections.find(({ id }) => id === asked?.connectionId)
  const current =
    readKey ??
    (asked && connection
      ? {
          connectionId: connection.id,
          author: connection.author,
          clientId: connection.clientId,
          assetId: asked.asset,
        }
      : null)
  return <KeptSections {...props} current={current} />
})
