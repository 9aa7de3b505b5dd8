import type { SecretSlot } from '../../shared/check'
import type { Clock } from '../calls/clock'
import { ageInDays, type ConnectionRecord, rotationDueDays } from '../connections/connection-record'
import { fact, type StepOutcome } from './step-recorder'

/** Gets the secret, and tells where it is and how old. Throws the keychain's `Failure`. */
export async function examineSecret(
  record: ConnectionRecord,
  slot: SecretSlot,
  readSecret: () => Promise<string>,
  clock: Clock,
): Promise<StepOutcome> {
  await readSecret()
  const stored = slot === 'current' ? record.secret : record.secondSecret
  if (stored === null) return { facts: [fact('secret-of-demo')] }
  if (stored.place === 'session') return { facts: [fact('secret-in-memory')] }
  const days = ageInDays(stored.since, clock.now())
  return {
    facts: [fact('secret-kept-since', { since: stored.since })],
    amber:
      days >= rotationDueDays
        ? [
            {
              kind: 'failure',
              cause: 'secret-old',
              values: { days, clientId: record.clientId },
              evidence: null,
            },
          ]
        : [],
  }
}
