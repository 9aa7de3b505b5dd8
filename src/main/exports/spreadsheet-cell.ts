/** What Excel holds in a cell, in UTF-16 units (Microsoft, Excel specifications and limits). */
export const mostCellCharacters = 32_767

/**
 * Texts that a spreadsheet takes for a formula: they begin with `=`, `+`, `-` or `@`, also in full width or behind
 * spaces, quotes or apostrophes, or with a tab, a line break or NUL (OWASP, CSV injection; ASVS 1.2.10).
 */
const formulaLike = /^'*(?:[\s\0"']*[=+\-@＝＋－＠]|[\t\r\n\0])/

/** The same behind what other readers of CSV take for the end of a cell or of a line, quoted or not. */
const formulaWithin = /(?<=[;\t\r\n])(?=[\s\0"']*[=+\-@＝＋－＠])/g

const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** A single surrogate cannot be written in UTF-8. */
const loneSurrogates = /\p{Surrogate}/gu

export type CellCounts = { guardedCells: number; cutCells: number; mendedCells: number }

export type CellWriter = {
  /** The text as a spreadsheet may hold it. */
  write: (text: string) => string
  readonly counts: CellCounts
}

/**
 * Makes texts safe for cells, and counts what that changed.
 *
 * What looks like a formula gets an apostrophe in front; a plain number such as `-1` does not. For a file that others split
 * into cells (`isSplitByReader`) every part counts that begins behind a semicolon, a tab or a line break: Excel splits a CSV
 * file at semicolons where the system's list separator is one, and then quotes protect nothing. Taking one apostrophe away
 * from what then still looks like a formula brings the text back. `cutNote` ends a text that is too long.
 */
export function createCellWriter(cutNote: string, { isSplitByReader = false } = {}): CellWriter {
  const counts: CellCounts = { guardedCells: 0, cutCells: 0, mendedCells: 0 }

  function mend(text: string): string {
    const mended = text.replace(loneSurrogates, '\ufffd')
    if (mended !== text) counts.mendedCells++
    return mended
  }
  function guard(text: string): string {
    if (plainNumber.test(text)) return text
    const within = isSplitByReader ? text.replace(formulaWithin, "'") : text
    const guarded = formulaLike.test(text) ? `'${within}` : within
    if (guarded !== text) counts.guardedCells++
    return guarded
  }
  function cut(text: string): string {
    if (text.length <= mostCellCharacters) return text
    counts.cutCells++
    // Half of a surrogate pair at the edge goes as well.
    return text.slice(0, mostCellCharacters - cutNote.length).replace(/[\ud800-\udbff]$/, '') + cutNote
  }
  return { write: (text) => cut(guard(mend(text))), counts }
}
