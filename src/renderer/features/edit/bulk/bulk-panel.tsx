import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { BulkRun } from '../../../../shared/bulk'
import type { Connection } from '../../../../shared/connections'
import { FailureNotice } from '../../../components/failure/failure-notice'
import { useMessages } from '../../../language/messages'
import { panelHeading, panelWords } from '../panel-styles'
import { ProductionNote } from '../production-note'
import { BulkForm } from './bulk-form'
import { type OpenBulk, type Plan, usePlan } from './bulk-queries'
import { EarlierRuns } from './earlier-runs'
import messages from './messages/en.json'
import { RunView } from './run-view'

const panel = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  flexGrow: 1,
  minHeight: 0,
  overflowY: 'auto',
  padding: 4,
})
const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 8,
  flexShrink: 0,
})
const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 12 })

export type BulkPanelProps = {
  connection: Connection
  open: OpenBulk
  onOpen: (open: OpenBulk) => void
  onClose: () => void
}

/** The same change of many assets: what to do, its dry run, and what came of it. */
export function BulkPanel({ connection, open, onOpen, onClose }: BulkPanelProps) {
  const say = useMessages(messages)
  const client = useQueryClient()
  const { runId } = open
  const plan = usePlan((run: BulkRun) => {
    client.setQueryData(['bulk-run', run.id], run)
    onOpen({ ...open, runId: run.id })
  })
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (runId === null) title.current?.focus()
  }, [runId])
  const connectionId = connection.id
  return (
    <section className={panel} aria-label={say('title')}>
      <ProductionNote connection={connection} />
      <div className={head}>
        <h2 ref={title} tabIndex={-1} className={panelHeading}>
          {say('title')}
        </h2>
        <ActionButton size="S" onPress={onClose}>
          {say('close')}
        </ActionButton>
      </div>
      {plan.error ? <FailureNotice error={plan.error.error} /> : null}
      {plan.isPlanning ? <Planning plan={plan} /> : null}
      {runId !== null ? (
        <RunView
          key={runId}
          {...{ connection, runId, plan }}
          onUndo={({ id }) => plan.plan({ connectionId, of: { undoes: id } })}
          onBack={open.assetIds.length === 0 ? null : () => onOpen({ ...open, runId: null })}
        />
      ) : (
        <>
          {plan.isPlanning ? null : (
            <BulkForm
              open={open}
              onDrafts={(drafts) => onOpen({ ...open, drafts })}
              onPlan={(operations) =>
                plan.plan({ connectionId, of: { assetIds: open.assetIds, operations } })
              }
            />
          )}
          <EarlierRuns connectionId={connectionId} onOpen={(id) => onOpen({ ...open, runId: id })} />
        </>
      )}
    </section>
  )
}

function Planning({ plan }: { plan: Plan }) {
  const say = useMessages(messages)
  return (
    <div className={line}>
      <ProgressBar
        isIndeterminate
        size="S"
        label={say('planning', { count: plan.planned })}
        styles={style({ width: 240, maxWidth: 'full' })}
      />
      <Button variant="secondary" onPress={plan.cancel}>
        {say('cancel')}
      </Button>
      {plan.pauseSeconds === null ? null : (
        <p className={panelWords}>{say('held', { seconds: plan.pauseSeconds })}</p>
      )}
    </div>
  )
}
