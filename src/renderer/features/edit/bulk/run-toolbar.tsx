import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import Pause from '@react-spectrum/s2/icons/Pause'
import Play from '@react-spectrum/s2/icons/Play'
import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Text } from '@react-spectrum/s2/Text'
import { type BulkCounts, type BulkRun, type BulkSteer, countBulk } from '../../../../shared/bulk'
import type { TableExport } from '../../../../shared/exports'
import { useMessages } from '../../../language/messages'
import messages from './messages/en.json'
import { RunExportMenu } from './run-export'

const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, flexShrink: 0 })

export type RunToolbarProps = {
  run: BulkRun
  /** Nothing may be pressed at the moment. */
  isBusy: boolean
  onSend: () => void
  onSteer: (to: BulkSteer) => void
  onPlanRest: () => void
  onUndo: () => void
  onExport: (table: TableExport) => void
  /** Back to the form; null for a run that has none. */
  onBack: (() => void) | null
}

/** What can be done with a run at its stage. */
export function RunToolbar(props: RunToolbarProps) {
  const { run } = props
  const counts = countBulk(run.rows)
  return (
    <div className={line}>
      {run.stage === 'ready' ? (
        <ReadyButtons {...props} counts={counts} />
      ) : (
        <SendingButtons {...props} counts={counts} />
      )}
    </div>
  )
}

type PartProps = RunToolbarProps & { counts: BulkCounts }

function ReadyButtons({ run, counts, isBusy, onSend, onPlanRest, onUndo, onExport, onBack }: PartProps) {
  const say = useMessages(messages)
  const { wasSent, lock } = run
  const [open, rest] = [counts.planned, restOf(counts)]
  return (
    <>
      {open > 0 ? (
        <Button variant="accent" isDisabled={isBusy || lock !== null} onPress={onSend}>
          {say(wasSent ? 'send.rest' : 'send', { count: open })}
        </Button>
      ) : null}
      {rest > 0 ? (
        <Button variant="secondary" isDisabled={isBusy} onPress={onPlanRest}>
          {say('planRest', { count: rest })}
        </Button>
      ) : null}
      {wasSent && counts.changed > 0 ? (
        <Button variant="secondary" isDisabled={isBusy} onPress={onUndo}>
          {say('undo', { count: counts.changed })}
        </Button>
      ) : null}
      {!wasSent && onBack !== null ? (
        <Button variant="secondary" isDisabled={isBusy} onPress={onBack}>
          {say('back')}
        </Button>
      ) : null}
      <RunExportMenu {...{ run, onExport }} />
    </>
  )
}

/** What to read again may help with. */
function restOf(counts: BulkCounts): number {
  return (
    counts.sending +
    counts.unreadable +
    counts.failed +
    counts.missing +
    counts['not-applied'] +
    counts.unknown
  )
}

function SendingButtons({ run, counts, onSteer }: PartProps) {
  const say = useMessages(messages)
  const isPaused = run.stage === 'paused'
  const all = run.rows.length
  const done = all - counts.planned - counts.sending
  return (
    <>
      <ProgressBar
        size="S"
        label={say(isPaused ? 'progress.paused' : 'progress', { done, all })}
        value={done}
        maxValue={all}
        valueLabel=""
        styles={style({ width: 240, maxWidth: 'full' })}
      />
      <ActionButton onPress={() => onSteer(isPaused ? 'resume' : 'pause')}>
        {isPaused ? <Play /> : <Pause />}
        <Text>{say(isPaused ? 'resume' : 'pause')}</Text>
      </ActionButton>
      <Button variant="secondary" onPress={() => onSteer('cancel')}>
        {say('cancel')}
      </Button>
    </>
  )
}
