import type { SecretStatus } from '../../../../shared/connections'
import { useNow } from '../../../components/use-now'
import { useFormats } from '../../../language/formats'
import { useMessages } from '../../../language/messages'
import messages from './messages/en.json'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Where a secret is and since when, in words. */
export function useSecretPlace(): (secret: SecretStatus) => string {
  const say = useMessages(messages)
  const formats = useFormats()
  const now = useNow(hourMs)
  return (secret) => {
    if (secret.place === 'session') return say('kept.session')
    if (secret.place !== 'keychain') return say('kept.nowhere')
    const days = Math.max(0, Math.floor((now - Date.parse(secret.since)) / dayMs))
    return say('kept.keychain', { date: formats.date(secret.since), age: say('age', { days }) })
  }
}
