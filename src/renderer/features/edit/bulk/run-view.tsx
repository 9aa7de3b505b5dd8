import { Picker, PickerItem } from '@react-spectrum/s2/Picker'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type BulkRun, type BulkState, type BulkSteer, bulkStates, countBulk } from '../../../../shared/bulk'
import type { Connection } from '../../../../shared/connections'
import { isolate } from '../../../../words/language/say-in'
import { FailureNotice } from '../../../components/failure/failure-notice'
import { unwrap } from '../../../desktop/desktop'
import { useExportTable } from '../../../desktop/use-export-table'
import { useMessages } from '../../../language/messages'
import { LockPanel } from '../lock-panel'
import { panelHeading, panelWords } from '../panel-styles'
import { type Plan, useRun, useSendRun } from './bulk-queries'
import messages from './messages/en.json'
import { RunTable } from './run-table'
import { RunToolbar } from './run-toolbar'
import { useRunWords } from './run-words'

const frame = style({ display: 'flex', flexDirection: 'column', rowGap: 8, flexGrow: 1, minHeight: 0 })
const line = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 12,
  flexShrink: 0,
})

type Props = {
  connection: Connection
  runId: string
  plan: Plan
  onUndo: (run: BulkRun) => void
  onBack: (() => void) | null
}

/** A run: what it would do, how far it is, or what came of it. */
export function RunView({ connection, runId, plan, onUndo, onBack }: Props) {
  const say = useMessages(messages)
  const words = useRunWords()
  const { run, error, pauseSeconds, show, reload } = useRun(runId)
  const send = useSendRun(show)
  const steer = useMutation({
    mutationFn: (to: BulkSteer) => unwrap(window.desktop.steerBulk({ runId, to })),
    onSuccess: show,
  })
  const save = useExportTable()
  const [shownState, setShownState] = useState<BulkState | 'all'>('all')
  const title = useRef<HTMLHeadingElement>(null)
  const isThere = run !== null
  useEffect(() => {
    if (isThere) title.current?.focus()
  }, [isThere])
  if (error) return <FailureNotice error={error.error} />
  if (run === null) return <p role="status">{say('opening')}</p>
  const counts = countBulk(run.rows)
  const rows = shownState === 'all' ? run.rows : run.rows.filter(({ state }) => state === shownState)
  const isReady = run.stage === 'ready'
  const failure = send.error?.error ?? steer.error?.error ?? save.error?.error ?? null
  const stopped = isReady && run.lock === null ? run.error : null
  return (
    <section className={frame}>
      <h2 ref={title} tabIndex={-1} className={panelHeading}>
        {say('heading', { stage: isReady ? (run.wasSent ? 'ended' : 'planned') : run.stage })}
        {run.undoes === null ? null : ` · ${say('heading.undo')}`}
      </h2>
      {run.lock !== null && isReady && counts.planned > 0 ? (
        <LockPanel connection={connection} lock={run.lock} onOpened={() => void reload()} />
      ) : null}
      {failure ? <FailureNotice error={failure} /> : null}
      {stopped ? (
        <>
          <p className={panelWords}>{say('stopped')}</p>
          <FailureNotice error={stopped} />
        </>
      ) : null}
      <RunToolbar
        run={run}
        isBusy={send.isPending || plan.isPlanning}
        onSend={() => send.mutate(runId)}
        onSteer={(to) => steer.mutate(to)}
        onPlanRest={() => plan.planRest(runId)}
        onUndo={() => onUndo(run)}
        onExport={(table) => save.mutate(table)}
        onBack={onBack}
      />
      {pauseSeconds === null ? null : <p className={panelWords}>{say('held', { seconds: pauseSeconds })}</p>}
      {save.data?.kind === 'saved' ? (
        <p className={panelWords} role="status">
          {say('saved', { path: isolate(save.data.path) })}
        </p>
      ) : null}
      <div className={line}>
        <p className={panelWords} role="status">
          {words.counts(run)}
        </p>
        <Picker
          label={say('show')}
          labelPosition="side"
          size="S"
          value={shownState}
          onChange={(key) => setShownState(bulkStates.find((state) => state === key) ?? 'all')}
        >
          {(['all', ...bulkStates] as const)
            .filter((state) => state === 'all' || state === shownState || counts[state] > 0)
            .map((state) => (
              <PickerItem key={state} id={state}>
                {say(`state.${state}`)}
              </PickerItem>
            ))}
        </Picker>
      </div>
      {counts.planned > 0 && isReady && run.rows.some(({ isReplanned }) => isReplanned) ? (
        <p className={panelWords}>{say('replanned.words')}</p>
      ) : null}
      <RunTable {...{ run, rows }} />
    </section>
  )
}
