import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection, ConnectionDraft } from '../../../shared/connection'
import { unwrap } from '../../desktop'
import { showConnection } from './connection-queries'
import type { ConnectionText } from './connection-text'

export type SaveInput = {
  id: string | null
  text: ConnectionText
  /** Called when it is sent: what a mutation is given stays in the mutation cache, where no secret may be. */
  readSecret: () => string
  onSaved: (saved: Connection) => void
}

/** Saves what was typed; `mutate` is told where a new secret goes. */
export const useSaveConnection = ({ id, text, readSecret, onSaved }: SaveInput) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (keepSecretIn: ConnectionDraft['keepSecretIn']) =>
      unwrap(
        window.desktop.saveConnection({ ...text, id, secret: readSecret(), keepSecretIn, imported: null }),
      ),
    onSuccess: (saved) => {
      showConnection(client, saved)
      onSaved(saved)
    },
  })
}
