import { useEffect, useState } from 'react'
import type { MetadataDocument } from '../../../model/document/document'
import { type FilterQuery, keysToMiss } from './filter-query'
import { findMissing, type MissingField } from './missing-fields'
import { runSliced } from './run-sliced'

/** Which of the fields that were looked for are absent or empty. */
export type MissingReport = { readonly asked: number; readonly fields: readonly MissingField[] }

/** What the filter finds to be missing; null where it does not ask for that, and until it is known. */
export function useMissing(document: MetadataDocument, query: FilterQuery): MissingReport | null {
  const [report, setReport] = useState<MissingReport | null>(null)
  useEffect(() => {
    const keys = keysToMiss(query)
    if (keys === null) {
      setReport(null)
      return
    }
    const work = new AbortController()
    void runSliced(findMissing(document, keys), work.signal).then((fields) => {
      if (fields) setReport({ asked: keys.length, fields })
    })
    return () => work.abort()
  }, [document, query])
  return report
}
