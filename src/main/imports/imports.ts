import { randomUUID } from 'node:crypto'
import type { ImportedCredential } from '../../shared/connections'
import type { ImportCandidate, ImportReading } from '../../shared/imports'
import type { FoundCredential } from './clean-credential'

export type Imports = {
  /** Reads a text and holds its credentials in memory; the window gets everything but the secrets. */
  read: (text: string, fileName: string | null) => Promise<ImportReading>
  /** A credential that `read` found; null when it was dropped. */
  take: (imported: ImportedCredential) => FoundCredential | null
  /** Forgets what an import found. */
  drop: (importId: string) => void
}

/** The picker shows one import at a time; a few more let a form that is still open be saved. */
const mostPending = 5

/** Holds what imports found, in memory alone, until it is dropped or newer imports take its place. */
export function createImports(): Imports {
  const pending = new Map<string, readonly FoundCredential[]>()

  function hold(credentials: readonly FoundCredential[]): string {
    const importId = randomUUID()
    pending.set(importId, credentials)
    for (const oldest of [...pending.keys()].slice(0, -mostPending)) pending.delete(oldest)
    return importId
  }

  return {
    read: async (text, fileName) => {
      // The parsers of the many formats are loaded with the first import.
      const { readCredentials } = await import('./read-credentials')
      const reading = readCredentials(text, fileName)
      if ('refusal' in reading) return { found: false, refusal: reading.refusal }
      const { format, credentials } = reading
      return { found: true, importId: hold(credentials), format, candidates: credentials.map(withoutSecrets) }
    },
    take: ({ importId, candidate }) => pending.get(importId)?.[candidate] ?? null,
    drop: (importId) => {
      pending.delete(importId)
    },
  }
}

function withoutSecrets({ secrets, ...visible }: FoundCredential): ImportCandidate {
  return {
    ...visible,
    secretCount: secrets.length,
  }
}
