/** A text as one word of bash, whatever it holds but NUL, which no argument can hold. */
export const quoteForBash = (text: string): string =>
  `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`

/** Lines of one command. */
export const joinLines = (lines: readonly string[]): string => lines.join(' \\\n  ')
