import { useOpenBulk } from './bulk-queries'
import { EarlierRuns } from './earlier-runs'

type Props = {
  connectionId: string
  /** Goes to where a run is shown. */
  onBrowse: () => void
}

/** The runs of a connection, each of which opens in place of an asset. */
export function ConnectionRuns({ connectionId, onBrowse }: Props) {
  const [, openBulk] = useOpenBulk(connectionId)
  return (
    <EarlierRuns
      connectionId={connectionId}
      onOpen={(runId) => {
        openBulk({ assetIds: [], leftOut: 0, drafts: [], runId })
        onBrowse()
      }}
    />
  )
}
