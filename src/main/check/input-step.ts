import type { ConnectionAccess } from '../connections/connection-access'
import type { ConnectionRecord } from '../connections/connection-record'
import { fact, type StepOutcome } from './step-recorder'

/** Client IDs of the Adobe Developer Console are 32 hexadecimal characters. */
const usualClientId = /^[\da-f]{32}$/i

/** Findings about the fields before anything is sent: hosts, and a client ID of an unusual shape. */
export function examineInput(record: ConnectionRecord, { need, aemHost }: ConnectionAccess): StepOutcome {
  const hosts = { ims: new URL(need.imsHost).host, aem: new URL(aemHost).host, bucket: record.bucket }
  const isOwn = record.imsHost !== null || record.aemHost !== null
  const isUnusual = !usualClientId.test(record.clientId)
  return {
    facts: [fact(isOwn ? 'own-hosts' : 'hosts', hosts)],
    amber: isUnusual
      ? [
          {
            kind: 'failure',
            cause: 'client-id-unusual',
            values: { clientId: record.clientId, length: record.clientId.length },
            evidence: null,
          },
        ]
      : [],
  }
}
