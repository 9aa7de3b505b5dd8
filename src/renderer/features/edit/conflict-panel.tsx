import { Button } from '@react-spectrum/s2/Button'
import { style } from '@react-spectrum/s2/style' with { type: 'macro' }
import { useEffect, useRef, useState } from 'react'
import type { ConflictChoice, FieldConflict } from '../../../shared/edit'
import { isolate } from '../../../words/language/say-in'
import { ChoiceButtons } from '../../components/choice-buttons'
import { PlainTable } from '../../components/table'
import { PlainText } from '../../components/text/shown-text'
import { useMessages } from '../../language/messages'
import { nameOfPath } from './changes-table'
import messages from './messages/en.json'
import { panel, panelHeading, panelWords } from './panel-styles'
import { ShownValue } from './shown-value'

const line = style({ display: 'flex', flexWrap: 'wrap', gap: 8 })

const choices = ['mine', 'theirs'] as const

type Props = {
  conflicts: readonly FieldConflict[]
  onSettle: (choices: readonly ConflictChoice[]) => void
}

/** Three versions of each field that both sides changed, and which of them is to stay. */
export function ConflictPanel({ conflicts, onSettle }: Props) {
  const say = useMessages(messages)
  const [chosen, setChosen] = useState<readonly ConflictChoice[]>(conflicts.map(() => 'mine'))
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <section className={panel}>
      <h2 ref={title} tabIndex={-1} className={panelHeading}>
        {say('conflict.heading')}
      </h2>
      <p className={panelWords} role="alert">
        {say('conflict.words', { count: conflicts.length })}
      </p>
      <PlainTable
        label={say('conflict.label')}
        heads={[
          say('changes.field'),
          say('changes.before'),
          say('conflict.mine'),
          say('conflict.theirs'),
          say('conflict.choose'),
        ]}
        rows={conflicts.map(({ path, before, mine, theirs }, at) => ({
          key: JSON.stringify(path),
          cells: [
            <PlainText key="field" text={nameOfPath(path)} />,
            <ShownValue key="before" token={before} />,
            <ShownValue key="mine" token={mine} without="changes.removed" />,
            <ShownValue key="theirs" token={theirs} without="changes.removed" />,
            <ChoiceButtons
              key="choice"
              label={say('conflict.choose.of', { name: isolate(nameOfPath(path)) })}
              choices={choices}
              chosen={chosen[at] ?? 'mine'}
              nameOf={(choice) => say(`conflict.${choice}`)}
              onChoose={(choice) => setChosen(chosen.map((other, index) => (index === at ? choice : other)))}
            />,
          ],
        }))}
      />
      <div className={line}>
        <Button variant="accent" onPress={() => onSettle(chosen)}>
          {say('conflict.apply')}
        </Button>
        <Button variant="secondary" onPress={() => onSettle(conflicts.map(() => 'mine'))}>
          {say('conflict.allMine')}
        </Button>
        <Button variant="secondary" onPress={() => onSettle(conflicts.map(() => 'theirs'))}>
          {say('conflict.allTheirs')}
        </Button>
      </div>
    </section>
  )
}
