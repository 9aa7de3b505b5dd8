/** The words in a table that is saved. */
export type TableWords = {
  /** Of a document: group, namespace, key, JSON Pointer, type and value. */
  headings: readonly string[]
  /** Name of the sheet. */
  sheet: string
  /** Ends a value that Excel could not hold. */
  cut: string
}
