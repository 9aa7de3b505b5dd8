import type { ConnectionDraft } from './connections'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export type UnsavedDraft = Omit<ConnectionDraft, 'secret' | 'keepSecretIn' | 'imported'>

/** What the window looked like when it was closed, so that it can look like that again. */
export type SessionState = {
  theme: Theme
  /** The request bar as it was left. */
  lastWork: { connectionId: string; bucket: string; asset: string } | null
  /** Connection forms with edits that were not saved, the latest last; they never hold a secret. */
  unsavedDrafts: readonly UnsavedDraft[]
}

/** Only the members named are changed. */
export type SessionPatch = Partial<SessionState>
