/** Where an error comes from, without what it says: a message may quote what was typed or answered. */
export type ErrorTrace = {
  name: string
  /** The innermost first, as `function file:line:column`. */
  frames: readonly string[]
}

export const mostFrames = 12

/** A line of V8's `stack`: `    at name (place:line:column)`, or without name and brackets. */
const stackLine = /^ +at (?:(?:async )?([\w$.<>[\] ]+) )?\(?(\S+:\d+:\d+)\)?$/gm

/** What was thrown, for the log. */
export function traceError(thrown: unknown): ErrorTrace {
  if (!(thrown instanceof Error)) return { name: typeof thrown, frames: [] }
  const { stack = '', message, name } = thrown
  // The message comes first, and may hold lines that look like those behind it.
  const start = stack.indexOf(message)
  const lines = start < 0 ? '' : stack.slice(start + message.length)
  const frames = [...lines.matchAll(stackLine)].map(([, caller, place = '']) =>
    [caller, place.split(/[\\/]/).at(-1)].filter(Boolean).join(' '),
  )
  return { name: /^\w{1,40}$/.test(name) ? name : 'Error', frames: frames.slice(0, mostFrames) }
}
