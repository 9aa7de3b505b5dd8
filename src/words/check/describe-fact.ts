import type { Fact } from '../../shared/check'
import type { MessageValues } from '../../shared/result'
import type { CheckLanguage } from './check-language'

const minuteMs = 60_000

type Formats = CheckLanguage['formats']

function clockValues(seconds: number, formats: Formats): MessageValues {
  const ms = Math.abs(seconds) * 1_000
  const time = ms < 2 * minuteMs ? formats.milliseconds(ms) : formats.hoursAndMinutes(ms)
  // The header that tells the time of IMS counts whole seconds.
  const isSame = Math.abs(seconds) <= 1
  return { time, direction: isSame ? 'same' : seconds > 0 ? 'ahead' : 'behind' }
}

function numberOf(value: string | number | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** Numbers and dates as the user's locale writes them. */
function formatValues({ values }: Fact, formats: Formats): MessageValues {
  const durationMs = numberOf(values.durationMs)
  const bytes = numberOf(values.bytes)
  const minutes = numberOf(values.minutes)
  const seconds = numberOf(values.seconds)
  return {
    ...values,
    ...(durationMs === null ? {} : { time: formats.milliseconds(durationMs) }),
    ...(bytes === null ? {} : { size: formats.bytes(bytes) }),
    ...(typeof values.since === 'string' ? { date: formats.date(values.since) } : {}),
    ...(minutes === null
      ? {}
      : { left: minutes <= 0 ? 'none' : formats.hoursAndMinutes(minutes * minuteMs) }),
    ...(values.scopes === '' ? { scopes: 'none' } : {}),
    ...(seconds === null ? {} : clockValues(seconds, formats)),
  }
}

/** What was sent or seen in a step, in one sentence. */
export function describeFact({ say, formats }: CheckLanguage, fact: Fact): string {
  return say(`fact.${fact.code}`, formatValues(fact, formats))
}
