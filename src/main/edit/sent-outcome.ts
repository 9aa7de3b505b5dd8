import type { FieldChange } from '../../shared/edit'
import type { CauseId } from '../../shared/failure-catalogue'
import { Failure } from '../failures/failure'
import { compareMetadata, readField } from './field-changes'
import { isSameText, type JsonDocument } from './json-value'

/** AEM let a change come as far as its version: 412 in its guide, 409 in one reading of the schema. */
export const refusalsOfVersion: readonly CauseId[] = ['aem-changed-meanwhile', 'aem-change-conflict']

/** Another change came first. */
export function isRefusalOfVersion(thrown: unknown): boolean {
  return (
    thrown instanceof Failure &&
    thrown.error.kind === 'failure' &&
    refusalsOfVersion.includes(thrown.error.cause)
  )
}

/** Whether the change may have been made although it failed: no answer came, or one that tells nothing of it. */
export function mayHaveArrived(thrown: unknown): boolean {
  if (!(thrown instanceof Failure)) return true
  const { error } = thrown
  if (error.kind === 'cancelled') return true
  if (error.kind !== 'failure' || error.evidence === null) return false
  const { status, exchange } = error.evidence
  // Nothing was sent as long as there was no token.
  if (exchange !== undefined && exchange.attempts === 0) return false
  return status === null || status >= 500 || (status >= 200 && status < 400)
}

/** The changes that are not in a body. */
export function missingIn(body: JsonDocument, changes: readonly FieldChange[]): FieldChange[] {
  return changes.filter(({ path, after }) => !isSameText(readField(body, path), after, 'value'))
}

/** What else is different from the version that the changes started from. */
export function changedBesides(
  before: JsonDocument,
  after: JsonDocument,
  changes: readonly FieldChange[],
): FieldChange[] {
  return compareMetadata(before, after, 'value').filter(
    ({ path }) => !changes.some((change) => isPartOf(path, change.path) || isPartOf(change.path, path)),
  )
}

function isPartOf(path: readonly string[], whole: readonly string[]): boolean {
  return whole.every((step, at) => path[at] === step)
}
