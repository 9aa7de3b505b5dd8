import type { SentChange } from '../../../src/shared/edit'

/** What a session is told to do. */
export type SessionOrder = {
  /** Of the program's files. */
  folder: string
  connectionId: string
  /** Of the keychain, by account. */
  secrets: readonly (readonly [string, string])[]
  seed: number
  work: { kind: 'edit'; assetId: string } | { kind: 'bulk'; assetIds: readonly string[]; campaign: string }
}

/** The two fields that sessions write by turns: each edit is the next number, in the field that is not the latest. */
export type Pair = { title: string | null; note: string | null }

/** What a session says of itself, at the moment when it does it. */
export type Said =
  | { did: 'opened'; kind: string; draft: Pair; asset: Pair; journal: readonly SentChange[] }
  | { did: 'edits' | 'stored' | 'undoes'; at: number }
  | { did: 'reviewed'; body: string }
  | { did: 'sends'; body: string }
  | { did: 'sent'; kind: string }
  | { did: 'planned' | 'resumes' | 'ended'; states: Readonly<Record<string, number>> }
  | { did: 'failed'; why: string }
