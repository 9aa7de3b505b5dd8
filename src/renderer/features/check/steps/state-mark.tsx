import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond'
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle'
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle'
import Circle from '@react-spectrum/s2/icons/Circle'
import ClockPending from '@react-spectrum/s2/icons/ClockPending'
import HelpCircle from '@react-spectrum/s2/icons/HelpCircle'
import RemoveCircle from '@react-spectrum/s2/icons/RemoveCircle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { StepState } from '../../../../shared/check'
import messages from '../../../../words/check/messages/en.json'
import { useMessages } from '../../../language/messages'

const mark = style({ display: 'inline-flex', alignItems: 'center', columnGap: 8, font: 'ui', flexShrink: 0 })
const word = style<{ state: StepState | 'waiting' }>({
  fontWeight: { default: 'normal', state: { red: 'bold', amber: 'bold', unproven: 'bold', green: 'medium' } },
  color: {
    default: 'neutral-subdued',
    state: { green: 'positive-1000', amber: 'notice-1100', unproven: 'notice-1100', red: 'negative-1000' },
  },
})

const icons = {
  running: <ClockPending styles={iconStyle({ color: 'informative', size: 'S' })} />,
  green: <CheckmarkCircle styles={iconStyle({ color: 'positive', size: 'S' })} />,
  amber: <AlertDiamond styles={iconStyle({ color: 'notice', size: 'S' })} />,
  red: <AlertTriangle styles={iconStyle({ color: 'negative', size: 'S' })} />,
  unproven: <HelpCircle styles={iconStyle({ color: 'notice', size: 'S' })} />,
  skipped: <RemoveCircle styles={iconStyle({ color: 'gray', size: 'S' })} />,
  waiting: <Circle styles={iconStyle({ color: 'gray', size: 'S' })} />,
}

/** How a step went, by icon and word, never by color alone. */
export function StateMark({ state }: { state: StepState | 'waiting' }) {
  const say = useMessages(messages)
  return (
    <span className={mark}>
      {icons[state]}
      <span className={word({ state })}>{say(`state.${state}`)}</span>
    </span>
  )
}
