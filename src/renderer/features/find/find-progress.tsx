import { Button } from '@react-spectrum/s2/Button'
import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useShortcuts } from '../../components/shortcuts'
import { useMessages } from '../../language/messages'
import type { Find } from './find-queries'
import messages from './messages/en.json'

const row = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', columnGap: 12, rowGap: 4 })
const pause = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, width: 'full' })

/** How far a search is; canceled by button or with Escape, it leaves what was read. */
export function FindProgress({ find }: { find: Find }) {
  const say = useMessages(messages)
  const { counts, pauseSeconds } = find.trace
  useShortcuts({ escape: find.cancel })
  const read = counts?.read ?? 0
  const matching = counts?.matching ?? 0
  const total = counts?.total?.isExact ? counts.total.value : null
  const label = say('progress', { read, matching })
  return (
    <div className={row}>
      {total === null ? (
        <ProgressBar isIndeterminate size="S" label={label} styles={style({ width: 360, flexShrink: 1 })} />
      ) : (
        <ProgressBar
          size="S"
          label={label}
          value={read}
          maxValue={total}
          valueLabel=""
          styles={style({ width: 360, flexShrink: 1 })}
        />
      )}
      <Button variant="secondary" size="S" onPress={find.cancel}>
        {say('cancel')}
      </Button>
      {pauseSeconds === null ? null : <p className={pause}>{say('pause', { seconds: pauseSeconds })}</p>}
    </div>
  )
}
