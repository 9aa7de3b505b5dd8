import type { AssetState, FieldTest, FormatKind, SearchFilters } from '../../../shared/search'

/** What stands in the fields; empty where a filter is not set. */
export type FindDraft = {
  text: string
  /** What was pasted, where the field can only show it without its line breaks and tabs. */
  pasted: string | null
  folder: string
  format: FormatKind | ''
  state: AssetState | ''
  /** Days as `2026-03-01`, both included. */
  modifiedFrom: string
  modifiedTo: string
  fieldName: string
  fieldTest: FieldTest
  fieldValue: string
}

export const emptyDraft: FindDraft = {
  text: '',
  pasted: null,
  folder: '',
  format: '',
  state: '',
  modifiedFrom: '',
  modifiedTo: '',
  fieldName: '',
  fieldTest: 'is',
  fieldValue: '',
}

export type DraftProblem = 'folder' | 'modifiedFrom' | 'modifiedTo'

/** The first field that cannot be understood; null where all can. */
export function problemOf(draft: FindDraft): DraftProblem | null {
  if (draft.folder !== '' && !/^\/content\/dam(?:\/[^/]+)*\/?$/.test(draft.folder.trim())) return 'folder'
  if (draft.modifiedFrom !== '' && dayOf(draft.modifiedFrom, 0) === null) return 'modifiedFrom'
  return draft.modifiedTo !== '' && dayOf(draft.modifiedTo, 1) === null ? 'modifiedTo' : null
}

export function filtersOf(draft: FindDraft): SearchFilters {
  const { format, state, fieldTest: test, fieldValue: value } = draft
  const name = draft.fieldName.trim()
  return {
    folder: draft.folder.trim().replace(/\/+$/, '') || null,
    format: format === '' ? null : format,
    state: state === '' ? null : state,
    modifiedFrom: dayOf(draft.modifiedFrom, 0),
    modifiedTo: dayOf(draft.modifiedTo, 1),
    field: name === '' ? null : { name, test, value },
  }
}

export function countFilters(draft: FindDraft): number {
  return Object.values(filtersOf(draft)).filter((filter) => filter !== null).length
}

/** Where a day of the user's begins, or with `daysLater` where the last moment before that later day is. */
function dayOf(text: string, daysLater: 0 | 1): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? []
  if (year === undefined) return null
  const date = new Date(Number(year), Number(month) - 1, Number(day))
  if (date.getMonth() !== Number(month) - 1 || date.getDate() !== Number(day)) return null
  date.setDate(date.getDate() + daysLater)
  return new Date(date.getTime() - daysLater).toISOString()
}
