/** The words in a table that is saved. */
export type TableWords = {
  /** Of group, namespace, key, JSON Pointer, type and value. */
  headings: string[]
  /** Name of the sheet. */
  sheet: string
  /** Ends a value that Excel could not hold. */
  cut: string
}
