import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure'
import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextArea } from '@react-spectrum/s2/TextArea'
import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField'
import { type ClipboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { environments } from '../../../shared/connections'
import type { FieldName, FieldProblem } from '../../../shared/result'
import { describeField } from '../../../words/failure/describe-failure'
import failureMessages from '../../../words/failure/messages/en.json'
import { useEnvironmentNames } from '../../components/environment-mark'
import { problemProps } from '../../components/problem-props'
import { useMessages } from '../../language/messages'
import type { ConnectionText } from '../../model/connections/connection-text'
import messages from './messages/en.json'

const grid = style({
  display: 'grid',
  gridTemplateColumns: { default: ['1fr'], '@media (min-width: 860px)': ['1fr', '1fr'] },
  columnGap: 24,
  rowGap: 20,
  alignItems: 'start',
})
const wide = style({ gridColumnStart: 1, gridColumnEnd: -1 })
const full = style({ width: 'full' })

/** In the order of the form. */
const textFields = ['name', 'bucket', 'clientId', 'secret', 'scopes', 'imsHost', 'aemHost'] as const
type TextFieldName = (typeof textFields)[number]

type Focusable = { focus: () => void }

export type ConnectionFieldsProps = {
  text: ConnectionText
  problems: readonly FieldProblem[]
  /** Changes with each refused save: the first wrong field then takes the focus. */
  refusal: unknown
  secretField: RefObject<TextFieldRef | null>
  /** A new number replaces the secret's input with an empty one. */
  secretInput: number
  isSecretReadOnly: boolean
  secretDescription: string
  /** Stands for a secret that is there and not shown. */
  secretPlaceholder: string | null
  takesFocus: boolean
  /** A new object puts the focus on its field. */
  attention: { field: TextFieldName } | null
  onChange: (text: ConnectionText, field: FieldName | 'environment') => void
  onSecretChange: (isTyped: boolean) => void
}

/** The fields of a connection. The secret is the input element's own: it is in no state of ours. */
export function ConnectionFields(props: ConnectionFieldsProps) {
  const { text, problems, refusal, secretField, secretInput, secretDescription, takesFocus, attention } =
    props
  const { onChange, onSecretChange } = props
  const say = useMessages(messages)
  const environmentName = useEnvironmentNames()
  const sayFailure = useMessages(failureMessages)
  const fields = useRef<Partial<Record<TextFieldName, Focusable | null>>>({})
  const hasAdvancedProblem = problems.some(({ field }) => field === 'imsHost' || field === 'aemHost')
  const [isAdvancedOpen, setAdvancedOpen] = useState(text.imsHost !== '' || text.aemHost !== '')

  const latestProblems = useRef(problems)
  useEffect(() => {
    latestProblems.current = problems
  })
  useEffect(() => {
    if (!refusal) return
    const wrong = textFields.find((name) => latestProblems.current.some(({ field }) => field === name))
    if (wrong) fields.current[wrong]?.focus()
  }, [refusal])

  useEffect(() => {
    if (attention) fields.current[attention.field]?.focus()
  }, [attention])

  function common(field: TextFieldName) {
    const problem = problems.find((candidate) => candidate.field === field)
    return {
      label: say(`${field}.label`),
      ...problemProps(problem && describeField(sayFailure, problem)),
      autoComplete: 'off',
      spellCheck: 'false' as const,
      styles: full,
    }
  }
  function bound(field: Exclude<TextFieldName, 'secret'>) {
    return {
      ...common(field),
      value: text[field],
      onChange: (value: string) => onChange({ ...text, [field]: value }, field),
    }
  }
  function keepField(field: TextFieldName) {
    return (element: Focusable | null) => {
      fields.current[field] = element
    }
  }

  return (
    <div className={grid}>
      <TextField {...bound('name')} ref={keepField('name')} autoFocus={takesFocus} />
      <RadioGroup
        label={say('environment.label')}
        orientation="horizontal"
        value={text.environment}
        onChange={(value) => {
          const environment = environments.find((candidate) => candidate === value)
          if (environment) onChange({ ...text, environment }, 'environment')
        }}
      >
        {environments.map((environment) => (
          <Radio key={environment} value={environment}>
            {environmentName(environment)}
          </Radio>
        ))}
      </RadioGroup>
      <TextField
        {...bound('bucket')}
        ref={keepField('bucket')}
        placeholder="author-p12345-e67890"
        description={say('bucket.description')}
      />
      <TextField
        {...bound('clientId')}
        ref={keepField('clientId')}
        description={say('clientId.description')}
      />
      <div className={wide}>
        <TextField
          {...common('secret')}
          key={secretInput}
          ref={(element) => {
            secretField.current = element
            keepField('secret')(element)
          }}
          type="password"
          autoComplete="new-password"
          isReadOnly={props.isSecretReadOnly}
          description={secretDescription}
          {...(props.secretPlaceholder === null ? {} : { placeholder: props.secretPlaceholder })}
          onPaste={keepLineBreaks}
          onChange={(typed) => onSecretChange(typed !== '')}
        />
      </div>
      <div className={wide}>
        <TextArea {...bound('scopes')} ref={keepField('scopes')} description={say('scopes.description')} />
      </div>
      <Disclosure
        isQuiet
        size="S"
        isExpanded={isAdvancedOpen || hasAdvancedProblem}
        onExpandedChange={setAdvancedOpen}
        styles={wide}
      >
        <DisclosureTitle level={2}>{say('advanced')}</DisclosureTitle>
        <DisclosurePanel>
          <div className={grid}>
            <TextField
              {...bound('imsHost')}
              ref={keepField('imsHost')}
              placeholder="https://ims-na1.adobelogin.com"
              description={say('imsHost.description')}
            />
            <TextField
              {...bound('aemHost')}
              ref={keepField('aemHost')}
              placeholder={`https://${text.bucket.trim() || 'author-p12345-e67890'}.adobeaemcloud.com`}
              description={say('aemHost.description')}
            />
          </div>
        </DisclosurePanel>
      </Disclosure>
    </div>
  )
}

/**
 * An input of one line turns line breaks that are pasted into spaces, which would be kept as part of the secret. Line
 * separators stay, so that the secret is refused for what it is; breaks at the end are left out as the input does.
 */
function keepLineBreaks(event: ClipboardEvent<HTMLInputElement>) {
  const pasted = event.clipboardData.getData('text/plain').replace(/[\r\n]+$/, '')
  if (!/[\r\n]/.test(pasted)) return
  event.preventDefault()
  // The one way to insert text that Undo knows of.
  document.execCommand('insertText', false, pasted.replace(/\r\n?|\n/g, '\u2028'))
}
