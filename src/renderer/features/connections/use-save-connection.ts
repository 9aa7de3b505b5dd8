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
  onSaved: (saved: Connection) => void
}

/** Saves what was typed; `mutate` takes where a new secret is stored. */
export function useSaveConnection({ id, text, readSecret, imported, onImportGone, onSaved }: SaveInput) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (keepSecretIn: ConnectionDraft['keepSecretIn']) =>
      unwrap(window.desktop.saveConnection({ ...text, id, secret: readSecret(), keepSecretIn, imported })),
    onSuccess: (saved) => {
      showConnection(client, saved)
      onSaved(saved)
    },
    onError: ({ error }) => {
      if (error.kind === 'input' && error.problems.some(({ code }) => code === 'import-gone')) onImportGone()
    },
  })
}
