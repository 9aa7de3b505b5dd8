/** One line of the table, in words. */
export type Line = {
  what: string
  ours: string
  reference: string
  ratio: string
  reach: string
  /** Null where nothing is to be reached. */
  isWithin: boolean | null
}

/** Something that is measured, in lines of the table. */
export type Row = {
  /** As `--only` knows it. */
  name: string
  /** What exactly is measured, for the notes below the table. */
  note: string
  measure: () => Promise<readonly Line[]>
}
