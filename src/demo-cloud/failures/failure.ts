import { send } from '../http/replies'
import { bodyFailures } from './body-failures'
import type { Failure, FailureContext } from './failure-context'
import { statusFailures } from './status-failures'
import { wireFailures } from './wire-failures'

const failures = { ...statusFailures, ...bodyFailures, ...wireFailures } satisfies Record<string, Failure>

export type FailureName = keyof typeof failures

/** Lets a failure answer. `normal` means that nothing failed this time and the caller has to answer. */
export async function fail(name: FailureName, context: FailureContext): Promise<'answered' | 'normal'> {
  const failure: Failure = failures[name]
  const outcome = await failure(context)
  if (outcome === 'normal') return 'normal'
  if (outcome !== 'handled') send(context.exchange.response, outcome)
  return 'answered'
}
