import { type QueryClient, queryOptions, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { outcomeOf } from '../../../words/check/check-outcome'
import {
  type CheckAsk,
  type CheckSubject,
  keyOf,
  latestRun,
  runCheckToEnd,
  untilChanged,
} from './check-queries'

/** Time enough for somebody to deploy a configuration, and no load for IMS. */
const minutesBetween = 5
const millisecondsBetween = minutesBetween * 60_000
/** A timer as long as the pause would stand still while the computer sleeps. */
const lookEveryMs = 5_000

/** A check that is run again and again; it goes with the connection as it is now, and with the window. */
export type RepeatedCheck = { ask: CheckAsk; nextAt: number }

function repeatedQuery(subject: CheckSubject) {
  return queryOptions<RepeatedCheck | null>({
    queryKey: [...keyOf(subject), 'repeated'],
    queryFn: skipToken,
    ...untilChanged,
  })
}

/** Whether waiting for others, and checking again, may help. */
function canStillPass(client: QueryClient, subject: CheckSubject): boolean {
  const { report, error, isCancelled } = latestRun(client, subject)
  if (isCancelled || error?.kind === 'input') return false
  return report !== undefined && outcomeOf(report.steps).kind === 'red'
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

/** Ends when the check passes, is canceled, or is not wanted any more. */
async function repeatUntilPassed(client: QueryClient, subject: CheckSubject, ask: CheckAsk): Promise<void> {
  const { queryKey } = repeatedQuery(subject)
  function isWanted(repeated: RepeatedCheck): boolean {
    return client.getQueryData(queryKey) === repeated && canStillPass(client, subject)
  }
  for (;;) {
    const repeated = { ask, nextAt: Date.now() + millisecondsBetween }
    client.setQueryData(queryKey, repeated)
    while (Date.now() < repeated.nextAt && isWanted(repeated)) await pause(lookEveryMs)
    if (client.getQueryData(queryKey) !== repeated) return
    if (isWanted(repeated) && !latestRun(client, subject).isRunning) {
      await runCheckToEnd(client, subject, { ...ask, isRepeated: true })
    }
    if (client.getQueryData(queryKey) !== repeated) return
    if (!canStillPass(client, subject)) break
  }
  client.setQueryData(queryKey, null)
}

/** The repeated check of a subject, and how to begin and end it. */
export function useRepeatedCheck(subject: CheckSubject) {
  const client = useQueryClient()
  const { data } = useQuery(repeatedQuery(subject))
  return {
    minutes: minutesBetween,
    /** When it is run next, in milliseconds since 1970; null while it is off. */
    nextAt: data?.nextAt ?? null,
    start: (ask: CheckAsk) => void repeatUntilPassed(client, subject, ask),
    stop: () => void client.setQueryData(repeatedQuery(subject).queryKey, null),
  }
}
