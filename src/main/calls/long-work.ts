import { Failure } from '../failures/failure'

/** What people start and then turn to something else. */
export type LongWorkKind = 'checks' | 'assets' | 'changes'

/** How many of the parts went well, and how many did not. */
export type Parts = { good: number; bad: number }

type LongTask<T> = {
  kind: LongWorkKind
  /** Of how many parts it is. */
  size: number
  /** Does the work, and tells how many of its parts have ended since the last time. */
  run: (advance: (parts: number) => void) => Promise<T>
  partsOf: (result: T) => Parts
  /** Whether nobody waits to hear of such an end. */
  isQuiet?: (parts: Parts) => boolean
}

export type LongWork = <T>(task: LongTask<T>) => Promise<T>

type Collaborators = {
  /** From 0 to 1; null while there is nothing to show. */
  showProgress: (fraction: number | null) => void
  /** Called when everything of a kind that ran side by side has ended. Canceled and quiet work is told to nobody. */
  announce: (kind: LongWorkKind, parts: Parts) => void
}

type Tally = Parts & { running: number; all: number; done: number; isCanceled: boolean; isTold: boolean }

const noTally: Tally = { good: 0, bad: 0, running: 0, all: 0, done: 0, isCanceled: false, isTold: false }

/** Tells the system how far long work is, and its user that it has ended. */
export function createLongWork({ showProgress, announce }: Collaborators): LongWork {
  const tallies = new Map<LongWorkKind, Tally>()
  function change(kind: LongWorkKind, next: (tally: Tally) => Tally): Tally {
    const tally = next(tallies.get(kind) ?? noTally)
    tallies.set(kind, tally)
    const all = sum([...tallies.values()].map((each) => each.all))
    const done = sum([...tallies.values()].map((each) => each.done))
    // Of a single part nobody knows how far it is.
    showProgress(all > 1 ? done / all : null)
    return tally
  }
  function end(kind: LongWorkKind, next: (tally: Tally) => Tally): void {
    const ended = change(kind, (tally) => next({ ...tally, running: tally.running - 1 }))
    if (ended.running > 0) return
    change(kind, () => noTally)
    if (ended.isTold && !ended.isCanceled) announce(kind, ended)
  }
  return async ({ kind, size, run, partsOf, isQuiet = () => false }) => {
    let left = size
    change(kind, (tally) => ({ ...tally, running: tally.running + 1, all: tally.all + size }))
    function advance(parts: number): void {
      const more = Math.min(parts, left)
      left -= more
      change(kind, (tally) => ({ ...tally, done: tally.done + more }))
    }
    try {
      const result = await run(advance)
      const parts = partsOf(result)
      end(kind, (tally) => ({
        ...tally,
        ...(isQuiet(parts) ? {} : tell(tally, parts)),
        done: tally.done + left,
      }))
      return result
    } catch (thrown) {
      const isCanceled = isCancellation(thrown)
      const parts = { good: 0, bad: size }
      end(kind, (tally) => ({
        ...tally,
        ...(isCanceled || isQuiet(parts) ? {} : tell(tally, parts)),
        done: tally.done + left,
        isCanceled: tally.isCanceled || isCanceled,
      }))
      throw thrown
    }
  }
}

function tell({ good, bad }: Tally, more: Parts): Pick<Tally, 'good' | 'bad' | 'isTold'> {
  return { good: good + more.good, bad: bad + more.bad, isTold: true }
}

function isCancellation(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.error.kind === 'cancelled'
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
