import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { showPlainly, type WhiteSpace } from '../../../components/text/visible-text'
import { splitLines } from './text-lines'
import './text.css'

const lineCharacters = 120
/** Pixels; the style sheet has the same height. */
const lineHeight = 20

type Props = { text: string; whiteSpace: WhiteSpace; label: string }

/** Read-only text of any length: only the lines in sight are elements of the page. */
export function LongText({ text, whiteSpace, label }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const starts = useMemo(() => splitLines(text, lineCharacters), [text])
  const virtualizer = useVirtualizer({
    count: starts.length - 1,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 4,
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section ref={scroller} className="tree-whole tree-long" tabIndex={0} aria-label={label}>
      <div className="tree-lines" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div key={index} className="tree-line" style={{ transform: `translateY(${start}px)` }}>
            <bdi>{showPlainly(text.slice(starts[index], starts[index + 1]), whiteSpace).trimEnd()}</bdi>
          </div>
        ))}
      </div>
    </section>
  )
}
