import { Button } from '@react-spectrum/s2/Button'
import { Switch } from '@react-spectrum/s2/Switch'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField'
import { useEffect, useRef } from 'react'
import type { Connection } from '../../../../shared/connections'
import type { FieldProblem } from '../../../../shared/result'
import messages from '../../../../words/check/messages/en.json'
import { describeField } from '../../../../words/failure/describe-failure'
import failureMessages from '../../../../words/failure/messages/en.json'
import { isolate } from '../../../../words/language/say-in'
import { problemProps } from '../../../components/problem-props'
import { useMessages } from '../../../language/messages'

const controls = style({ display: 'flex', flexDirection: 'column', rowGap: 8, alignItems: 'start' })
const hint = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, maxWidth: 720 })
const confirmWords = style({ font: 'body-sm', margin: 0, overflowWrap: 'anywhere', userSelect: 'text' })

const locked = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 12, rowGap: 8 })

export type UpdateTestProps = {
  connection: Connection
  isIncluded: boolean
  confirmedName: string
  /** Of the name that production asks for. */
  problem: FieldProblem | undefined
  onInclude: (isIncluded: boolean) => void
  onConfirm: (name: string) => void
  /** To where the connection's settings allow changes. */
  onAllowChanges: () => void
}

/** The part of the check that nobody gets unasked. */
export function UpdateTest(props: UpdateTestProps) {
  const { connection, isIncluded, confirmedName, problem, onInclude, onConfirm, onAllowChanges } = props
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const confirmField = useRef<TextFieldRef>(null)
  useEffect(() => {
    if (problem) confirmField.current?.focus()
  }, [problem])
  return (
    <div className={controls}>
      <Switch size="S" isSelected={isIncluded} onChange={onInclude}>
        {say('rights.change')}
      </Switch>
      {connection.allowsChanges ? null : (
        <div className={locked}>
          <p className={hint}>{say('rights.change.locked')}</p>
          <AllowChangesButton onAllowChanges={onAllowChanges} />
        </div>
      )}
      {isIncluded && connection.allowsChanges ? <p className={hint}>{say('rights.change.words')}</p> : null}
      {isIncluded && connection.allowsChanges && connection.environment === 'production' ? (
        <>
          <p className={confirmWords}>{say('rights.confirm.words', { name: isolate(connection.name) })}</p>
          <TextField
            ref={confirmField}
            label={say('rights.confirm')}
            value={confirmedName}
            onChange={onConfirm}
            {...problemProps(problem && describeField(sayFailure, problem))}
            autoComplete="off"
            spellCheck="false"
            styles={style({ width: 360 })}
          />
        </>
      ) : null}
    </div>
  )
}

/** The way to where changes are allowed. */
export function AllowChangesButton({ onAllowChanges }: Pick<UpdateTestProps, 'onAllowChanges'>) {
  const say = useMessages(messages)
  return (
    <Button variant="secondary" size="S" onPress={onAllowChanges}>
      {say('summary.allow-changes')}
    </Button>
  )
}
