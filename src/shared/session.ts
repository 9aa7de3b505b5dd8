import type { ConnectionDraft } from './connections'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export type UnsavedDraft = Omit<ConnectionDraft, 'secret' | 'keepSecretIn' | 'imported'>

/** Panes whose size the user chooses: the details of a row stand beside the tree or below it, each with a size of its own. */
export const sizedPanes = ['sidebar', 'details', 'detailsBelow'] as const
export type SizedPane = (typeof sizedPanes)[number]
export type FoldablePane = 'sidebar' | 'details'

/** How the user has arranged the window; what is missing is as usual. Sizes are pixels of CSS. */
export type Panes = {
  sizes: Readonly<Partial<Record<SizedPane, number>>>
  open: Readonly<Partial<Record<FoldablePane, boolean>>>
}

/** What the window looked like when it was closed, so that it can look like that again. */
export type SessionState = {
  theme: Theme
  /** The request bar as it was left. */
  lastWork: { connectionId: string; bucket: string; asset: string } | null
  /** Connection forms with edits that were not saved, the latest last; they never hold a secret. */
  unsavedDrafts: readonly UnsavedDraft[]
  panes: Panes
  /** The day on which old secrets were last reminded of, as `2026-03-01` where the user is; null before the first time. */
  remindedOn: string | null
}

/** Only the members named are changed. */
export type SessionPatch = Partial<SessionState>
