import type { Query, QueryClient } from '@tanstack/react-query'
import type { MetadataReading } from '../../../../shared/metadata'

/** In bytes; some thousand assets of the usual size, or a few of the largest. */
export const mostCachedBytes = 128 * 1_024 * 1_024

function readingOf(query: Query): MetadataReading | undefined {
  return query.state.data as MetadataReading | undefined
}

/** As much as a reading can take: two bytes a character where one of them is not Latin. */
function bytesOf({ text, rows }: MetadataReading): number {
  return text.length * 2 + rows.byteLength
}

/** Drops readings that are not on the screen, the oldest first, until the others fit; the latest stays in any case. */
export function trimReadings(client: QueryClient): void {
  const cache = client.getQueryCache()
  const unseen = cache
    .findAll({ queryKey: ['metadata'], predicate: (query) => query.getObserversCount() === 0 })
    .sort((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt)
  let room = mostCachedBytes
  for (const [index, query] of unseen.entries()) {
    const reading = readingOf(query)
    if (reading === undefined) continue
    room -= bytesOf(reading)
    if (room < 0 && index > 0) cache.remove(query)
  }
}
