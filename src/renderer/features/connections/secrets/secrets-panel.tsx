import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure'
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond'
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { TextFieldRef } from '@react-spectrum/s2/TextField'
import { useId, useRef, useState } from 'react'
import type { Connection, SecretStatus } from '../../../../shared/connections'
import { Definition, DefinitionList } from '../../../components/definition-list'
import { FailureNotice } from '../../../components/failure/failure-notice'
import { useNow } from '../../../components/timers'
import { useFormats } from '../../../language/formats'
import { useMessages } from '../../../language/messages'
import messages from './messages/en.json'
import { SecondSecretActions } from './second-secret-actions'
import { SecondSecretField } from './second-secret-field'
import { type SecondSecretCheck, SecondSecretOutcome } from './second-secret-outcome'
import { type DoneChange, type SecretChange, useSecretChanges } from './use-secret-changes'

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
const done = style({ font: 'ui', margin: 0 })

/** The one or two secrets of a connection's credential, and how to get from an old to a new one. */
export function SecretsPanel({ connection, check }: { connection: Connection; check: SecondSecretCheck }) {
  const say = useMessages(messages)
  const sayPlace = useSecretPlace()
  const heading = useId()
  const field = useRef<TextFieldRef>(null)
  const [lastDone, setLastDone] = useState<DoneChange | null>(null)
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
  const { secret, secondSecret, rotationDueAfterDays: days } = connection
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
      <DefinitionList>
        <Definition name={say('current')}>{sayPlace(secret)}</Definition>
        {secondSecret === null ? null : (
          <Definition name={say('second')}>{sayPlace(secondSecret)}</Definition>
        )}
      </DefinitionList>
      {secondSecret === null ? (
        <SecondSecretField
          field={field}
          error={error}
          takesFocus={lastDone === 'forget' || lastDone === 'forget.left'}
          onStore={() => change('store')}
        />
      ) : (
        <>
          <SecondSecretActions
            {...{ connection, check }}
            since={secondSecret.since}
            takesFocus={lastDone === 'store'}
            onCheck={runCheck}
            onPromote={() => change('promote')}
            onForget={() => change('forget')}
          />
          <SecondSecretOutcome check={check} />
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

const steps = style({ margin: 0, paddingStart: 20, display: 'grid', rowGap: 4, font: 'body-sm' })
const note = style({ font: 'body-sm', marginTop: 8, marginBottom: 0 })

/** How a client secret is replaced without a moment in which none works. */
export function RotationSteps({ isOpen }: { isOpen: boolean }) {
  const say = useMessages(messages)
  return (
    <Disclosure isQuiet size="S" defaultExpanded={isOpen}>
      <DisclosureTitle level={3}>{say('rotate.heading')}</DisclosureTitle>
      <DisclosurePanel>
        <ol className={steps}>
          <li>{say('rotate.add')}</li>
          <li>{say('rotate.store')}</li>
          <li>{say('rotate.promote')}</li>
          <li>{say('rotate.delete')}</li>
        </ol>
        <p className={note}>{say('rotate.adobe')}</p>
      </DisclosurePanel>
    </Disclosure>
  )
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Where a secret is and since when, in words. */
export function useSecretPlace(): (secret: SecretStatus) => string {
  const say = useMessages(messages)
  const formats = useFormats()
  const now = useNow(hourMs)
  return (secret) => {
    if (secret.place === 'session') return say('stored.session')
    if (secret.place !== 'keychain') return say('stored.none')
    const days = Math.max(0, Math.floor((now - Date.parse(secret.since)) / dayMs))
    return say('stored.keychain', { date: formats.date(secret.since), age: say('age', { days }) })
  }
}
