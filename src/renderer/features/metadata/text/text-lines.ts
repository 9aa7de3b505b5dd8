import { isHighSurrogate } from '../../../model/document/document'

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
