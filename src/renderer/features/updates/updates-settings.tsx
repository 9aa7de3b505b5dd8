import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Switch } from '@react-spectrum/s2/Switch'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import type { UpdatesState } from '../../../shared/updates'
import { isolate } from '../../../words/language/say-in'
import { FailureNotice } from '../../components/failure/failure-notice'
import { Section } from '../../components/section'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { NewVersion } from './new-version'
import { UpdateTroubleNotice } from './update-trouble'
import { useAllowUpdates, useCheckForUpdate, useUpdates } from './updates-queries'

const paragraph = style({ font: 'body-sm', margin: 0, maxWidth: 640, overflowWrap: 'anywhere' })
const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 16, rowGap: 8 })

/** Which version this is, and the way to a newer one. */
export function UpdatesSettings() {
  const say = useMessages(messages)
  const { data, error } = useUpdates()
  return (
    <Section look="open" title={say('title')}>
      {error ? <FailureNotice error={error.error} /> : null}
      {data ? (
        <>
          <p className={paragraph}>{say('version', { version: data.version })}</p>
          {data.isTestBuild ? <p className={paragraph}>{say('testBuild')}</p> : null}
          {data.server === null ? (
            <p className={paragraph}>{say('noServer')}</p>
          ) : (
            <FromServer state={data} server={data.server} />
          )}
        </>
      ) : null}
    </Section>
  )
}

function FromServer({ state, server }: { state: UpdatesState; server: string }) {
  const say = useMessages(messages)
  const allow = useAllowUpdates()
  const isAllowed = state.isAllowed === true
  return (
    <>
      <Switch isSelected={isAllowed} isDisabled={allow.isPending} onChange={(isOn) => allow.mutate(isOn)}>
        {say('allow')}
      </Switch>
      <p className={paragraph}>{say('allow.words', { server: isolate(server) })}</p>
      {allow.error ? <FailureNotice error={allow.error.error} /> : null}
      {isAllowed ? <Found state={state} /> : null}
    </>
  )
}

function Found({ state }: { state: UpdatesState }) {
  const say = useMessages(messages)
  const formats = useFormats()
  const check = useCheckForUpdate()
  const { phase, trouble, version } = state
  const isIdle = phase.kind === 'unknown' || phase.kind === 'newest' || phase.kind === 'available'
  return (
    <>
      <div className={line}>
        <ActionButton isDisabled={!isIdle} onPress={() => check.mutate(undefined)}>
          {say('check')}
        </ActionButton>
        <span role="status" className={paragraph}>
          {phase.kind === 'checking' ? say('checking') : ''}
          {phase.kind === 'newest' ? say('newest', { moment: formats.moment(phase.checkedAt) }) : ''}
        </span>
      </div>
      {check.error ? <FailureNotice error={check.error.error} /> : null}
      {trouble === null ? null : <UpdateTroubleNotice trouble={trouble} version={version} />}
      <NewVersion state={state} />
      <p className={paragraph}>{say(`proof.${state.proof}`)}</p>
    </>
  )
}
