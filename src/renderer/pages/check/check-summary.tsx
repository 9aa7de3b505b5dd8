import { Button } from '@react-spectrum/s2/Button'
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond'
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle'
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle'
import RemoveCircle from '@react-spectrum/s2/icons/RemoveCircle'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { ReactNode } from 'react'
import type { CheckReport, TokenCard } from '../../../shared/check'
import type { CheckStep } from '../../../shared/failure-signal'
import type { CheckLanguage } from '../../../words/check/check-language'
import { isLocked, numberOfStep, outcomeOf } from '../../../words/check/check-outcome'
import type { DescribedOutcome } from '../../../words/check/describe-steps'
import { ToneCard } from '../../components/tone-card'
import { useCheckLanguage } from '../../features/check/check-language'
import type { CheckRun } from '../../features/check/check-queries'
import { describeOutcome } from '../../features/check/describe-outcome'
import { SaveReport } from '../../features/check/report/save-report'
import { stepElementId } from '../../features/check/steps/step-list'

const title = style({ font: 'title', margin: 0 })
const line = style({ marginTop: 4, marginBottom: 0 })
const actions = style({ display: 'flex', flexWrap: 'wrap', gap: 12, marginTop: 12 })
const when = style({ font: 'ui-sm', color: 'neutral-subdued', marginTop: 8, marginBottom: 0 })

const toneOf = { green: 'positive', amber: 'notice', red: 'negative', none: 'neutral' } as const
const icons: Record<DescribedOutcome['tone'], ReactNode> = {
  green: <CheckmarkCircle styles={iconStyle({ color: 'positive', marginTop: 2 })} />,
  amber: <AlertDiamond styles={iconStyle({ color: 'notice', marginTop: 2 })} />,
  red: <AlertTriangle styles={iconStyle({ color: 'negative', marginTop: 2 })} />,
  none: <RemoveCircle styles={iconStyle({ color: 'gray', marginTop: 2 })} />,
}

function goToStep(step: CheckStep): void {
  const element = document.getElementById(stepElementId(step))
  element?.scrollIntoView({ block: 'start' })
  element?.focus({ preventScroll: true })
}

/** Nothing of a token whose own claims say that it is over: there is a finding about that. */
function describeLife({ say, formats }: CheckLanguage, { expiresAt }: TokenCard): string[] {
  const left = Date.parse(expiresAt) - Date.now()
  const time = formats.dateAndTime(expiresAt)
  return left <= 0 ? [] : [say('summary.token', { time, left: formats.hoursAndMinutes(left) })]
}

function lacksAsset({ steps, assetId }: CheckReport): boolean {
  return outcomeOf(steps).kind === 'unproven' && assetId === null
}

/** All else is proven, and the update test was left out or not sent. */
function lacksUpdate({ steps }: CheckReport): boolean {
  const outcome = outcomeOf(steps)
  const isSkipped = steps.some(({ step, state }) => step === 'write' && state === 'skipped')
  return outcome.kind === 'ready-to-read' && outcome.update === 'not-proven' && isSkipped
}

export type CheckSummaryProps = {
  run: CheckRun
  onEnterAsset: () => void
  /** Checks again, with the update test. */
  onIncludeUpdate: () => void
  onAllowChanges: () => void
}

/** The outcome of the check, announced to screen readers, and what proves more. */
export function CheckSummary(props: CheckSummaryProps) {
  const { run, onEnterAsset, onIncludeUpdate, onAllowChanges } = props
  const language = useCheckLanguage()
  const { say, formats } = language
  const { tone, title: heading, lines, step } = describeOutcome(language, run)
  const { report } = run
  const isShown = run.state === 'done' && report !== null
  const tokenLines = isShown && tone !== 'red' && report.token ? describeLife(language, report.token) : []
  return (
    <ToneCard tone={toneOf[tone]} icon={icons[tone]}>
      <div role={tone === 'red' ? 'alert' : 'status'}>
        <h2 className={title}>{heading}</h2>
        {[...lines, ...tokenLines].map((text) => (
          <p key={text} className={line}>
            {text}
          </p>
        ))}
      </div>
      {isShown ? (
        <p className={when}>
          {[
            say('summary.when', {
              time: formats.moment(report.finishedAt),
              took: formats.milliseconds(Date.parse(report.finishedAt) - Date.parse(report.startedAt)),
            }),
            ...(report.assetId === null ? [] : [say('summary.asset', { asset: report.assetId })]),
            ...(report.secretSlot === 'second' ? [say('summary.second-secret')] : []),
          ].join(' · ')}
        </p>
      ) : null}
      {isShown ? (
        <div className={actions}>
          {step === null ? null : (
            <Button variant="primary" size="S" onPress={() => goToStep(step)}>
              {say('summary.go', { number: numberOfStep(step) })}
            </Button>
          )}
          {lacksAsset(report) ? (
            <Button variant="primary" size="S" onPress={onEnterAsset}>
              {say('summary.enter-asset')}
            </Button>
          ) : null}
          {lacksUpdate(report) ? (
            <LackingUpdate isLocked={isLocked(report.steps)} {...{ onIncludeUpdate, onAllowChanges }} />
          ) : null}
          <SaveReport reports={[report]} />
        </div>
      ) : null}
    </ToneCard>
  )
}

type LackingUpdateProps = Pick<CheckSummaryProps, 'onIncludeUpdate' | 'onAllowChanges'> & {
  isLocked: boolean
}

function LackingUpdate({ isLocked: isOff, onIncludeUpdate, onAllowChanges }: LackingUpdateProps) {
  const { say } = useCheckLanguage()
  return (
    <Button variant="primary" size="S" onPress={isOff ? onAllowChanges : onIncludeUpdate}>
      {say(isOff ? 'summary.allow-changes' : 'summary.include-update')}
    </Button>
  )
}
