/** A text as one word of bash, whatever it holds but NUL, which no argument can hold. */
export function quoteForBash(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "'\\''")}'`
}

/** Lines of one command. */
export function joinLines(lines: readonly string[]): string {
  return lines.join(' \\\n  ')
}
