import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { ActionButtonGroup } from '@react-spectrum/s2/ActionButtonGroup'
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown'
import ChevronUp from '@react-spectrum/s2/icons/ChevronUp'
import { useState } from 'react'
import { cellOf, heading } from './display-rows'
import { kindOf } from './document'
import { useTreeMessages } from './messages'
import { PathTrail } from './path-trail'
import type { TreeState } from './tree-state'
import { type CopiedPart, type CopyReport, partOf } from './use-copy'
import { WholeValue } from './whole-value'

type Props = {
  tree: TreeState
  report: CopyReport | null
  onCopy: (id: number, part: CopiedPart) => Promise<void>
}

/** The active row in full: where it stands, its whole value, and what can be taken from it. */
export const DetailStrip = ({ tree, report, onCopy }: Props) => {
  const say = useTreeMessages()
  const [isOpen, setIsOpen] = useState(true)
  const { display, activeId: id } = tree
  const source = cellOf(display.source, id)
  const kind = source < 0 ? 'namespace' : kindOf(display.document, source)
  const hasKey = display.heading[id] !== heading.namespace && partOf(display, id, 'key') !== null
  const copyButton = (part: CopiedPart, isPossible: boolean) => (
    <ActionButton isDisabled={!isPossible} onPress={() => void onCopy(id, part)}>
      {say(`copy.${part}`)}
    </ActionButton>
  )

  return (
    <section className="tree-detail" aria-label={say('detail.label')}>
      <div className="tree-detail-head">
        <PathTrail display={display} id={id} />
        <span className="tree-quiet tree-kind">{say(`kind.${kind}`)}</span>
        <div role="status" className="tree-report">
          {report?.id === id ? <span key={report.serial}>{report.words}</span> : null}
        </div>
        <ActionButtonGroup size="XS" density="compact">
          {copyButton('value', source >= 0)}
          {copyButton('key', hasKey)}
          {copyButton('pointer', source >= 0)}
        </ActionButtonGroup>
        <ActionButton
          size="XS"
          isQuiet
          aria-label={say(isOpen ? 'detail.hide' : 'detail.show')}
          aria-expanded={isOpen}
          onPress={() => setIsOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown /> : <ChevronUp />}
        </ActionButton>
      </div>
      {isOpen ? <WholeValue key={id} display={display} id={id} /> : null}
    </section>
  )
}
