const share = 0.4
const filler = ' längere Wörter füllen die Zeile'

/**
 * Makes a text 40 % longer, as German is than English. It begins as before: what is looked for by its beginning is still
 * found. What only separates other texts stays as it is.
 */
export function lengthen(text: string): string {
  if (!/\p{L}{2}/u.test(text)) return text
  const missing = Math.ceil(text.length * share)
  return text + filler.repeat(Math.ceil(missing / filler.length)).slice(0, missing)
}
