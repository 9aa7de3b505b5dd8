/** The value of a JSON text, or undefined when it is none. `__proto__` stays a key like any other. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
