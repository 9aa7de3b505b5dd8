import type { SlicedWork } from '../../../src/renderer/features/metadata/search/run-sliced'

/** Does sliced work at once. */
export function finish<T>(work: SlicedWork<T>): T {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}
