import {
  type FoundAsset,
  mostFoundAssets,
  type SearchFilters,
  type SearchOutcome,
  type SearchProgress,
  type SearchStop,
} from '../../shared/search'
import type { Clock, Wait } from '../calls/clock'
import { evidenceOf } from '../calls/diagnose'
import { secondsToPause } from '../calls/seconds-to-pause'
import type { ConnectionAccess } from '../connections/connection-access'
import { Failure } from '../failures/failure'
import { createTally, type Tally } from './found-tally'
import { readSearchAnswer, type SearchAnswer } from './read-search-answer'
import { type AskAuthor, type AuthorAnswer, failureOf, searchAddressOf } from './search-call'
import { bodyOf, type SearchQuery, searchQueryOf } from './search-query'

const mostAttempts = 3
/** Often enough to be seen moving; each report is drawn. */
const reportEveryMs = 200

export type SearchTask = { text: string; filters: SearchFilters }

/**
 * Reads all pages of a search and tells of each hit what a result shows. Filters are applied to what came also where AEM was asked to
 * apply them: what it does with them is not documented.
 *
 * Throws a `Failure` where the first page cannot be had, or the signal's reason. What fails later is a `stop`: what was read counts.
 */
export type SearchAssets = (
  target: ConnectionAccess,
  task: SearchTask,
  signal: AbortSignal,
  report: (progress: Omit<SearchProgress, 'ticket'>) => void,
) => Promise<SearchOutcome>

type Collaborators = { ask: AskAuthor; clock: Clock; wait: Wait }

type Page =
  | { is: 'page'; answer: SearchAnswer }
  | { is: 'refused' | 'not-there' | 'unknown'; came: AuthorAnswer }

export function createSearchAssets({ ask, clock, wait }: Collaborators): SearchAssets {
  return async (target, { text, filters }, signal, report) => {
    const tally = createTally(filters)
    const reports = createReports(report, tally, clock)

    async function askPatiently(body: string, attempt = 1): Promise<Page> {
      const came = await ask(target, { url: searchAddressOf(target), body }, signal)
      const page = understandPage(came)
      if (page !== null) return page
      const failure = failureOf(came)
      const seconds = secondsToPause(failure.error)
      if (seconds === null || attempt === mostAttempts) throw failure
      reports.pause(seconds)
      await wait(seconds * 1_000, signal).catch(() => undefined)
      if (signal.aborted) throw signal.reason
      reports.pause(null)
      return askPatiently(body, attempt + 1)
    }

    const full = searchQueryOf(text, filters)
    const plain: SearchQuery = { leaves: full.leaves.slice(0, 1), sent: [] }
    let query = full
    let first = await askPatiently(bodyOf(query, null))
    // Which conditions have an index differs: without one AEM answers 400, and the filters work here as well.
    if (first.is === 'refused' && full.sent.length > 0) {
      query = plain
      first = await askPatiently(bodyOf(query, null))
    }
    if (first.is !== 'page') return unavailable(first)
    const { unknownPlace } = first.answer
    let stop: SearchStop | null = null
    let answer = first.answer
    const cursors = new Set<string>()
    for (;;) {
      reports.add(tally.take(answer))
      const { cursor } = answer
      if (cursor === null) break
      if (tally.counts().read >= mostFoundAssets) {
        stop = { why: 'most-read' }
        break
      }
      const next = cursors.has(cursor)
        ? ({ why: 'cursor-lost', evidence: null } as const)
        : await nextPage(() => askPatiently(bodyOf(query, cursor)), signal)
      if ('why' in next) {
        stop = next
        break
      }
      cursors.add(cursor)
      answer = next
    }
    return {
      outcome: 'found',
      counts: tally.counts(),
      rest: reports.takeRest(),
      stop,
      filteredHere: tally.filteredHere(query.sent),
      unknownPlace,
    }
  }
}

/** What an answer says; null for a failure that has a cause of its own. */
function understandPage(came: AuthorAnswer): Page | null {
  const { answer, kind, text } = came
  if (answer.status === 404) return { is: 'not-there', came }
  if (answer.status === 400 || answer.status === 422) return { is: 'refused', came }
  if (answer.status !== 200 || kind !== 'json') return null
  const read = readSearchAnswer(text)
  return read === null ? { is: 'unknown', came } : { is: 'page', answer: read }
}

function unavailable({ is, came }: Exclude<Page, { is: 'page' }>): SearchOutcome {
  const evidence = evidenceOf(came.asked, came.answer, came.text)
  return { outcome: 'unavailable', reason: is === 'unknown' ? 'unknown-answer' : is, evidence }
}

async function nextPage(ask: () => Promise<Page>, signal: AbortSignal): Promise<SearchAnswer | SearchStop> {
  try {
    const page = await ask()
    if (page.is === 'page') return page.answer
    const { asked, answer, text } = page.came
    const why = page.is === 'unknown' ? 'unknown-answer' : 'cursor-lost'
    return { why, evidence: evidenceOf(asked, answer, text) }
  } catch (thrown) {
    if (signal.aborted || !(thrown instanceof Failure)) throw thrown
    return { why: 'failed', error: thrown.error }
  }
}

/** The first page is told at once, later ones together. */
function createReports(
  report: (progress: Omit<SearchProgress, 'ticket'>) => void,
  { counts }: Tally,
  clock: Clock,
) {
  let waiting: FoundAsset[] = []
  let pauseSeconds: number | null = null
  let toldAt = Number.NEGATIVE_INFINITY
  function tell(): void {
    report({ assets: waiting, counts: counts(), pauseSeconds })
    waiting = []
    toldAt = clock.elapsed()
  }
  return {
    add: (assets: readonly FoundAsset[]) => {
      waiting.push(...assets)
      if (clock.elapsed() - toldAt >= reportEveryMs) tell()
    },
    pause: (seconds: number | null) => {
      pauseSeconds = seconds
      tell()
    },
    takeRest: () => waiting,
  }
}
