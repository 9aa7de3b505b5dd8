import { app } from 'electron'
import { describeForLog } from '../failures/describe-for-log'
import type { Log } from '../log'

/** Ends of Chromium's processes that nobody meant; the program itself ends one with `killed`, and the others with `clean-exit`. */
const unmeant: readonly string[] = ['abnormal-exit', 'crashed', 'oom', 'launch-failed', 'integrity-failure']

/** Lets the log know of bugs of the main process that nothing else tells of, and of helper processes that died. */
export function logTroubles(log: Log): void {
  process.on('unhandledRejection', (reason) => log.error(`Unhandled rejection: ${describeForLog(reason)}`))
  // A monitor: Electron's own dialog still comes.
  process.on('uncaughtExceptionMonitor', (thrown) =>
    log.error(`Uncaught exception: ${describeForLog(thrown)}`),
  )
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (unmeant.includes(reason)) log.error(`Process gone: ${type}, ${reason}, code ${exitCode}`)
  })
}
