import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useId } from 'react'
import { checkSteps, type StepResult } from '../../../../shared/check'
import type { CheckStep } from '../../../../shared/failure-signal'
import type { Evidence } from '../../../../shared/result'
import { numberOfStep } from '../../../../words/check/check-outcome'
import type { FindingSubject } from '../../../../words/check/finding-subject'
import messages from '../../../../words/check/messages/en.json'
import { useAnnouncedProgress } from '../../../components/announcer'
import { useFormats } from '../../../language/formats'
import { useMessages } from '../../../language/messages'
import { StateMark } from './state-mark'
import { StepDetails } from './step-details'

const heading = style({ font: 'title', margin: 0 })
const list = style({ margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' })
const item = style({
  display: 'grid',
  gridTemplateColumns: ['1fr', 'auto', 72],
  columnGap: 16,
  rowGap: 4,
  alignItems: 'center',
  paddingY: 12,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderTopWidth: { default: 1, ':first-child': 0 },
  borderBottomWidth: 0,
  borderXWidth: 0,
  minWidth: 0,
  scrollMarginTop: 16,
  outlineStyle: 'none',
})
const name = style<{ isTold: boolean }>({
  font: 'ui',
  margin: 0,
  fontWeight: { default: 'normal', isTold: 'bold' },
  color: { default: 'neutral-subdued', isTold: 'neutral' },
  minWidth: 0,
})
const took = style({ font: 'ui-sm', color: 'neutral-subdued', textAlign: 'end' })
const details = style({ gridColumnStart: 1, gridColumnEnd: -1, minWidth: 0, paddingStart: 20 })

/** Where the summary leads to. */
export function stepElementId(step: CheckStep): string {
  return `check-step-${step}`
}

export type StepListProps = { steps: readonly StepResult[]; subject: FindingSubject; at: string }

/** All steps in their order; those that have not begun are named as well. */
export function StepList({ steps, subject, at }: StepListProps) {
  const say = useMessages(messages)
  const headingId = useId()
  return (
    <div>
      <h2 id={headingId} className={heading}>
        {say('steps.label')}
      </h2>
      <ol className={list} aria-labelledby={headingId}>
        {checkSteps.map((step) => {
          const result = steps.find((candidate) => candidate.step === step) ?? null
          // Several steps can learn from one request: it is shown with the first of them.
          const showsEvidence = steps.find(({ evidence }) => isSameRequest(evidence, result))?.step === step
          return <StepItem key={step} {...{ step, result, subject, at, showsEvidence }} />
        })}
      </ol>
    </div>
  )
}

function isSameRequest(evidence: Evidence | null, result: StepResult | null): boolean {
  return evidence !== null && evidence.at === result?.evidence?.at && evidence.url === result.evidence.url
}

type StepItemProps = {
  step: CheckStep
  result: StepResult | null
  subject: FindingSubject
  at: string
  showsEvidence: boolean
}

function StepItem({ step, result, subject, at, showsEvidence }: StepItemProps) {
  const say = useMessages(messages)
  const formats = useFormats()
  // Steps that share an earlier request take no time of their own.
  const isTimed = result !== null && result.durationMs > 0
  const hasDetails = result && (result.facts.length > 0 || result.findings.length > 0 || result.evidence)
  return (
    <li id={stepElementId(step)} tabIndex={-1} className={item}>
      <h3 className={name({ isTold: result !== null && result.state !== 'skipped' })}>
        {say('step.numbered', { number: numberOfStep(step), name: say(`step.${step}`) })}
      </h3>
      <StateMark state={result?.state ?? 'waiting'} />
      <span className={took}>{isTimed ? formats.milliseconds(result.durationMs) : ''}</span>
      {hasDetails ? (
        <div className={details}>
          <StepDetails {...{ result, subject, at, showsEvidence }} />
        </div>
      ) : null}
    </li>
  )
}

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
  useAnnouncedProgress(label)
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
