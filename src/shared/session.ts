import type { ConnectionDraft } from './connections'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** What the window looked like when it was closed, so that it can look like that again. */
export type SessionState = {
  theme: Theme
  /** The request bar as it was left. */
  lastWork: { connectionId: string; bucket: string; asset: string } | null
  /** A connection form with edits that were not saved; never holds a secret. */
  unsavedDraft: Omit<ConnectionDraft, 'secret' | 'keepSecretIn' | 'imported'> | null
}

/** Only the members named are changed. */
export type SessionPatch = Partial<SessionState>
