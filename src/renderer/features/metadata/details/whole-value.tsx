import { ActionButton } from '@react-spectrum/s2/ActionButton'
import { useState } from 'react'
import { ShownText } from '../../../components/text/shown-text'
import { useMessages } from '../../../language/messages'
import { isContainer, kindOf, valueStartOf, wholeValueOf } from '../../../model/document/document'
import messages from '../messages/en.json'
import { cellOf, countFields, type DisplayRows, heading } from '../rows/display-rows'
import { LongText } from '../text/long-text'
import { describeContent } from '../tree/value-cell'

const charactersAtOnce = 10_240
const symbolsAtOnce = 100

/** The whole value of a row; a long one on demand, and then virtualized. */
export function WholeValue({ display, id }: { display: DisplayRows; id: number }) {
  const say = useMessages(messages)
  const [showsAll, setShowsAll] = useState(false)
  const source = cellOf(display.source, id)
  if (display.heading[id] !== heading.none) {
    return (
      <div className="tree-whole">
        <span className="tree-quiet">{describeContent('object', countFields(display, id), say)}</span>
      </div>
    )
  }
  const { document } = display
  const kind = kindOf(document, source)
  const start = valueStartOf(document, source, charactersAtOnce)
  const whiteSpace = isContainer(kind) ? 'layout' : 'lines'
  return (
    <>
      {showsAll ? (
        <LongText text={wholeValueOf(document, source)} whiteSpace={whiteSpace} label={say('detail.value')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
        <section className="tree-whole" tabIndex={0} aria-label={say('detail.value')}>
          {start.text === '' ? (
            <span className="tree-quiet tree-empty">{say('row.emptyText')}</span>
          ) : (
            <span className={`tree-${kind}`}>
              <ShownText {...start} whiteSpace={whiteSpace} maxParts={symbolsAtOnce} />
            </span>
          )}
        </section>
      )}
      {start.isCut ? (
        <div className="tree-cut">
          {showsAll ? null : <span className="tree-quiet">{say('detail.cut')}</span>}
          <ActionButton size="XS" onPress={() => setShowsAll(!showsAll)}>
            {say(showsAll ? 'detail.showLess' : 'detail.showAll')}
          </ActionButton>
        </div>
      ) : null}
    </>
  )
}
