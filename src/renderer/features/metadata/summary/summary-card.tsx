import { ActionButton } from '@react-spectrum/s2/ActionButton'
import Copy from '@react-spectrum/s2/icons/Copy'
import { useCallback, useMemo } from 'react'
import { FoldButton } from '../../../components/fold-button'
import { ShownText } from '../../../components/text/shown-text'
import { useChoice } from '../../../components/use-choice'
import { useFormats } from '../../../language/formats'
import { useMessages } from '../../../language/messages'
import { type CopyText, useCopyText } from '../copy/use-copy'
import type { DisplayRows } from '../rows/display-rows'
import { type Fact, readAssetFields } from './asset-fields'
import messages from './messages/en.json'
import { summarise } from './summary-facts'
import './summary.css'

type Props = { display: DisplayRows; onCopy: CopyText }

const longestText = 400
const openness = ['closed', 'open'] as const

/** What is known of the asset's state: one line, and on demand each fact with its name. */
export function SummaryCard({ display, onCopy }: Props) {
  const say = useMessages(messages)
  const formats = useFormats()
  const [openState, setOpenState] = useChoice('summary', openness, 'closed')
  const isOpen = openState === 'open'
  const fold = useCallback(() => setOpenState(isOpen ? 'closed' : 'open'), [isOpen, setOpenState])
  const fields = useMemo(() => readAssetFields(display), [display])
  const facts = useMemo(() => summarise(fields, say, formats, Date.now()), [fields, say, formats])
  if (facts.length === 0) return null
  return (
    <section className="summary" aria-label={say('summary.label')}>
      <div className="summary-line">
        <FoldButton
          label={say(isOpen ? 'summary.hide' : 'summary.show')}
          isOpen={isOpen}
          closed="right"
          onPress={fold}
        />
        {facts
          .filter(({ short }) => short !== null)
          .map(({ name, short, tone }) => (
            <span key={name} className={`summary-${name}${tone ? ` summary-tone summary-${tone}` : ''}`}>
              <FactText text={short ?? ''} />
            </span>
          ))}
      </div>
      {isOpen ? <FactList facts={facts} onCopy={onCopy} /> : null}
    </section>
  )
}

function FactText({ text }: { text: string }) {
  return <ShownText text={text.slice(0, longestText)} isCut={text.length > longestText} />
}

type ListProps = { facts: readonly Fact[]; onCopy: Props['onCopy'] }

function FactList({ facts, onCopy }: ListProps) {
  const say = useMessages(messages)
  const { report, copy } = useCopyText(onCopy)
  return (
    <>
      <dl className="summary-facts">
        {facts.map((fact) => (
          <div key={fact.name} className={fact.name === 'path' ? 'summary-wide' : undefined}>
            <dt>{say(fact.name)}</dt>
            <dd>
              <span className="summary-text">
                <FactText text={fact.text} />
              </span>
              <ActionButton
                size="XS"
                isQuiet
                aria-label={say('summary.copy', { name: say(fact.name) })}
                onPress={() => void copy(fact.copied, say('summary.copied', { name: say(fact.name) }))}
              >
                <Copy />
              </ActionButton>
            </dd>
          </div>
        ))}
      </dl>
      <div role="status" className="summary-report">
        {report}
      </div>
    </>
  )
}
