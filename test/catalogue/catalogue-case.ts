import type { CauseId } from '../../src/shared/failure-catalogue'
import type { Owner } from '../../src/shared/failure-signal'
import type { Bench, Find } from './bench'

/** One way to bring a failure about, and what a check has to make of it. */
export type CatalogueCase = {
  cause: CauseId
  /** Who can mend it, said here once more: the table must not agree with itself alone. */
  owner: Owner
  by: 'demo cloud' | 'local server' | 'clock' | 'fields'
  /** What is done, in a few words. */
  state: string
  /** Everything that is found, in the order of the steps. */
  finds: readonly Find[]
  run: (bench: Bench) => Promise<readonly Find[]>
}
