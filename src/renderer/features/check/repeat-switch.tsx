import { Switch } from '@react-spectrum/s2/Switch'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useCheckLanguage } from './check-language'
import type { CheckAsk, CheckRun, CheckSubject } from './check-queries'
import { useRepeatedCheck } from './repeated-check'

const block = style({ display: 'flex', flexDirection: 'column', rowGap: 4, alignItems: 'start' })
const hint = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, maxWidth: 720 })

export type RepeatSwitchProps = {
  subject: CheckSubject
  run: CheckRun
  ask: CheckAsk
  hasFailed: boolean
}

/** Beside a verdict that others have to turn: it is asked for again until they have. */
export function RepeatSwitch({ subject, run, ask, hasFailed }: RepeatSwitchProps) {
  const { say, formats } = useCheckLanguage()
  const repeated = useRepeatedCheck(subject)
  const isOn = repeated.nextAt !== null
  const isOffered = run.state === 'done' ? hasFailed : run.state === 'running' && isOn
  if (!isOffered) return null
  return (
    <div className={block}>
      <Switch
        size="S"
        isSelected={isOn}
        onChange={(wanted) => (wanted ? repeated.start(ask) : repeated.stop())}
      >
        {say('repeat', { minutes: repeated.minutes })}
      </Switch>
      {repeated.nextAt === null ? null : (
        <p className={hint}>
          {run.state === 'running'
            ? say('repeat.words')
            : say('repeat.next', { time: formats.moment(new Date(repeated.nextAt).toISOString()) })}
        </p>
      )}
    </div>
  )
}
