import { Fragment, type ReactNode } from 'react'
import { findRanges, type TextRange } from './fold'
import { nameOfCode, type ShownPart, showText, type WhiteSpace } from './visible-text'
import './shown-text.css'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

type Props = {
  text: string
  /** There is more than `text`. */
  isCut?: boolean
  /** Folded text to mark. */
  needle?: string
  whiteSpace?: WhiteSpace
  /** The most elements that hostile text can produce. */
  maxParts?: number
}

/** Untrusted text as text, set apart from its neighbours' direction, with hidden characters made visible. */
export function ShownText({ text, isCut = false, needle = '', whiteSpace, maxParts = 12 }: Props) {
  const ranges = findRanges(text, needle, maxParts)
  return (
    <bdi>
      {showText(text, whiteSpace, isCut, maxParts).map((part) =>
        part.code === null ? (
          <Fragment key={part.start}>{markRanges(part, ranges)}</Fragment>
        ) : (
          <HiddenCharacter key={part.start} part={part} code={part.code} isMarked={overlaps(part, ranges)} />
        ),
      )}
      {isCut ? '…' : null}
    </bdi>
  )
}

const mostSymbols = 200

/** The same for a text that is mostly harmless, shown as a whole. */
export function PlainText({ text, isCut = false }: { text: string; isCut?: boolean }) {
  return <ShownText text={text} isCut={isCut} maxParts={mostSymbols} />
}

type HiddenProps = { part: ShownPart; code: number; isMarked: boolean }

function HiddenCharacter({ part, code, isMarked }: HiddenProps) {
  const say = useMessages(messages)
  const symbol = (
    <span
      className={isControl(code) ? 'hidden-character control-character' : 'hidden-character'}
      title={say('character.hidden', { code: nameOfCode(code) })}
    >
      {part.shown}
    </span>
  )
  return isMarked ? <mark>{symbol}</mark> : symbol
}

/** Most fonts draw the symbols of control characters very small. */
function isControl(code: number): boolean {
  return code < 0x20 || code === 0x7f
}

function overlaps(part: ShownPart, ranges: readonly TextRange[]): boolean {
  return ranges.some(({ start, end }) => start < part.end && end > part.start)
}

function markRanges(part: ShownPart, ranges: readonly TextRange[]): ReactNode {
  const isVerbatim = part.shown.length === part.end - part.start
  const inside = isVerbatim ? ranges.filter(({ start, end }) => start < part.end && end > part.start) : []
  if (inside.length === 0) return part.shown
  let at = part.start
  function cut(end: number): string {
    const slice = part.shown.slice(at - part.start, end - part.start)
    at = end
    return slice
  }
  return (
    <>
      {inside.map(({ start, end }) => (
        <Fragment key={start}>
          {cut(Math.max(start, at))}
          <mark>{cut(Math.min(end, part.end))}</mark>
        </Fragment>
      ))}
      {cut(part.end)}
    </>
  )
}
