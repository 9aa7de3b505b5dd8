import { answerFailures } from './failure-catalogue/answer-failures'
import { namedFailures } from './failure-catalogue/named-failures'
import { networkFailures } from './failure-catalogue/network-failures'
import { unsignalledFailures } from './failure-catalogue/unsignalled-failures'
import type { Cause } from './failure-signal'

/**
 * Every failure that the program can name, from the most to the least specific: the first signal that holds wins.
 * The words for a cause are the messages `cause.<id>` and `fix.<id>`.
 */
export const failureCatalogue = {
  ...namedFailures,
  ...answerFailures,
  ...networkFailures,
  ...unsignalledFailures,
} as const satisfies Record<string, Cause>

export type CauseId = keyof typeof failureCatalogue
