import * as v from 'valibot'

/** Parses what a window sent. Our own window sends nothing else, so a mismatch is a bug or an attack, not an error. */
export function parseInput<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T {
  return v.parse(schema, input)
}

/** Anything that can be pasted into a field: the rules of a field are far shorter, and have words for what is too long. */
export const fieldText = v.pipe(v.string(), v.maxLength(50_000_000))
export const identifier = v.pipe(v.string(), v.maxLength(100))
