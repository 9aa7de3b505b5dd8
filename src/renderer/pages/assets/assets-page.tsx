import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useState } from 'react'
import type { FoundAsset } from '../../../shared/search'
import { FailureNotice } from '../../components/failure/failure-notice'
import { useExportTable } from '../../desktop/use-export-table'
import { ExportReport } from '../../features/exports/export-report'
import { ExportFound } from '../../features/find/export-found'
import { FindBar } from '../../features/find/find-bar'
import { countFilters, type DraftProblem, filtersOf, problemOf } from '../../features/find/find-draft'
import { FindFilters } from '../../features/find/find-filters'
import { useFind, useFindDraft } from '../../features/find/find-queries'
import { FindResults } from '../../features/find/find-results'
import { FolderTree } from '../../features/find/folder-tree'

const page = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  flexGrow: 1,
  minHeight: 0,
  paddingX: 24,
  paddingTop: 12,
  paddingBottom: 12,
  overflowY: 'auto',
})
const main = style({ display: 'flex', gap: 16, flexGrow: 1, minHeight: 200 })
const results = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  flexGrow: 1,
  minWidth: 0,
  minHeight: 0,
})

export type AssetsPageProps = { connectionId: string; onOpen: (assetId: string) => void }

/** Finds assets of a connection, and opens them. */
export function AssetsPage({ connectionId, onOpen }: AssetsPageProps) {
  const { draft, change } = useFindDraft(connectionId)
  const find = useFind(connectionId)
  const save = useExportTable()
  const [problem, setProblem] = useState<DraftProblem | null>(null)
  const [areFiltersShown, setFiltersShown] = useState(countFilters(draft) > 0)
  const [areFoldersShown, setFoldersShown] = useState(false)
  function run(folder = draft.folder) {
    const asked = { ...draft, folder }
    const wrong = problemOf(asked)
    setProblem(wrong)
    if (wrong === null) find.find(draft.pasted ?? draft.text, filtersOf(asked))
    else setFiltersShown(true)
  }
  return (
    <div className={page}>
      <FindBar
        text={draft.text}
        filterCount={countFilters(draft)}
        {...{ areFiltersShown, areFoldersShown }}
        onChange={(text, pasted) => change({ text, pasted })}
        onFind={() => run()}
        onToggleFilters={() => setFiltersShown(!areFiltersShown)}
        onToggleFolders={() => setFoldersShown(!areFoldersShown)}
      />
      {areFiltersShown ? (
        <FindFilters
          {...{ draft, problem }}
          onChange={(part) => {
            setProblem(null)
            change(part)
          }}
          onFind={() => run()}
        />
      ) : null}
      <div className={main}>
        {areFoldersShown ? (
          <FolderTree
            connectionId={connectionId}
            chosen={draft.folder}
            onChoose={(folder) => {
              change({ folder })
              run(folder)
            }}
          />
        ) : null}
        <div className={results}>
          {save.data ? <ExportReport outcome={save.data} onClose={save.reset} /> : null}
          {save.error ? <FailureNotice error={save.error.error} /> : null}
          <FindResults
            find={find}
            actions={
              find.trace.assets.length > 0 && !find.isRunning ? (
                <ExportFound assets={find.trace.assets} onExport={(table) => save.mutate(table)} />
              ) : null
            }
            onRetry={() => run()}
            onOpen={({ assetId }: FoundAsset) => onOpen(assetId)}
          />
        </div>
      </div>
    </div>
  )
}
