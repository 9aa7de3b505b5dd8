import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useQuery } from '@tanstack/react-query'
import type { CheckMark } from '../../../shared/kept'
import { numberOfStep } from '../../../words/check/check-outcome'
import messages from '../../../words/check/messages/en.json'
import { checksByConnection, keptQuery } from '../../features/kept/kept-queries'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'

const section = style({ font: 'body', maxWidth: 720 })
const heading = style({ font: 'heading-sm', marginTop: 0, marginBottom: 8 })
const paragraph = style({ margin: 0 })

/** How the connection was when it was last checked; nothing where it was not checked since it was changed. */
export function LastChecks({ connectionId }: { connectionId: string }) {
  const say = useMessages(messages)
  const formats = useFormats()
  const { data } = useQuery({ ...keptQuery(), select: checksByConnection })
  const checks = data?.get(connectionId) ?? []
  const [last] = checks
  if (last === undefined) return null
  const since = failingSince(checks)
  const step =
    last.step === null
      ? ''
      : say('step.numbered', { number: numberOfStep(last.step), name: say(`step.${last.step}`) })
  return (
    <section className={section}>
      <h2 className={heading}>{say('last.heading')}</h2>
      <p className={paragraph}>{say(`last.${last.verdict}`, { time: formats.dateAndTime(last.at), step })}</p>
      {since === null ? null : (
        <p className={paragraph}>
          {say('last.since', {
            worked: formats.dateAndTime(since.worked),
            failed: formats.dateAndTime(since.failed),
          })}
        </p>
      )}
    </section>
  )
}

/** Between which two checks a connection stopped working; null unless it fails now and one before passed. */
function failingSince(checks: readonly CheckMark[]): { worked: string; failed: string } | null {
  const at = checks.findIndex(({ verdict }) => verdict !== 'red')
  const [worked, failed] = [checks[at], checks[at - 1]]
  return worked && failed ? { worked: worked.at, failed: failed.at } : null
}
