/** What repeated measurements of one thing say. */
export type Sample = { median: number; lowest: number; highest: number; count: number }

export function summarise(values: readonly number[]): Sample {
  const sorted = [...values].sort((one, other) => one - other)
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (lowest === undefined || highest === undefined) throw new Error('Nothing was measured')
  return { median: medianOf(sorted), lowest, highest, count: sorted.length }
}

function medianOf(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}

/** Measures once; the round is there for what has to differ each time. Rounds are numbered from 0. */
export type Way = (round: number) => Promise<number>

/** Measures again and again. Round 0, in which caches fill, does not count. */
export async function measure(rounds: number, way: Way): Promise<Sample> {
  await way(0)
  const values: number[] = []
  for (let round = 1; round <= rounds; round++) values.push(await way(round))
  return summarise(values)
}

/** Measures two things in turn, so that whatever else the machine does hits both alike. Round 0 does not count. */
export async function measureInTurn(
  rounds: number,
  ours: Way,
  reference: Way,
): Promise<{ ours: Sample; reference: Sample }> {
  const values = { ours: [] as number[], reference: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const pair = { ours: await ours(round), reference: await reference(round) }
    if (round === 0) continue
    values.ours.push(pair.ours)
    values.reference.push(pair.reference)
  }
  return { ours: summarise(values.ours), reference: summarise(values.reference) }
}
