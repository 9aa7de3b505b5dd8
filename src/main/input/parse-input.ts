import * as v from 'valibot'

/** Parses what a window sent. Our own window sends nothing else, so a mismatch is a bug or an attack, not an error. */
export function parseInput<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T {
  return v.parse(schema, input)
}

/** Longest text that a field may hold; the rules of a field are far shorter and have words of their own. */
export const fieldText = v.pipe(v.string(), v.maxLength(1_000_000))
export const identifier = v.pipe(v.string(), v.maxLength(100))
