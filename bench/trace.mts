import { readFile, rm } from 'node:fs/promises'
import type { ElectronApplication } from '@playwright/test'
import * as v from 'valibot'

/** The tasks of each thread's scheduler, and what `watch.js` marks, as Chromium's own tools show them. */
const categories = ['disabled-by-default-devtools.timeline', 'blink.user_timing', '__metadata']

/** Times are microseconds. */
const traceSchema = v.object({
  traceEvents: v.array(
    v.object({
      name: v.string(),
      pid: v.number(),
      tid: v.number(),
      ts: v.number(),
      dur: v.optional(v.number(), 0),
      tdur: v.optional(v.number(), 0),
      args: v.optional(v.looseObject({ name: v.optional(v.unknown()) })),
    }),
  ),
})
type TraceEvent = v.InferOutput<typeof traceSchema>['traceEvents'][number]

/** Milliseconds that a task took, and for how many of them it had a processor. */
export type Task = { tookMs: number; processorMs: number }

/**
 * The longest task in the main thread of the window, from the input that is watched to the painted result.
 * What is done before that input is traced too, and does not count unless it still runs.
 */
export async function longestTask(app: ElectronApplication, act: () => Promise<void>): Promise<Task> {
  await app.evaluate(
    ({ contentTracing }, included) => contentTracing.startRecording({ included_categories: [...included] }),
    categories,
  )
  await act()
  const { path, pid } = await app.evaluate(async ({ contentTracing, BrowserWindow }) => ({
    path: await contentTracing.stopRecording(),
    pid: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  }))
  const { traceEvents } = v.parse(traceSchema, JSON.parse(await readFile(path, 'utf8')))
  await rm(path)
  return longestOf(traceEvents.filter((event) => event.pid === pid))
}

function longestOf(events: readonly TraceEvent[]): Task {
  const thread = events.find(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  )?.tid
  const begin = events.findLast(({ name }) => name === 'watch begins')?.ts
  const end = events.findLast(({ name }) => name === 'watch ends')?.ts
  if (begin === undefined || end === undefined) throw new Error('The trace does not say what was watched')
  const tasks = events.filter(
    ({ name, tid, ts, dur }) => name === 'RunTask' && tid === thread && ts < end && ts + dur > begin,
  )
  const [longest] = tasks.sort((one, other) => other.dur - one.dur)
  if (!longest) throw new Error('The trace holds no task of the window')
  return { tookMs: longest.dur / 1_000, processorMs: longest.tdur / 1_000 }
}
