import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import { Content } from '@react-spectrum/s2/Content'
import { Dialog, DialogTrigger } from '@react-spectrum/s2/Dialog'
import { Heading } from '@react-spectrum/s2/Heading'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { memo } from 'react'
import type { CheckReport, StepResult } from '../../../../shared/check'
import type { Connection } from '../../../../shared/connections'
import type { CheckStep } from '../../../../shared/failure-signal'
import { numberOfStep } from '../../../../words/check/check-outcome'
import { subjectOf } from '../../../../words/check/finding-subject'
import messages from '../../../../words/check/messages/en.json'
import { describeError } from '../../../../words/failure/describe-failure'
import failureMessages from '../../../../words/failure/messages/en.json'
import { isolate } from '../../../../words/language/say-in'
import { useFormats } from '../../../language/formats'
import { useMessages } from '../../../language/messages'
import { StateMark } from '../steps/state-mark'
import { StepDetails } from '../steps/step-details'

const took = style({ font: 'ui-sm', color: 'neutral-subdued' })
const title = style({ font: 'ui-sm', width: 'full', overflowWrap: 'anywhere' })
const opened = style({ display: 'flex', flexDirection: 'column', rowGap: 16, alignItems: 'start' })
const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 8 })

export type ComparisonCellProps = {
  step: CheckStep
  /** Whose column it is. */
  name: string
  result: StepResult | null
  connection: Connection
  connections: readonly Connection[]
  report: CheckReport | null
  onOpen: (connectionId: string) => void
}

/** How a step went for one connection; opens what was found. Memoized: a step of one column draws no other. */
export const ComparisonCell = memo((props: ComparisonCellProps) => {
  const { step, name, result, connection, connections, report, onOpen } = props
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const formats = useFormats()
  if (!result) return <StateMark state="waiting" />
  if (result.state === 'running') return <StateMark state="running" />
  const numbered = say('step.numbered', { number: numberOfStep(step), name: say(`step.${step}`) })
  const label = say('all.cell', { step: numbered, name, state: say(`state.${result.state}`) })
  return (
    <span className={line}>
      <DialogTrigger>
        <ActionButton isQuiet size="S" aria-label={label}>
          <StateMark state={result.state} />
        </ActionButton>
        <Dialog isDismissible size="L">
          {({ close }) => (
            <>
              <Heading slot="title">{label}</Heading>
              <Content>
                <div className={opened}>
                  <StepDetails
                    showsEvidence
                    result={result}
                    subject={subjectOf(connection, report, connections)}
                    at={report?.finishedAt ?? ''}
                  />
                  <Button
                    variant="secondary"
                    onPress={() => {
                      close()
                      onOpen(connection.id)
                    }}
                  >
                    {say('all.open', { name: isolate(name) })}
                  </Button>
                </div>
              </Content>
            </>
          )}
        </Dialog>
      </DialogTrigger>
      {result.durationMs > 0 ? <span className={took}>{formats.milliseconds(result.durationMs)}</span> : null}
      {result.findings[0] ? (
        <span className={title}>{describeError(sayFailure, result.findings[0]).title}</span>
      ) : null}
    </span>
  )
})
