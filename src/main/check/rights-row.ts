import type { RightReason, RightState, RightsMatrix } from '../../shared/check'
import type { CauseId } from '../../shared/failure-catalogue'
import type { AppError, Evidence } from '../../shared/result'
import { Failure } from '../failures/failure'

export type RightsRow = RightsMatrix['rows'][number]

export function rightsRow(
  right: RightsRow['right'],
  state: RightState,
  reason: RightReason,
  seen: { error?: AppError; evidence?: Evidence | null } = {},
): RightsRow {
  return { right, state, reason, error: seen.error ?? null, evidence: seen.evidence ?? null }
}

/** The refusals that AEM words for the account's rights; any other 403 is a proxy's, the gateway's, or about the credential. */
const refusalsOfRights: readonly CauseId[] = ['aem-read-refused', 'aem-write-refused']

/** What a call that failed says of a right: only AEM's own refusal proves that it is missing. Rethrows what is no failure. */
export function rowOfRefusal(right: 'read' | 'update', thrown: unknown): RightsRow {
  if (!(thrown instanceof Failure) || thrown.error.kind !== 'failure') throw thrown
  const { error } = thrown
  const { evidence, cause } = error
  if (!refusalsOfRights.includes(cause)) {
    return rightsRow(right, 'unproven', 'answer-not-known', { error, evidence })
  }
  return rightsRow(right, 'refused', right === 'read' ? 'read-failed' : 'update-refused', { error, evidence })
}
