import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { TextFieldRef } from '@react-spectrum/s2/TextField'
import { useId, useRef, useState } from 'react'
import type { Connection } from '../../../../shared/connections'
import { FailureNotice } from '../../../components/failure/failure-notice'
import { useMessages } from '../../../language/messages'
import messages from './messages/en.json'
import { OtherSecretActions } from './other-secret-actions'
import { OtherSecretField } from './other-secret-field'
import { type OtherSecretCheck, OtherSecretOutcome } from './other-secret-outcome'
import { RotationSteps } from './rotation-steps'
import { type SecretChange, useSecretChanges } from './use-secret-changes'
import { useSecretPlace } from './use-secret-place'

const panel = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  padding: 16,
  borderRadius: 'lg',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-300',
})
const title = style({ font: 'title', margin: 0 })
const due = style({
  display: 'flex',
  alignItems: 'start',
  columnGap: 8,
  margin: 0,
  padding: 12,
  borderRadius: 'default',
  backgroundColor: 'notice-subtle',
  font: 'ui',
})
const list = style({
  display: 'grid',
  gridTemplateColumns: ['max-content', '1fr'],
  columnGap: 16,
  rowGap: 8,
  margin: 0,
  alignItems: 'baseline',
})
const term = style({ font: 'ui-sm', color: 'neutral-subdued' })
const value = style({ font: 'ui', margin: 0 })
const done = style({ font: 'ui', margin: 0 })

/** The one or two secrets of a connection's credential, and how to get from an old to a new one. */
export function SecretsPanel({ connection, check }: { connection: Connection; check: OtherSecretCheck }) {
  const say = useMessages(messages)
  const sayPlace = useSecretPlace()
  const heading = useId()
  const field = useRef<TextFieldRef>(null)
  const [lastDone, setLastDone] = useState<SecretChange | null>(null)
  const changes = useSecretChanges(
    connection,
    () => field.current?.getInputElement()?.value ?? '',
    setLastDone,
  )
  function change(wanted: SecretChange) {
    setLastDone(null)
    if (!changes.isPending) changes.mutate(wanted)
  }
  function runCheck() {
    setLastDone(null)
    check.run()
  }
  const { secret, otherSecret, rotationDueAfterDays: days } = connection
  const error = changes.error?.error ?? null
  return (
    <section className={panel} aria-labelledby={heading}>
      <h2 id={heading} className={title}>
        {say('heading')}
      </h2>
      {days === null ? null : (
        <p className={due}>
          <AlertDiamond styles={iconStyle({ color: 'notice' })} />
          {say('due', { days })}
        </p>
      )}
      <dl className={list}>
        <dt className={term}>{say('current')}</dt>
        <dd className={value}>{sayPlace(secret)}</dd>
        {otherSecret === null ? null : (
          <>
            <dt className={term}>{say('other')}</dt>
            <dd className={value}>{sayPlace({ place: 'keychain', since: otherSecret.since })}</dd>
          </>
        )}
      </dl>
      {otherSecret === null ? (
        <OtherSecretField
          field={field}
          error={error}
          takesFocus={lastDone === 'forget'}
          onStore={() => change('store')}
        />
      ) : (
        <>
          <OtherSecretActions
            {...{ connection, check }}
            since={otherSecret.since}
            takesFocus={lastDone === 'store'}
            onCheck={runCheck}
            onPromote={() => change('promote')}
            onForget={() => change('forget')}
          />
          <OtherSecretOutcome check={check} />
        </>
      )}
      <p className={done} role="status">
        {lastDone === null ? null : say(`${lastDone}.done`)}
      </p>
      {error && error.kind !== 'input' ? <FailureNotice error={error} /> : null}
      <RotationSteps isOpen={days !== null} />
    </section>
  )
}
