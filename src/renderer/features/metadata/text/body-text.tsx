import { type ReactNode, type RefObject, useLayoutEffect } from 'react'
import { showPlainly } from '../../../components/text/visible-text'
import { firstAbove } from '../search/text-search'
import type { TextSearch } from '../search/use-text-search'
import { TextLines, useTextLines } from './text-lines'

type Props = {
  text: string
  search: TextSearch
  label: string
  scrollerRef: RefObject<HTMLElement | null>
}

/** The body of an answer as it came, read-only, with the matches of a search. */
export function BodyText({ text, search, label, scrollerRef }: Props) {
  const { starts, virtualizer } = useTextLines(text, scrollerRef)
  const currentStart = search.found.starts[search.current] ?? -1
  const currentLine = currentStart < 0 ? -1 : firstAbove(starts, currentStart) - 1
  useLayoutEffect(() => {
    if (currentLine >= 0) virtualizer.scrollToIndex(currentLine, { align: 'auto' })
  }, [virtualizer, currentLine])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section ref={scrollerRef} className="tree-body-text" tabIndex={0} aria-label={label}>
      <TextLines {...{ starts, virtualizer }}>{(from, to) => markLine(text, from, to, search)}</TextLines>
    </section>
  )
}

function shown(text: string): string {
  return showPlainly(text, 'layout').replace(/[\r\n]+$/, '')
}

/** A line with its matches marked; a match can span lines. */
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
