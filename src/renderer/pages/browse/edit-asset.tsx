import { useMemo } from 'react'
import type { Connection } from '../../../shared/connections'
import type { Draft, FieldPath } from '../../../shared/edit'
import type { MetadataReading } from '../../../shared/metadata'
import { isOwnTask } from '../../../words/check/owner-request'
import { copyText } from '../../desktop/copy-text'
import { EditView, type EditViewProps, type ShownDraft } from '../../features/edit/edit-view'
import { RowEditor } from '../../features/edit/row-editor'
import { MetadataView } from '../../features/metadata/metadata-view'
import { curlOfCall } from '../../features/requests/curl-commands'
import { rowAtPath, rowsAtPaths } from '../../model/document/json-pointer'
import { useGlossary } from '../../model/glossary/use-glossary'
import { RequestToOwner } from './request-to-owner'

export type EditAssetProps = Pick<EditViewProps, 'onDone' | 'onApplied'> & {
  connection: Connection
  connections: readonly Connection[]
  reading: MetadataReading
}

/** The Edit state of the metadata: the tree shows the draft instead of the asset. */
export function EditAsset({ connection, connections, reading, onDone, onApplied }: EditAssetProps) {
  const { assetId } = reading
  return (
    <EditView
      {...{ connection, assetId, onDone, onApplied }}
      curlOf={curlOfCall}
      renderTree={(shown) => <DraftTree {...shown} reading={reading} />}
      renderRequest={(error) =>
        isOwnTask(error) ? null : <RequestToOwner {...{ connection, connections, assetId, error }} />
      }
    />
  )
}

function DraftTree({ draft, revealed, onEdit, reading }: ShownDraft & { reading: MetadataReading }) {
  const glossary = useGlossary()
  const { text, rows, changes } = draft
  const document = useMemo(() => ({ text, rows }), [text, rows])
  const edited = useMemo(() => ({ ...reading, text, rows }), [reading, text, rows])
  const changedRows = useMemo(
    () =>
      new Set(
        rowsAtPaths(
          document,
          changes.map(({ path }) => ['assetMetadata', ...path]),
        ),
      ),
    [document, changes],
  )
  const isRevealed = revealed !== null && revealed.draft === draft
  const shown = useMemo(
    () => (isRevealed ? { row: rowOf(document, revealed.path) } : null),
    [isRevealed, revealed, document],
  )
  return (
    <MetadataView
      reading={edited}
      onCopy={copyText}
      initialFocus
      editor={{
        renderRow: (row) => <RowEditor {...{ document, row, glossary, onEdit }} />,
        changedRows,
        revealed: shown,
      }}
    />
  )
}

function rowOf(document: Pick<Draft, 'text' | 'rows'>, path: FieldPath): number {
  return rowAtPath(document, ['assetMetadata', ...path])
}
