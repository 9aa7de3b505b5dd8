import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Connection } from '../../../shared/connections'
import type { FieldProblem } from '../../../shared/result'
import { useStableCallback } from '../../components/use-stable-callback'
import { whenShown } from '../../components/when-shown'
import { AssetHelp } from '../../features/assets/asset-help'
import { useListLayout } from '../../features/assets/list/list-layout'
import { readableIds } from '../../features/assets/list/list-rows'
import { metadataQuery, noAddress, pathQuery } from '../../features/assets/reading/asset-queries'
import type { AssetRequests } from '../../features/assets/reading/asset-requests'
import { useGetMetadata } from '../../features/assets/reading/use-get-metadata'
import { RequestBar, type RequestText } from '../../features/assets/request-bar'
import { UnderstoodLine } from '../../features/assets/understanding/understood-line'
import { needsWords } from '../../features/assets/understanding/understood-text'

import { useOpenBulk } from '../../features/edit/bulk/bulk-queries'
import { ChangeAllButton } from '../../features/edit/bulk/change-all-button'
import { UnfinishedRun } from '../../features/edit/bulk/unfinished-run'

const page = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  flexGrow: 1,
  minHeight: 0,
  paddingX: 24,
  paddingTop: 8,
  paddingBottom: 8,
  overflowY: 'auto',
})
const main = style<{ isListBeside: boolean }>({
  display: 'flex',
  flexDirection: { default: 'column', isListBeside: 'row' },
  gap: 12,
  flexGrow: 1,
  minHeight: 0,
})
const opened = style({ display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 })
const requested = style({ display: 'flex', flexDirection: 'column', rowGap: 8, flexShrink: 0 })

const noProblems: readonly FieldProblem[] = []

// Loaded while the first answer is on its way.
const AssetListPane = whenShown(() => import('../../features/assets/list/asset-list-pane'), 'AssetListPane')
const AssetReading = whenShown(() => import('./asset-reading'), 'AssetReading')
const BulkPanel = whenShown(() => import('../../features/edit/bulk/bulk-panel'), 'BulkPanel')
const PathSearch = whenShown(() => import('../../features/assets/reading/path-search'), 'PathSearch')

export type BrowsePageProps = {
  connection: Connection
  connections: readonly Connection[]
  requests: AssetRequests
  takesFocus: boolean
  /** Goes to the page of another connection. */
  onSwitch: (connectionId: string) => void
  onSettings: () => void
}

/** The page of one asset: request it, read it. */
export function BrowsePage(props: BrowsePageProps) {
  const { connection, connections, requests, takesFocus, onSwitch, onSettings } = props
  const [isEdited, setEdited] = useState(false)
  const request = requests.of(connection)
  const { text, asked, sought } = request
  const query = metadataQuery(asked ?? noAddress)
  const { data: reading, error, isFetching: isReading } = useQuery({ ...query, enabled: false })
  const search = useQuery({ ...pathQuery(sought ?? { ...noAddress, path: '' }), enabled: false })
  const lastError = sought ? search.error : error
  const areProblemsOfText = lastError?.error.kind === 'input' && !isReading && !search.isFetching && !isEdited
  const assets = useGetMetadata({ connection, connections, request, requests, onSwitch })
  const { understood, whereabouts, list } = assets
  const listLayout = useListLayout()
  const [bulk, openBulk] = useOpenBulk(connection.id)
  const listed = list ? readableIds(list.references, assets.listPlace.bucket) : []
  const isEmpty = !reading && !error && !isReading
  const get = useStableCallback(() => {
    setEdited(false)
    // What is asked for is shown; a run goes on meanwhile.
    openBulk(null)
    void assets.get()
  })
  const takeOne = useStableCallback((index: number) => {
    openBulk(null)
    assets.take(index)
  })
  const closeBulk = useStableCallback(() => {
    openBulk(null)
    // Its metadata may be among those that were changed.
    if (asked) get()
  })
  const { asset } = text
  const { bucket } = assets
  const barText = useMemo(() => ({ bucket, asset }), [bucket, asset])
  const change = useStableCallback((changed: RequestText, pasted: string | null) => {
    setEdited(true)
    assets.type(changed, pasted)
  })
  return (
    <div className={page}>
      <div className={requested}>
        <RequestBar
          text={barText}
          problems={areProblemsOfText ? lastError.error.problems : noProblems}
          takesFocus={takesFocus}
          onChange={change}
          onSend={get}
        />
        <div aria-live="polite">
          {understood && whereabouts && !sought && needsWords(understood) ? (
            <UnderstoodLine {...{ understood, whereabouts }} here={connection} onSwitch={assets.switchTo} />
          ) : null}
        </div>
      </div>
      {bulk ? null : (
        <UnfinishedRun
          connectionId={connection.id}
          onOpen={(runId) => openBulk({ assetIds: [], leftOut: 0, drafts: [], runId })}
        />
      )}
      <div className={main({ isListBeside: list !== null && listLayout.isBeside })}>
        {list ? (
          <AssetListPane
            found={list}
            place={assets.listPlace}
            layout={listLayout}
            onOpen={takeOne}
            onReadAll={assets.readAll}
            actions={
              assets.listPlace.connectionId === connection.id ? (
                <ChangeAllButton
                  assetIds={listed}
                  leftOut={list.references.length - listed.length}
                  onOpen={openBulk}
                />
              ) : null
            }
          />
        ) : null}
        <div className={opened}>
          {bulk ? (
            <BulkPanel {...{ connection }} open={bulk} onOpen={openBulk} onClose={closeBulk} />
          ) : sought ? (
            <PathSearch sought={sought} onRetry={get} />
          ) : isEmpty ? (
            <AssetHelp />
          ) : (
            <AssetReading
              {...{ connection, connections, reading, error, isReading }}
              assetId={asked?.asset ?? ''}
              queryKey={query.queryKey}
              onRetry={get}
              onSettings={onSettings}
            />
          )}
        </div>
      </div>
    </div>
  )
}
