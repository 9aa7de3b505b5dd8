import type { ProblemMaker } from '../aem/problems'
import type { Exchange } from '../http/exchange'
import type { Reply } from '../http/replies'
import type { Switches } from '../switches'

/** What a failure may look at and use. */
export interface FailureContext {
  exchange: Exchange
  switches: Switches
  problem: ProblemMaker
  requestId: string
  /** JSON that would have been the answer if nothing had failed. */
  bodyText: string
  /** How often this client has met this failure, from 1. */
  attempt: number
  /** The same for its changes alone; 0 while it only reads. */
  changeAttempt: number
  /** Whether the token is the first that this client used here. */
  isFirstToken: boolean
  /** Where redirects point: by default an origin of the cloud that records what arrives, and should receive nothing. */
  redirectTarget: string
}

/**
 * - a reply: sent as the whole answer
 * - `normal`: nothing fails this time
 * - `handled`: the failure has written to the response itself, or leaves it hanging
 */
export type FailureOutcome = Reply | 'normal' | 'handled'

export type Failure = (context: FailureContext) => FailureOutcome | Promise<FailureOutcome>
