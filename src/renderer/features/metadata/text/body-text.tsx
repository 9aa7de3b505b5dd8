import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useLayoutEffect, useMemo } from 'react'
import { showPlainly } from '../../../components/text/visible-text'
import { firstAbove } from '../search/text-search'
import type { TextSearch } from '../search/use-text-search'
import { splitLines } from './text-lines'
import './text.css'

const lineCharacters = 120
/** Pixels; the style sheet has the same height. */
const lineHeight = 20

type Props = {
  text: string
  search: TextSearch
  label: string
  scrollerRef: RefObject<HTMLElement | null>
}

/** The body of an answer as it came, cut into lines of the window only: read-only, and only lines in sight are elements. */
export function BodyText({ text, search, label, scrollerRef }: Props) {
  const starts = useMemo(() => splitLines(text, lineCharacters), [text])
  const virtualizer = useVirtualizer({
    count: starts.length - 1,
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => lineHeight,
    overscan: 4,
  })
  const currentStart = search.found.starts[search.current] ?? -1
  const currentLine = currentStart < 0 ? -1 : firstAbove(starts, currentStart) - 1
  useLayoutEffect(() => {
    if (currentLine >= 0) virtualizer.scrollToIndex(currentLine, { align: 'auto' })
  }, [virtualizer, currentLine])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section ref={scrollerRef} className="tree-body-text" tabIndex={0} aria-label={label}>
      <div className="tree-lines" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <div key={index} className="tree-line" style={{ transform: `translateY(${start}px)` }}>
            <bdi>{markLine(text, starts[index] ?? 0, starts[index + 1] ?? 0, search)}</bdi>
          </div>
        ))}
      </div>
    </section>
  )
}

function shown(text: string): string {
  return showPlainly(text, 'layout').replace(/[\r\n]+$/, '')
}

/** A line with what was found in it marked; a match may go on from one line to the next. */
function markLine(text: string, from: number, to: number, { found, current }: TextSearch): ReactNode {
  const parts: ReactNode[] = []
  let at = from
  for (let match = firstAbove(found.ends, from); match < found.starts.length; match++) {
    const start = Math.max(from, found.starts[match] ?? 0)
    const end = Math.min(to, found.ends[match] ?? 0)
    if (start >= to) break
    parts.push(
      shown(text.slice(at, start)),
      <mark key={match} className={match === current ? 'tree-current' : undefined}>
        {shown(text.slice(start, end))}
      </mark>,
    )
    at = end
  }
  parts.push(shown(text.slice(at, to)))
  return parts
}
