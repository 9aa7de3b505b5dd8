import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { memo, useDeferredValue, useState } from 'react'
import type { Connection } from '../../../shared/connections'
import type { CopiedPart, MetadataReading } from '../../../shared/metadata'
import { ErrorBoundary } from '../../components/failure/error-boundary'
import { FailureNotice } from '../../components/failure/failure-notice'
import { RequestProgress } from '../../components/progress/request-progress'
import { useIsLate } from '../../components/timers'
import { useStableCallback } from '../../components/use-stable-callback'
import { whenShown } from '../../components/when-shown'
import { copyText } from '../../desktop/copy-text'
import type { DesktopError } from '../../desktop/desktop'
import { EditButton } from '../../features/edit/edit-button'
import { SentNotice } from '../../features/edit/sent-notice'
import { KeptControls } from '../../features/kept/kept-controls'
import { MetadataView } from '../../features/metadata/metadata-view'
import { ReadingSummary } from '../../features/metadata/reading-summary'
import { PictureButton } from '../../features/pictures/picture-button'
import { AssetTabs } from './asset-tabs'
import { useEditing } from './use-editing'

const result = style({ display: 'flex', flexDirection: 'column', rowGap: 4, flexGrow: 1, minHeight: 0 })
const drawing = style<{ isHidden: boolean }>({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  flexGrow: 1,
  minHeight: 0,
  visibility: { isHidden: 'hidden' },
})
/** On one line where there is room: the rows below are what people came for. */
const aboutReading = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 16,
  flexShrink: 0,
})
const about = style({ display: 'flex', alignItems: 'center', columnGap: 8, minWidth: 0 })
const controls = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })
const tree = style({ height: 'full' })

const EditAsset = whenShown(() => import('./edit-asset'), 'EditAsset')
const FailedRead = whenShown(() => import('./failed-read'), 'FailedRead')

/** The main process shows it. */
const copyMenu = {
  open: (parts: readonly CopiedPart[]) => void window.desktop.openCopyMenu({ parts }),
  onChosen: (listen: (part: CopiedPart) => void) => window.desktop.onCopyChosen(listen),
}

/** The request was sent before it failed, and can be shown. */
function hasCall(error: DesktopError | null): boolean {
  return error?.error.kind === 'failure' && error.error.evidence?.exchange !== undefined
}

export type AssetReadingProps = {
  connection: Connection
  connections: readonly Connection[]
  assetId: string
  queryKey: QueryKey
  reading: MetadataReading | undefined
  error: DesktopError | null
  isReading: boolean
  onRetry: () => void
  onSettings: () => void
}

/** Answers are mostly faster: then one asset replaces the other at once. */
const lateMs = 150

/** The outcome of reading one asset: progress, a failure, the metadata, or the metadata from before a failure. */
export function AssetReading(props: AssetReadingProps) {
  const { connection, connections, assetId, queryKey, reading, error, isReading, onRetry, onSettings } = props
  const [latest, setLatest] = useState(reading)
  if (reading && reading !== latest) setLatest(reading)
  const isLate = useIsLate(isReading, lateMs)
  const client = useQueryClient()
  // The key is made anew with each render: passed on, it would undo what `DrawnAsset` is memoized for.
  const showChanged = useStableCallback((changed: MetadataReading) => {
    client.setQueryData(queryKey, changed)
  })
  // The parts of the former asset stay, unseen, until the next one is there: to fill them again is much quicker than to
  // make them.
  const drawn = reading ?? (isReading ? latest : undefined)
  const shownError = isReading ? null : error
  return (
    <section className={result}>
      {isLate ? <RequestProgress queryKey={queryKey} /> : null}
      {shownError ? (
        <FailedRead {...{ connection, connections, assetId, onRetry, onSettings }} error={shownError.error} />
      ) : null}
      {drawn || hasCall(error) ? (
        <div className={drawing({ isHidden: isLate && !reading && !hasCall(error) })}>
          <DrawnAsset
            {...{ connection, connections }}
            reading={drawn ?? null}
            error={shownError}
            onChanged={showChanged}
          />
        </div>
      ) : null}
    </section>
  )
}

type DrawnAssetProps = Pick<AssetReadingProps, 'connection' | 'connections'> & {
  reading: MetadataReading | null
  error: DesktopError | null
  onChanged: (reading: MetadataReading) => void
}

/** Memoized: typing in the request bar and requesting the next asset do not render a large document again. */
const DrawnAsset = memo(({ connection, connections, reading, error, onChanged }: DrawnAssetProps) => {
  // These controls render a frame after the metadata.
  const deferred = useDeferredValue(reading)
  const editing = useEditing(reading, onChanged)
  return (
    <>
      {reading ? (
        <div className={aboutReading}>
          <div className={about}>
            {deferred ? <PictureButton reading={deferred} /> : null}
            <ReadingSummary reading={reading} isOld={error !== null} />
          </div>
          {deferred ? (
            <div className={controls}>
              <KeptControls reading={deferred} />
              {editing.isOn ? null : <EditButton onPress={editing.begin} />}
            </div>
          ) : null}
        </div>
      ) : null}
      {editing.applied ? (
        <SentNotice outcome={editing.applied} onUndo={editing.undo} onClose={editing.dismiss} />
      ) : null}
      {editing.error ? <FailureNotice error={editing.error.error} /> : null}
      <AssetTabs reading={reading} error={error?.error ?? null}>
        {reading ? (
          <div className={tree}>
            <ErrorBoundary of={reading.assetId}>
              {editing.isOn ? (
                <EditAsset
                  {...{ connection, connections, reading }}
                  onDone={editing.end}
                  onApplied={editing.finish}
                />
              ) : (
                <MetadataView reading={reading} onCopy={copyText} copyMenu={copyMenu} />
              )}
            </ErrorBoundary>
          </div>
        ) : null}
      </AssetTabs>
    </>
  )
})
