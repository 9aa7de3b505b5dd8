import { Button } from '@react-spectrum/s2/Button'
import { ProgressBar } from '@react-spectrum/s2/ProgressBar'
import { Switch } from '@react-spectrum/s2/Switch'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField'
import { useEffect, useRef, useState } from 'react'
import type { Connection } from '../../../../shared/connections'
import type { FieldProblem } from '../../../../shared/result'
import type { FindingSubject } from '../../../../words/check/finding-subject'
import messages from '../../../../words/check/messages/en.json'
import { describeField } from '../../../../words/failure/describe-failure'
import failureMessages from '../../../../words/failure/messages/en.json'
import { isolate } from '../../../../words/language/say-in'
import { FailureNotice } from '../../../components/failure/failure-notice'
import { Section } from '../../../components/section'
import { useMessages } from '../../../language/messages'
import { useCancelRights, useProbeRights, useRights } from '../check-queries'
import { RightsTable } from './rights-table'
import { TutorialExplained } from './tutorial-explained'

const controls = style({ display: 'flex', flexDirection: 'column', rowGap: 12, alignItems: 'start' })
const hint = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, maxWidth: 720 })
const confirmWords = style({ font: 'body-sm', margin: 0, overflowWrap: 'anywhere', userSelect: 'text' })
const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 16, rowGap: 8 })

export type RightsSectionProps = {
  connection: Connection
  asset: string
  subject: FindingSubject
}

const noProblems: readonly FieldProblem[] = []

/** What the technical account may do: tries reading, and changing only on request. */
export function RightsSection({ connection, asset, subject }: RightsSectionProps) {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const { data: rights, error, isFetching } = useRights(connection.id)
  const probe = useProbeRights()
  const cancel = useCancelRights()
  const [withChange, setWithChange] = useState(false)
  const [confirmedName, setConfirmedName] = useState('')
  const confirmField = useRef<TextFieldRef>(null)
  const isGuarded = withChange && connection.environment === 'production'
  const appError = error?.error ?? null
  const problems = appError?.kind === 'input' ? appError.problems : noProblems
  const unconfirmed = problems.find(({ field }) => field === 'confirmedName')
  useEffect(() => {
    if (unconfirmed) confirmField.current?.focus()
  }, [unconfirmed])

  function tryRights() {
    return void probe({ connectionId: connection.id, asset, withChange, confirmedName })
  }
  return (
    <Section title={say('rights.heading')} intro={say('rights.words')}>
      <div className={controls}>
        <Switch isSelected={withChange} onChange={setWithChange}>
          {say('rights.change')}
        </Switch>
        {withChange ? <p className={hint}>{say('rights.change.words')}</p> : null}
        {isGuarded ? (
          <>
            <p className={confirmWords}>{say('rights.confirm.words', { name: isolate(connection.name) })}</p>
            <TextField
              ref={confirmField}
              label={say('rights.confirm')}
              value={confirmedName}
              onChange={setConfirmedName}
              isInvalid={unconfirmed !== undefined}
              errorMessage={unconfirmed && describeField(sayFailure, unconfirmed)}
              validationBehavior="aria"
              autoComplete="off"
              spellCheck="false"
              styles={style({ width: 360 })}
            />
          </>
        ) : null}
        <div className={line}>
          <Button variant="secondary" onPress={tryRights} isDisabled={isFetching}>
            {say(withChange ? 'rights.try.change' : 'rights.try')}
          </Button>
          {isFetching ? (
            <>
              <ProgressBar
                isIndeterminate
                size="S"
                label={say('rights.running')}
                styles={style({ width: 160 })}
              />
              <Button variant="secondary" size="S" onPress={() => cancel(connection.id)}>
                {say('cancel')}
              </Button>
            </>
          ) : null}
        </div>
      </div>
      {appError && unconfirmed === undefined && !isFetching ? (
        <FailureNotice error={appError} onRetry={tryRights} />
      ) : null}
      {rights && !error ? <RightsTable rights={rights} subject={subject} /> : null}
      <TutorialExplained subject={subject} />
    </Section>
  )
}
