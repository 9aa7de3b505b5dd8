import type { Connection } from '../../../shared/connections'
import { useFormats } from '../../language/formats'
import { useMessages } from '../../language/messages'
import messages from './messages/en.json'

/** Where the secret of a connection is, and what leaving its field empty means. */
export function useSecretDescription(connection: Connection | null): string {
  const say = useMessages(messages)
  const formats = useFormats()
  if (connection === null) return say('secret.new')
  const { secret } = connection
  if (secret.place === 'keychain') return say('secret.keychain', { date: formats.date(secret.since) })
  return say(`secret.${secret.place}`)
}
