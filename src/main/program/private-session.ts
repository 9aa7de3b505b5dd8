import type { SessionMemory } from './session-memory'

/** A memory that does not keep the asset of the request bar while no history is kept. */
export const forgetWorkWithoutHistory = (
  memory: SessionMemory,
  keepsHistory: () => boolean,
): SessionMemory => ({
  ...memory,
  remember: (patch) => memory.remember(keepsHistory() ? patch : { ...patch, lastWork: null }),
})
