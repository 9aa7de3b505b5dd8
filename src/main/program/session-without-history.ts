import type { SessionMemory } from './session-memory'

/** A memory that does not keep the asset of the request bar while no history is kept. */
export function withoutHistory(memory: SessionMemory, keepsHistory: () => boolean): SessionMemory {
  return {
    ...memory,
    remember: (patch) => memory.remember(keepsHistory() ? patch : { ...patch, lastWork: null }),
  }
}
