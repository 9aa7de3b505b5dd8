/** How a text field shows what is wrong with what was typed; without words, nothing is. */
export function problemProps(words: string | null | undefined) {
  return {
    isInvalid: Boolean(words),
    errorMessage: words || undefined,
    // The form decides when it is sent, in its own words.
    validationBehavior: 'aria',
  } as const
}
