import { Failure } from '../failures/failure'
import type { Metadata } from '../metadata/metadata'
import type { KeptStore } from './kept'

type Collaborators = {
  kept: Pick<KeptStore, 'recordReading' | 'recordFailure'>
  keepsHistory: () => boolean
  /** Called when something could not be stored: the read itself does not fail for that. */
  onProblem: (thrown: unknown) => void
}

/** Metadata requests that record each asset in the history. */
export function recordReadings(
  metadata: Metadata,
  { kept, keepsHistory, onProblem }: Collaborators,
): Metadata {
  return {
    ...metadata,
    read: async (target, signal, report) => {
      function record(work: () => Promise<void>): void {
        if (keepsHistory()) work().catch(onProblem)
      }
      try {
        const reading = await metadata.read(target, signal, report)
        record(() => kept.recordReading(reading))
        return reading
      } catch (thrown) {
        // What broke in this program, or was cancelled, says nothing about the asset.
        if (thrown instanceof Failure && thrown.error.kind !== 'cancelled')
          record(() => kept.recordFailure({ ...target, clientId: target.need.clientId }))
        throw thrown
      }
    },
  }
}
