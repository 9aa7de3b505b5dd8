/** The value of a JSON text, or undefined when it is none. `__proto__` stays a key like any other. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One document, or several, each on a line of its own, as logs and exports have them; undefined for anything else. */
export function parseJsonOrLines(text: string): unknown {
  return parseJson(text) ?? parseJsonLines(text)
}

function parseJsonLines(text: string): unknown[] | undefined {
  if (!/^[[{][^\n]*[\]}]\s{0,80}\n\s{0,80}[[{]/.test(text)) return undefined
  const documents: unknown[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const document = parseJson(line)
    if (document === undefined) return undefined
    documents.push(document)
  }
  return documents
}
