import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection, ConnectionDraft, ImportedCredential } from '../../../shared/connections'
import { unwrap } from '../../desktop/desktop'
import type { ConnectionText } from '../../model/connections/connection-text'
import { showConnection } from './connection-queries'

export type SaveInput = {
  id: string | null
  text: ConnectionText
  /** Called when it is sent: what a mutation is given stays in the mutation cache, where no secret may be. */
  readSecret: () => string
  imported: ImportedCredential | null
  /** Called when the imported secrets have expired: the next try goes without them. */
  onImportGone: () => void
  /** Counts the edits of the secret. */
  secretEdits: () => number
  /** What was typed goes on while it is saved: `sent` is what has been. */
  onSaved: (saved: Connection, sent: SentForm, next: AfterSave) => void
}

export type SentForm = { text: ConnectionText; secretEdits: number }
export type AfterSave = 'stay' | 'check'

type Save = { keepSecretIn: ConnectionDraft['keepSecretIn']; next: AfterSave }

/** Saves what was typed; `mutate` takes where a new secret is stored, and what the user wants to do then. */
export function useSaveConnection(input: SaveInput) {
  const { id, text, readSecret, secretEdits, imported, onImportGone, onSaved } = input
  const client = useQueryClient()
  return useMutation({
    onMutate: (): SentForm => ({ text, secretEdits: secretEdits() }),
    mutationFn: ({ keepSecretIn }: Save) =>
      unwrap(window.desktop.saveConnection({ ...text, id, secret: readSecret(), keepSecretIn, imported })),
    onSuccess: (saved, { next }, sent) => {
      showConnection(client, saved)
      onSaved(saved, sent, next)
    },
    onError: ({ error }) => {
      if (error.kind === 'input' && error.problems.some(({ code }) => code === 'import-gone')) onImportGone()
    },
  })
}
