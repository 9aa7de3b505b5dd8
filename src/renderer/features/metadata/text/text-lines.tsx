import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useMemo } from 'react'
import { isHighSurrogate } from '../../../model/document/document'
import './text.css'

const lineCharacters = 120
/** Pixels; the style sheet has the same height. */
const lineHeight = 20

/** A text of any length, cut into lines of the window only, of which only those in sight are elements of the page. */
export function useTextLines(text: string, scroller: RefObject<HTMLElement | null>) {
  const starts = useMemo(() => splitLines(text, lineCharacters), [text])
  const virtualizer = useVirtualizer({
    count: starts.length - 1,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 4,
  })
  return { starts, virtualizer }
}

type TextLinesProps = {
  starts: readonly number[]
  virtualizer: Virtualizer<HTMLElement, Element>
  /** Shows a line by where it starts and ends in the text. */
  children: (from: number, to: number) => ReactNode
}

export function TextLines({ starts, virtualizer, children }: TextLinesProps) {
  return (
    <div className="tree-lines" style={{ blockSize: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ index, start }) => (
        <div key={index} className="tree-line" style={{ transform: `translateY(${start}px)` }}>
          <bdi>{children(starts[index] ?? 0, starts[index + 1] ?? 0)}</bdi>
        </div>
      ))}
    </div>
  )
}

/**
 * Where the lines of a text begin, and behind them where it ends: at line breaks, and after `width` characters, so that
 * no line is long.
 */
export function splitLines(text: string, width: number): readonly number[] {
  const starts = [0]
  let lineStart = 0
  while (lineStart < text.length) {
    const lineBreak = text.indexOf('\n', lineStart)
    const lineEnd = lineBreak < 0 ? text.length : lineBreak + 1
    while (lineEnd - lineStart > width) {
      const at = lineStart + width
      lineStart = isHighSurrogate(text.charCodeAt(at - 1)) ? at - 1 : at
      starts.push(lineStart)
    }
    lineStart = lineEnd
    starts.push(lineStart)
  }
  return starts
}
