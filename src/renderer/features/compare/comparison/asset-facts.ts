import { findAssetPath, findFieldText } from '../../../../shared/asset-names'
import type { MetadataDocument } from '../../../model/document/document'

/** What tells one asset from another beside its fields; null where its metadata does not say. */
export type AssetFacts = {
  path: string | null
  /** SHA-1 of the original file, as AEM computed it. */
  sha1: string | null
  /** As in the text. */
  modified: string | null
}

export function factsOf({ text, rows }: MetadataDocument): AssetFacts {
  return {
    path: findAssetPath(text, rows),
    sha1:
      findFieldText(text, rows, 'repositoryMetadata', 'dam:sha1') ??
      findFieldText(text, rows, 'assetMetadata', 'dam:sha1'),
    modified: findFieldText(text, rows, 'repositoryMetadata', 'repo:modifyDate'),
  }
}

/** `first`: it is the one that others are compared with. `unknown`: one of the two has no SHA-1. */
export type FileRelation = 'first' | 'same' | 'other' | 'unknown'

/** Whether each asset has the same original file as the first one that was read. null is an asset that was not read. */
export function relateFiles(facts: readonly (AssetFacts | null)[]): readonly (FileRelation | null)[] {
  const first = facts.findIndex((fact) => fact !== null)
  const reference = facts[first]?.sha1?.toLowerCase()
  return facts.map((fact, index) => {
    if (fact === null) return null
    if (index === first) return 'first'
    if (fact.sha1 === null || reference === undefined) return 'unknown'
    return fact.sha1.toLowerCase() === reference ? 'same' : 'other'
  })
}

/** Of the assets, those that were modified last by what AEM says; none where fewer than two say, or all say the same. */
export function newestOf(facts: readonly (AssetFacts | null)[]): ReadonlySet<number> {
  const times = facts.map((fact) => (fact === null ? null : instantOf(fact.modified)))
  const known = times.filter((time) => time !== null)
  const latest = Math.max(...known)
  if (known.length < 2 || known.every((time) => time === latest)) return new Set()
  return new Set(times.flatMap((time, index) => (time === latest ? [index] : [])))
}

/** null for a text that names no moment: without an offset it could be any hour. */
function instantOf(text: string | null): number | null {
  if (text === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(text))
    return null
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? null : instant
}
