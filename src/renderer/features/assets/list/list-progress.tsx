import { Button } from '@react-spectrum/s2/Button'
import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useShortcuts } from '../../../components/shortcuts'
import { useMessages } from '../../../language/messages'
import messages from '../messages/en.json'
import type { ListRun } from './list-rows'

const line = style({ display: 'flex', alignItems: 'end', columnGap: 12, flexGrow: 1, minWidth: 0 })
const column = style({ flexGrow: 1, minWidth: 0 })
const pause = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 })

type Props = { run: ListRun; onCancel: () => void }

/** The progress of reading many assets, which can be canceled by button or with Escape. */
export function ListProgress({ run, onCancel }: Props) {
  const say = useMessages(messages)
  useShortcuts({ escape: onCancel })
  const done = run.all - run.pending.size
  return (
    <>
      <div className={line}>
        <div className={column}>
          <ProgressBar
            size="S"
            label={say('list.progress', { done, all: run.all })}
            value={done}
            maxValue={run.all}
            valueLabel=""
            styles={style({ width: 'full' })}
          />
        </div>
        <Button variant="secondary" size="S" onPress={onCancel}>
          {say('list.cancel')}
        </Button>
      </div>
      {run.pauseSeconds === null ? null : (
        <p className={pause}>{say('list.pause', { seconds: run.pauseSeconds })}</p>
      )}
    </>
  )
}
