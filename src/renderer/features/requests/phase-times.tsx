import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { type ExchangePhase, exchangePhases, type HttpExchange } from '../../../shared/http-exchange'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

const table = style({
  display: 'grid',
  gridTemplateColumns: ['max-content', 'minmax(80px, 320px)', 'max-content'],
  columnGap: 16,
  rowGap: 8,
  margin: 0,
  alignItems: 'center',
  font: 'body-sm',
})
const name = style({ font: 'ui-sm', color: 'neutral-subdued' })
const track = style({ height: 8, borderRadius: 'sm', backgroundColor: 'gray-100', position: 'relative' })
const bar = style({
  position: 'absolute',
  top: 0,
  bottom: 0,
  borderRadius: 'sm',
  backgroundColor: 'accent-800',
  forcedColorAdjust: 'none',
})
const time = style({ font: 'code-sm', margin: 0 })

/** One bar for each phase, starting where the one before ends. */
export function PhaseTimes({ phases }: Pick<HttpExchange, 'phases'>) {
  const say = useMessages(messages)
  const formats = useFormats()
  const total = exchangePhases.reduce((sum, phase) => sum + (phases[phase] ?? 0), 0)
  function share(ms: number): string {
    return `${total === 0 ? 0 : (100 * ms) / total}%`
  }
  function before(phase: ExchangePhase): number {
    return exchangePhases
      .slice(0, exchangePhases.indexOf(phase))
      .reduce((sum, earlier) => sum + (phases[earlier] ?? 0), 0)
  }
  function words(phase: ExchangePhase): string {
    const ms = phases[phase]
    if (ms === null) return say('phase.not-reached')
    return phase === 'token' && ms === 0 ? say('phase.at-hand') : formats.milliseconds(ms)
  }
  return (
    <dl className={table}>
      {exchangePhases.map((phase) => (
        <PhaseTime
          key={phase}
          label={say(`phase.${phase}`)}
          start={share(before(phase))}
          width={share(phases[phase] ?? 0)}
          words={words(phase)}
        />
      ))}
      <PhaseTime label={say('time.total')} start="0%" width="0%" words={formats.milliseconds(total)} />
    </dl>
  )
}

function PhaseTime({
  label,
  start,
  width,
  words,
}: {
  label: string
  start: string
  width: string
  words: string
}) {
  return (
    <>
      <dt className={name}>{label}</dt>
      <dd aria-hidden className={track} style={{ margin: 0 }}>
        {width === '0%' ? null : (
          <div className={bar} style={{ insetInlineStart: start, width, minWidth: 2 }} />
        )}
      </dd>
      <dd className={time}>{words}</dd>
    </>
  )
}
