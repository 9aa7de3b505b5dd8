import { useRef } from 'react'
import { showPlainly, type WhiteSpace } from '../../../components/text/visible-text'
import { TextLines, useTextLines } from './text-lines'

type Props = { text: string; whiteSpace: WhiteSpace; label: string }

/** Read-only text of any length. */
export function LongText({ text, whiteSpace, label }: Props) {
  const scroller = useRef<HTMLElement>(null)
  const lines = useTextLines(text, scroller)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section ref={scroller} className="tree-whole tree-long" tabIndex={0} aria-label={label}>
      <TextLines {...lines}>
        {(from, to) => showPlainly(text.slice(from, to), whiteSpace).trimEnd()}
      </TextLines>
    </section>
  )
}
