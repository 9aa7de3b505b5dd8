import { Button } from '@react-spectrum/s2/Button'
import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField, type TextFieldRef } from '@react-spectrum/s2/TextField'
import { type FormEvent, type ReactNode, type RefObject, useEffect } from 'react'
import type { SecretSlot } from '../../../shared/check'
import type { FieldProblem } from '../../../shared/result'
import messages from '../../../words/check/messages/en.json'
import { describeField } from '../../../words/failure/describe-failure'
import failureMessages from '../../../words/failure/messages/en.json'
import { problemProps } from '../../components/problem-props'
import { useShortcuts } from '../../components/shortcuts'
import { useMessages } from '../../language/messages'

const form = style({ display: 'flex', flexDirection: 'column', rowGap: 12, flexShrink: 0 })
const line = style({ display: 'flex', alignItems: 'start', columnGap: 12 })
/** Aligns with the field, below its label. */
const besideField = style({ display: 'flex', columnGap: 12, flexShrink: 0, paddingTop: 24 })

const secrets = ['current', 'second'] as const satisfies readonly SecretSlot[]

export type CheckFormProps = {
  assetField: RefObject<TextFieldRef | null>
  asset: string
  problem: FieldProblem | undefined
  /** null where there is no second one to choose. */
  secretSlot: SecretSlot | null
  isRunning: boolean
  onAsset: (asset: string) => void
  onSecret: (secret: SecretSlot) => void
  onCheck: () => void
  onCancel: () => void
  /** What else the check may be asked for. */
  children: ReactNode
}

/** What to check, and the button that does. */
export function CheckForm(props: CheckFormProps) {
  const { assetField, asset, problem, secretSlot, isRunning, onAsset, onSecret, onCheck, onCancel } = props
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  useEffect(() => {
    if (problem) assetField.current?.focus()
  }, [problem, assetField])
  useShortcuts({
    'mod+enter': onCheck,
    'mod+l': () => {
      assetField.current?.focus()
      assetField.current?.select()
    },
    ...(isRunning ? { escape: onCancel } : {}),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    onCheck()
  }
  return (
    <form className={form} noValidate onSubmit={submit}>
      <div className={line}>
        <TextField
          ref={assetField}
          label={say('form.asset')}
          description={say('form.asset.description')}
          placeholder="urn:aaid:aem:…"
          value={asset}
          onChange={onAsset}
          {...problemProps(problem && describeField(sayFailure, problem))}
          autoComplete="off"
          spellCheck="false"
          styles={style({ flexGrow: 1, flexShrink: 1, minWidth: 160 })}
        />
        <div className={besideField}>
          {/* Stays mounted while the check runs, so that it keeps the focus and the pressed key. */}
          <Button type="submit" variant="accent" isPending={isRunning}>
            {say('form.check')}
          </Button>
          {isRunning ? (
            <Button variant="secondary" onPress={onCancel}>
              {say('cancel')}
            </Button>
          ) : null}
        </div>
      </div>
      {secretSlot === null ? null : (
        <RadioGroup
          label={say('form.secret')}
          orientation="horizontal"
          size="S"
          value={secretSlot}
          onChange={(value) => {
            const chosen = secrets.find((candidate) => candidate === value)
            if (chosen) onSecret(chosen)
          }}
        >
          {secrets.map((secret) => (
            <Radio key={secret} value={secret}>
              {say(`form.secret.${secret}`)}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {props.children}
    </form>
  )
}
