import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { usualDifferences } from '../../../shared/compare'
import type { Connection } from '../../../shared/connections'
import { FailureNotice } from '../../components/failure/failure-notice'
import { type DesktopError, unwrap } from '../../desktop/desktop'
import { useExportTable } from '../../desktop/use-export-table'
import { AloneNotice } from '../../features/compare/alone-notice'
import { ColumnCards } from '../../features/compare/column-cards'
import { CompareForm, CompareIntro } from '../../features/compare/compare-form'
import { othersThan, useComparison } from '../../features/compare/comparison-state'
import { ComparisonView } from '../../features/compare/comparison-view'
import { editFor, type TakeOver } from '../../features/compare/take-over'
import { useColumns } from '../../features/compare/use-columns'
import { showConnection } from '../../features/connections/connection-queries'
import { editedName, useEditedAsset } from '../../features/edit/edited-asset'
import { ExportReport } from '../../features/exports/export-report'
import { settingsQuery, useChangeSettings } from '../../features/settings/settings-queries'

const page = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  flexGrow: 1,
  minHeight: 0,
  minWidth: 0,
  overflowY: 'auto',
  paddingX: 24,
  paddingY: 12,
})

export type ComparePageProps = {
  connection: Connection
  connections: readonly Connection[]
  /** The asset that was shown last with this connection. */
  lastAsset: string
  onAddConnection: () => void
  /** Opens the asset on its connection, where its draft is shown. */
  onEdit: (asset: { connectionId: string; bucket: string; assetId: string }) => void
}

/** One asset on several connections, field by field. */
export function ComparePage({
  connection,
  connections,
  lastAsset,
  onAddConnection,
  onEdit,
}: ComparePageProps) {
  const choices = othersThan(connection, connections)
  const { state, change, start, problems, error, isStarting } = useComparison(connection, choices, lastAsset)
  const columns = useColumns(state.asked, connection, connections)
  const { data: settings } = useQuery(settingsQuery())
  const changeSettings = useChangeSettings()
  const saving = useExportTable()
  const takeOver = useTakeOver(onEdit)
  const addStage = useAddStage()
  const failure = error ?? takeOver.error?.error ?? saving.error?.error ?? changeSettings.error?.error ?? null
  return (
    <div className={page}>
      {addStage.error ? <FailureNotice error={addStage.error.error} /> : null}
      {choices.length === 0 ? (
        <AloneNotice
          onAddConnection={onAddConnection}
          onAddStage={connection.kind === 'demo' ? addStage.mutate : null}
        />
      ) : (
        <CompareForm
          {...{ choices, isStarting }}
          asset={state.asset}
          others={state.others}
          problem={problems[connection.id]}
          onAsset={(asset) => change({ asset })}
          onOthers={(others) => change({ others })}
          onStart={start}
        />
      )}
      {failure ? <FailureNotice error={failure} /> : null}
      {saving.data ? <ExportReport outcome={saving.data} onClose={saving.reset} /> : null}
      {columns.length === 0 ? (
        choices.length > 0 && <CompareIntro />
      ) : (
        <>
          <ColumnCards
            {...{ columns, problems }}
            byHand={state.byHand}
            onByHand={(id, text) => change({ byHand: { ...state.byHand, [id]: text } })}
          />
          <ComparisonView
            columns={columns}
            expected={settings?.expectedDifferences ?? usualDifferences}
            onExpected={(names) => changeSettings.mutate({ expectedDifferences: names })}
            onTakeOver={takeOver.mutate}
            onExport={saving.mutate}
          />
        </>
      )}
    </div>
  )
}

/** Adds a value to the draft of the other asset; it is reviewed and sent there, never from here. */
function useTakeOver(onEdit: ComparePageProps['onEdit']) {
  const [, setEdited] = useEditedAsset()
  return useMutation<unknown, DesktopError, TakeOver>({
    mutationFn: async (change) => {
      const { connectionId, assetId: asset } = change
      const ticket = crypto.randomUUID()
      const opening = await unwrap(window.desktop.openDraft({ connectionId, asset, ticket }))
      // Changes of an earlier session whose answer was never seen come first: Edit shows what came of them.
      if (opening.kind !== 'open') return
      const edit = editFor(opening.draft, change)
      if (edit) await unwrap(window.desktop.editDraft({ draftId: opening.draft.id, edit }))
    },
    onSuccess: (_, { connectionId, bucket, assetId }) => {
      setEdited(editedName({ connectionId, assetId }))
      onEdit({ connectionId, bucket, assetId })
    },
  })
}

function useAddStage() {
  const client = useQueryClient()
  return useMutation<Connection, DesktopError, void>({
    mutationFn: () => unwrap(window.desktop.addDemoStage()),
    onSuccess: (stage) => showConnection(client, stage),
  })
}
