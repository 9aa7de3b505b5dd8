import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { QueryKey } from '@tanstack/react-query'
import { memo } from 'react'
import type { MetadataReading } from '../../../shared/metadata'
import { ErrorBoundary } from '../../components/error-boundary'
import { FailureNotice } from '../../components/failure/failure-notice'
import { WorkInProgress } from '../../components/work/work-in-progress'
import { type DesktopError, unwrap } from '../../desktop'
import { AssetKeeping } from '../keep/asset-keeping'
import { AssetTabs } from '../request/asset-tabs'
import { ReadingSummary } from './reading-summary'
import { MetadataTree } from './tree/metadata-tree'

const result = style({ display: 'flex', flexDirection: 'column', rowGap: 12, flexGrow: 1, minHeight: 0 })
/** On one line where there is room: the rows below are what people came for. */
const aboutReading = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 16,
  flexShrink: 0,
})
const tree = style({ height: 'full' })

/** Typing in the request bar leaves a large document alone. */
const ShownTree = memo(MetadataTree)

const copyText = (text: string) => unwrap(window.desktop.copyText({ text }))

/** A call was made before it failed, so that there is something to see of it. */
const hasCall = (error: DesktopError | null): boolean =>
  error?.error.kind === 'failure' && error.error.evidence?.exchange !== undefined

export type AssetReadingProps = {
  queryKey: QueryKey
  reading: MetadataReading | undefined
  error: DesktopError | null
  isReading: boolean
  onRetry: () => void
}

/** What became of reading one asset: work in progress, a failure, the metadata, or the metadata from before a failure. */
export const AssetReading = ({ queryKey, reading, error, isReading, onRetry }: AssetReadingProps) => (
  <section className={result}>
    {isReading ? <WorkInProgress queryKey={queryKey} /> : null}
    {error && !isReading ? <FailureNotice error={error.error} onRetry={onRetry} /> : null}
    {reading ? (
      <div className={aboutReading}>
        {isReading ? null : <ReadingSummary reading={reading} isOld={error !== null} />}
        <AssetKeeping key={`${reading.connectionId} ${reading.assetId}`} reading={reading} />
      </div>
    ) : null}
    {reading || hasCall(error) ? (
      <AssetTabs reading={reading ?? null} error={isReading ? null : (error?.error ?? null)}>
        {reading ? (
          <div className={tree}>
            <ErrorBoundary key={reading.assetId}>
              <ShownTree reading={reading} onCopy={copyText} />
            </ErrorBoundary>
          </div>
        ) : null}
      </AssetTabs>
    ) : null}
  </section>
)
