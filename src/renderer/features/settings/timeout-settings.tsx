import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField } from '@react-spectrum/s2/TextField'
import { useState } from 'react'
import { type Settings, type TimeoutName, timeoutBounds } from '../../../shared/settings'
import { describeError, describeField } from '../../../words/failure/describe-failure'
import failureMessages from '../../../words/failure/messages/en.json'
import { problemProps } from '../../components/problem-props'
import { Section } from '../../components/section'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'
import { useChangeSettings } from './settings-queries'

const field = style({ display: 'flex', flexDirection: 'column' })
const saved = style({ font: 'ui-sm', color: 'neutral-subdued', minHeight: 16 })

/** How long calls may take. */
export function TimeoutSettings({ settings }: { settings: Settings }) {
  const say = useMessages(messages)
  return (
    <Section look="open" title={say('timeouts')}>
      <TimeoutField name="imsTimeout" label={say('timeouts.ims')} seconds={settings.imsTimeout} />
      <TimeoutField name="aemTimeout" label={say('timeouts.aem')} seconds={settings.aemTimeout} />
    </Section>
  )
}

type TimeoutFieldProps = { name: TimeoutName; label: string; seconds: number }

/** Saved when it is left, or with Enter. */
function TimeoutField({ name, label, seconds }: TimeoutFieldProps) {
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const [typed, setTyped] = useState(String(seconds))
  const change = useChangeSettings()
  function save() {
    if (typed.trim() !== String(seconds)) change.mutate({ [name]: typed })
  }
  const error = change.error?.error
  const problem = error?.kind === 'input' ? error.problems[0] : undefined
  const words = problem ? describeField(sayFailure, problem) : error && describeError(sayFailure, error).cause
  return (
    <div className={field}>
      <TextField
        label={label}
        description={say('timeouts.words', timeoutBounds[name])}
        inputMode="numeric"
        value={typed}
        onChange={(text) => {
          change.reset()
          setTyped(text)
        }}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save()
          else event.continuePropagation()
        }}
        {...problemProps(words)}
        autoComplete="off"
        styles={style({ width: 360 })}
      />
      <span role="status" className={saved}>
        {change.isSuccess ? say('timeouts.saved') : ''}
      </span>
    </div>
  )
}
