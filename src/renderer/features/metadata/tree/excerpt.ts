import { findRanges } from '../../../components/text/fold'
import { type CutText, isHighSurrogate } from '../../../model/document/document'

/** How much of a value a row can show. */
export const rowCharacters = 300

const charactersBeforeMatch = 20
const charactersSurelySeen = 60

export type Excerpt = CutText & { readonly isCutBefore: boolean }

/** The part of a text that a row shows: its beginning, or the surroundings of the first match if that is further on. */
export function excerptOf({ text, isCut }: CutText, needle: string): Excerpt {
  const match = text.length > charactersSurelySeen ? findRanges(text, needle, 1)[0] : undefined
  const isFar = match !== undefined && match.end > charactersSurelySeen
  const from = isFar ? wholeCharacter(text, match.start - charactersBeforeMatch) : 0
  const to = wholeCharacter(text, from + rowCharacters)
  return { text: text.slice(from, to), isCut: isCut || to < text.length, isCutBefore: from > 0 }
}

function wholeCharacter(text: string, at: number): number {
  if (at <= 0) return 0
  if (at >= text.length) return text.length
  return isHighSurrogate(text.charCodeAt(at - 1)) ? at - 1 : at
}
