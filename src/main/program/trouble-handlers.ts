import * as v from 'valibot'
import type { Handlers } from '../../shared/contract'
import { mostFrames } from '../../shared/error-trace'
import { describeTrace } from '../failures/describe-for-log'
import { parseInput } from '../input/parse-input'
import type { Log } from '../log'

/** Names and places of code alone, so that no words can come into the log this way. */
const traceSchema = v.object({
  name: v.pipe(v.string(), v.regex(/^\w{1,40}$/)),
  frames: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[\w$.<>[\] @-]{0,200}:\d+:\d+$/))),
    v.maxLength(mostFrames),
  ),
})

/** Beyond that a window that breaks all the time has said enough. */
const mostReports = 50

/** Bugs of the window, for the log. */
export function troubleHandlers(log: Log): Pick<Handlers, 'reportTrouble'> {
  let reports = 0
  return {
    reportTrouble: async (input) => {
      const trace = parseInput(traceSchema, input)
      if (reports++ < mostReports) log.error(`Bug in the window: ${describeTrace(trace)}`)
      return null
    },
  }
}
