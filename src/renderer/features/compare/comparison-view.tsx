import { useMemo, useState } from 'react'
import type { TableExport } from '../../../shared/exports'
import { useStableCallback } from '../../components/use-stable-callback'
import { valueTokenOf } from '../../model/document/document'
import { type ComparedField, compareFields } from './comparison/compare-fields'
import { createExpectation } from './comparison/expected-fields'
import { tableOf } from './comparison-export'
import { ComparisonGrid } from './comparison-grid'
import { countRows, differencesIn, rowsOf } from './comparison-rows'
import { ComparisonToolbar } from './comparison-toolbar'
import type { ProfileDialogProps } from './profile-dialog'
import type { RowActions } from './row-actions'
import { canBeEdited, repeatedFields, type TakeOver } from './take-over'
import { type Column, useSameItems } from './use-columns'
import { useExportWords } from './use-export-words'

export type ComparisonViewProps = ProfileDialogProps & {
  columns: readonly Column[]
  onTakeOver: (change: TakeOver) => void
  onExport: (table: TableExport) => void
}

/** The fields of the assets that were read, side by side. */
export function ComparisonView({ columns, expected, onExpected, onTakeOver, onExport }: ComparisonViewProps) {
  const [isOnly, setOnly] = useState(false)
  const [countsExpected, setCountsExpected] = useState(false)
  const documents = useSameItems(columns.map(({ state }) => (state.kind === 'read' ? state.reading : null)))
  const fields = useMemo(() => compareFields(documents), [documents])
  const repeated = useMemo(() => repeatedFields(fields), [fields])
  const rows = useMemo(() => rowsOf(fields, createExpectation(expected)), [fields, expected])
  const shown = useMemo(
    () => (isOnly ? differencesIn(rows, countsExpected) : rows),
    [rows, isOnly, countsExpected],
  )
  const words = useExportWords(columns)

  const canTake = useStableCallback((field: ComparedField, from: number, to: number) => {
    const [one, other] = [field.cells[from], field.cells[to]]
    const areRead = documents[from] && documents[to]
    return Boolean(areRead) && from !== to && one?.content !== other?.content && canBeEdited(field, repeated)
  })
  const take = useStableCallback((field: ComparedField, from: number, { connection, state }: Column) => {
    const [document, cell] = [documents[from], field.cells[from]]
    if (!document || state.kind !== 'read') return
    onTakeOver({
      connectionId: connection.id,
      bucket: connection.bucket,
      assetId: state.reading.assetId,
      path: field.path.slice(1),
      value: cell ? valueTokenOf(document, cell.row) : null,
    })
  })
  const isNamed = useStableCallback(({ path }: ComparedField) => expected.includes(path.at(-1) ?? ''))
  const expect = useStableCallback(({ path }: ComparedField, isExpected: boolean) => {
    const key = path.at(-1) ?? ''
    const others = expected.filter((name) => name !== key)
    onExpected(isExpected ? [...others, key] : others)
  })
  const actions: RowActions = useMemo(
    () => ({ canTake, onTake: take, isNamed, onExpect: expect }),
    [canTake, take, isNamed, expect],
  )
  return (
    <>
      <ComparisonToolbar
        {...{ isOnly, countsExpected, expected, onExpected }}
        counts={countRows(rows, countsExpected)}
        read={documents.filter((document) => document !== null).length}
        isReading={columns.some(({ state }) => state.kind === 'reading' || state.kind === 'waiting')}
        onOnly={setOnly}
        onCountExpected={setCountsExpected}
        onExport={(format) => onExport(tableOf(rows, columns, documents, words, format))}
      />
      <ComparisonGrid {...{ columns, documents, actions }} rows={shown} />
    </>
  )
}
