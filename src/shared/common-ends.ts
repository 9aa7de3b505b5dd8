/** How many code units two texts have in common at the beginning, and behind that at the end. */
export function commonEnds(one: string, other: string): { start: number; end: number } {
  const most = Math.min(one.length, other.length)
  const start = commonLength(most, (from, to) => one.slice(from, to) === other.slice(from, to))
  const end = commonLength(most - start, (from, to) => lastOf(one, from, to) === lastOf(other, from, to))
  return { start, end }
}

/** Each answer costs as much as the part that it is about: in all, the text is compared twice at most. */
function commonLength(most: number, isSame: (from: number, to: number) => boolean): number {
  let [known, limit] = [0, most]
  while (known < limit) {
    const middle = Math.ceil((known + limit) / 2)
    if (isSame(known, middle)) known = middle
    else limit = middle - 1
  }
  return known
}

/** Counted from the end. */
function lastOf(text: string, from: number, to: number): string {
  return text.slice(text.length - to, text.length - from)
}
