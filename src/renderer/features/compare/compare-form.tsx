import { Button } from '@react-spectrum/s2/Button'
import { Checkbox } from '@react-spectrum/s2/Checkbox'
import { CheckboxGroup } from '@react-spectrum/s2/CheckboxGroup'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { TextField } from '@react-spectrum/s2/TextField'
import type { FormEvent } from 'react'
import type { Connection } from '../../../shared/connections'
import type { FieldProblem } from '../../../shared/result'
import { describeField } from '../../../words/failure/describe-failure'
import failureMessages from '../../../words/failure/messages/en.json'
import { EnvironmentMark } from '../../components/environment-mark'
import { problemProps } from '../../components/problem-props'
import { useShortcuts } from '../../components/shortcuts'
import { useMessages } from '../../language/messages'
import { mostOthers } from './comparison-state'
import messages from './messages/en.json'

const form = style({ display: 'flex', flexDirection: 'column', rowGap: 12, flexShrink: 0 })
const line = style({ display: 'flex', alignItems: 'start', columnGap: 12 })
/** Aligns with the field, below its label. */
const besideField = style({ flexShrink: 0, paddingTop: 24 })
const introWords = style({ font: 'body', color: 'neutral-subdued', margin: 0 })
const choiceWords = style({
  display: 'inline-flex',
  columnGap: 12,
  alignItems: 'baseline',
  overflowWrap: 'anywhere',
})

export type CompareFormProps = {
  asset: string
  problem: FieldProblem | undefined
  choices: readonly Connection[]
  others: readonly string[]
  isStarting: boolean
  onAsset: (asset: string) => void
  onOthers: (others: readonly string[]) => void
  onStart: () => void
}

/** Which asset to compare, and where. */
export function CompareForm(props: CompareFormProps) {
  const { asset, problem, choices, others, isStarting, onAsset, onOthers, onStart } = props
  const say = useMessages(messages)
  const sayFailure = useMessages(failureMessages)
  const canStart = others.length > 0 && !isStarting
  function start() {
    if (canStart) onStart()
  }
  useShortcuts({ 'mod+enter': start })
  function submit(event: FormEvent) {
    event.preventDefault()
    start()
  }
  return (
    <form className={form} noValidate onSubmit={submit}>
      <div className={line}>
        <TextField
          label={say('form.asset')}
          placeholder={say('form.asset.placeholder')}
          value={asset}
          onChange={onAsset}
          {...problemProps(problem && describeField(sayFailure, problem))}
          autoComplete="off"
          spellCheck="false"
          styles={style({ flexGrow: 1, flexShrink: 1, minWidth: 160 })}
        />
        <div className={besideField}>
          <Button type="submit" variant="accent" isDisabled={!canStart}>
            {say('form.start')}
          </Button>
        </div>
      </div>
      <CheckboxGroup
        label={say('form.others')}
        description={choices.length > mostOthers ? say('form.most', { most: mostOthers }) : undefined}
        orientation="horizontal"
        value={[...others]}
        onChange={onOthers}
        isInvalid={others.length === 0}
        errorMessage={say('form.few')}
      >
        {choices.map(({ id, name, environment }) => (
          <Checkbox key={id} value={id} isDisabled={others.length >= mostOthers && !others.includes(id)}>
            <span className={choiceWords}>
              <bdi>{name}</bdi>
              <EnvironmentMark environment={environment} />
            </span>
          </Checkbox>
        ))}
      </CheckboxGroup>
    </form>
  )
}

/** What the page is for, while nothing was compared. */
export function CompareIntro() {
  const say = useMessages(messages)
  return <p className={introWords}>{say('intro')}</p>
}
