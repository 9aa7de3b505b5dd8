import { Button } from '@react-spectrum/s2/Button'
import LockClosed from '@react-spectrum/s2/icons/Lock'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Connection } from '../../../shared/connections'
import type { WriteLock } from '../../../shared/edit'
import { describeField } from '../../../words/failure/describe-failure'
import failureMessages from '../../../words/failure/messages/en.json'
import { isolate } from '../../../words/language/say-in'
import { FailureNotice } from '../../components/failure/failure-notice'
import { problemProps } from '../../components/problem-props'
import { ToneCard } from '../../components/tone-card'
import { unwrap } from '../../desktop/desktop'
import { useMessages } from '../../language/messages'
import { useAllowChanges } from './allow-changes'
import messages from './messages/en.json'

const heading = style({ font: 'title', margin: 0 })
const paragraph = style({ marginTop: 4, marginBottom: 12 })
const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 8 })

type Props = {
  connection: Connection
  lock: WriteLock
  /** Changes are possible now. */
  onOpened: () => void
}

/** Why nothing can be changed, and the one step that changes that. */
export function LockPanel({ connection, lock, onOpened }: Props) {
  const say = useMessages(messages)
  const { environment, name } = connection
  return (
    <ToneCard tone="notice" icon={<LockClosed styles={iconStyle({ color: 'notice', marginTop: 2 })} />}>
      <h2 className={heading}>{say(`lock.${lock}`)}</h2>
      <p className={paragraph}>{say(`lock.${lock}.words`, { environment, name: isolate(name) })}</p>
      {lock === 'read-only' ? <AllowButton connection={connection} onOpened={onOpened} /> : null}
      {lock === 'needs-name' ? <NameForm connection={connection} onOpened={onOpened} /> : null}
    </ToneCard>
  )
}

function AllowButton({ connection, onOpened }: Omit<Props, 'lock'>) {
  const say = useMessages(messages)
  const allow = useAllowChanges(connection.id)
  return (
    <>
      <Button
        variant="secondary"
        isDisabled={allow.isPending}
        onPress={() => allow.mutate(true, { onSuccess: onOpened })}
      >
        {say('lock.allow')}
      </Button>
      {allow.error ? <FailureNotice error={allow.error.error} /> : null}
    </>
  )
}

function NameForm({ connection, onOpened }: Omit<Props, 'lock'>) {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const [confirmedName, setConfirmedName] = useState('')
  const field = useRef<TextFieldRef>(null)
  const unlock = useMutation({
    mutationFn: () => unwrap(window.desktop.unlockChanges({ connectionId: connection.id, confirmedName })),
    onSuccess: onOpened,
  })
  const error = unlock.error?.error ?? null
  const problem = error?.kind === 'input' ? error.problems[0] : undefined
  useEffect(() => {
    if (problem) field.current?.focus()
  }, [problem])
  function submit(event: FormEvent) {
    event.preventDefault()
    unlock.mutate()
  }
  return (
    <form className={line} onSubmit={submit}>
      <TextField
        ref={field}
        label={say('lock.name')}
        value={confirmedName}
        onChange={setConfirmedName}
        {...problemProps(problem && describeField(sayFailure, problem))}
        autoComplete="off"
        spellCheck="false"
        styles={style({ width: 320, maxWidth: 'full' })}
      />
      <Button variant="negative" type="submit" isDisabled={unlock.isPending}>
        {say('lock.unlock')}
      </Button>
      {error && !problem ? <FailureNotice error={error} /> : null}
    </form>
  )
}
