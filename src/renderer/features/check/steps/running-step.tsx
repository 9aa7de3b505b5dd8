import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { checkSteps, type StepResult } from '../../../../shared/check'
import { useMessages } from '../../../language/messages'
import { numberOfStep } from '../check-outcome'
import messages from '../messages/en.json'

/** Where a running check is. */
export function RunningStep({ steps }: { steps: readonly StepResult[] }) {
  const say = useMessages(messages)
  const step = steps.find(({ state }) => state === 'running')?.step ?? steps.at(-1)?.step ?? checkSteps[0]
  const finished = steps.filter(({ state }) => state !== 'running').length
  const label = say('progress', {
    number: numberOfStep(step),
    all: checkSteps.length,
    name: say(`step.${step}`),
  })
  return (
    <ProgressBar
      size="S"
      label={label}
      value={finished}
      maxValue={checkSteps.length}
      valueLabel=""
      styles={style({ width: 'full', maxWidth: 480 })}
    />
  )
}
