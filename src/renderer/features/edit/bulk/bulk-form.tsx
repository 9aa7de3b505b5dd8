import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { Button } from '@react-spectrum/s2/Button'
import Add from '@react-spectrum/s2/icons/Add'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { Text } from '@react-spectrum/s2/Text'
import { type FormEvent, useState } from 'react'
import { type BulkOperation, mostBulkOperations } from '../../../../shared/bulk'
import { useMessages } from '../../../language/messages'
import { useGlossary } from '../../../model/glossary/use-glossary'
import { panelWords } from '../panel-styles'
import type { OpenBulk } from './bulk-queries'
import messages from './messages/en.json'
import { newOperation, type OperationDraft, operationOf, problemOf } from './operation-draft'
import { OperationRow } from './operation-row'

const form = style({ display: 'flex', flexDirection: 'column', alignItems: 'start', rowGap: 12 })
const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })

type Props = {
  open: OpenBulk
  onDrafts: (drafts: readonly OperationDraft[]) => void
  onPlan: (operations: readonly BulkOperation[]) => void
}

/** What is to be done alike with all of the assets. */
export function BulkForm({ open, onDrafts, onPlan }: Props) {
  const say = useMessages(messages)
  const glossary = useGlossary()
  const [isTried, setTried] = useState(false)
  const { assetIds, leftOut, drafts } = open
  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (drafts.every((draft) => problemOf(draft) === null)) onPlan(drafts.map(operationOf))
  }
  return (
    <form className={form} onSubmit={submit}>
      <p className={panelWords}>{say('form.words', { count: assetIds.length })}</p>
      {leftOut > 0 ? <p className={panelWords}>{say('form.leftOut', { count: leftOut })}</p> : null}
      {drafts.map((draft, at) => (
        <OperationRow
          key={draft.id}
          {...{ draft, glossary }}
          number={at + 1}
          isOnly={drafts.length === 1}
          problem={isTried ? problemOf(draft) : null}
          onChange={(changed) => onDrafts(drafts.map((other) => (other.id === draft.id ? changed : other)))}
          onRemove={() => onDrafts(drafts.filter(({ id }) => id !== draft.id))}
        />
      ))}
      <div className={line}>
        <Button variant="accent" type="submit" isDisabled={assetIds.length === 0}>
          {say('plan')}
        </Button>
        <ActionButton
          isDisabled={drafts.length >= mostBulkOperations}
          onPress={() => onDrafts([...drafts, newOperation()])}
        >
          <Add />
          <Text>{say('operation.add')}</Text>
        </ActionButton>
      </div>
    </form>
  )
}
