export const exportFormats = ['xlsx', 'json', 'csv', 'aem-import'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Why AEM's metadata import cannot take a field as it is. */
export type LeftOutReason =
  | 'empty'
  | 'structured'
  | 'mixed-list'
  | 'delimiter-inside'
  | 'number-too-exact'
  | 'several-of-one-name'
  | 'name'
  | 'characters'
  | 'kept-by-aem'

/** What a saved file does not hold as AEM has it. The JSON export holds everything. */
export type ExportRemarks = {
  /** Cells with an apostrophe in front or within, so that a spreadsheet does not take them for a formula. */
  guardedCells: number
  /** Cells that were cut to what Excel holds. */
  cutCells: number
  /** Cells in which half a character (a lone surrogate) became U+FFFD. */
  mendedCells: number
  leftOut: readonly { key: string; reason: LeftOutReason }[]
}

/** What is exported: the body as it stands on the screen. */
export type ExportRequest = { assetId: string; text: string; format: ExportFormat }

export type ExportOutcome =
  | { kind: 'saved'; path: string; remarks: ExportRemarks }
  /** Nothing was saved: AEM did not say where the asset is, or none of its fields can be imported. */
  | { kind: 'refused'; reason: 'no-path' | 'no-fields' }

export const tableFormats = ['xlsx', 'csv'] as const
export type TableFormat = (typeof tableFormats)[number]

/** A table in the words of the window; every row has a cell for each heading. */
export type TableExport = {
  /** Suggested for the file, without its extension. */
  name: string
  sheet: string
  headings: readonly string[]
  rows: readonly (readonly string[])[]
  format: TableFormat
}
