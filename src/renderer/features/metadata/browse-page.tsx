import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldProblem } from '../../../shared/result'
import { AssetHelp } from './asset-help'
import { AssetReading } from './asset-reading'
import { type AssetAddress, metadataQuery } from './metadata-query'
import { RequestBar, type RequestText } from './request-bar'

const page = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 16,
  flexGrow: 1,
  minHeight: 0,
  paddingX: 24,
  paddingTop: 16,
  paddingBottom: 16,
  overflowY: 'auto',
})

const noProblems: readonly FieldProblem[] = []

export type BrowsePageProps = {
  text: RequestText
  /** What was asked for last, or null. */
  asked: AssetAddress | null
  takesFocus: boolean
  onChange: (text: RequestText) => void
  onSend: () => void
}

/** Stands in before anything was asked: the query is then never made. */
const nowhere: AssetAddress = { connectionId: '', bucket: '', asset: '' }

/** The work on one asset: ask for it, look at it. */
export const BrowsePage = ({ text, asked, takesFocus, onChange, onSend }: BrowsePageProps) => {
  const [isEdited, setEdited] = useState(false)
  const query = metadataQuery(asked ?? nowhere)
  const { data: reading, error, isFetching: isReading } = useQuery({ ...query, enabled: false })
  const isEmpty = !reading && !error && !isReading
  const areProblemsOfText = error?.error.kind === 'input' && !isReading && !isEdited
  return (
    <div className={page}>
      <RequestBar
        text={text}
        problems={areProblemsOfText ? error.error.problems : noProblems}
        takesFocus={takesFocus}
        onChange={(changed) => {
          setEdited(true)
          onChange(changed)
        }}
        onSend={() => {
          setEdited(false)
          onSend()
        }}
      />
      {isEmpty ? (
        <AssetHelp />
      ) : (
        <AssetReading {...{ queryKey: query.queryKey, reading, error, isReading, onRetry: onSend }} />
      )}
    </div>
  )
}
