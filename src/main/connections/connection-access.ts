import type { SecretSlot } from '../../shared/check'
import type { MessageValues } from '../../shared/result'
import type { TokenNeed } from '../calls/access-tokens'
import { Failure } from '../failures/failure'
import { authorOf, hostsOf } from './aem-hosts'
import type { ConnectionRecord } from './connection-record'
import type { Connections } from './connections'
import type { DemoConnections } from './demo-connections'

/** Where the calls of a connection go and what they need. */
export type ConnectionAccess = {
  connectionId: string
  bucket: string
  /** Origin of the AEM author, such as `https://author-p1-e2.adobeaemcloud.com`. */
  aemHost: string
  /** The same by a lasting name; see `AssetKey`. */
  author: string
  need: TokenNeed
}

/** What stands for the connection in the words about a call. */
export function valuesOf({ aemHost, bucket, need }: ConnectionAccess): MessageValues {
  return {
    host: new URL(aemHost).host,
    bucket,
    clientId: need.clientId,
    scopes: need.scopes.join(', '),
  }
}

export type ResolveAccess = (record: ConnectionRecord, slot?: SecretSlot) => Promise<ConnectionAccess>

/**
 * Finds hosts and secret of a connection. The secret and the token go to these hosts alone: those of Adobe that belong
 * to the bucket, those that the user entered under Advanced, or the demo cloud's for a demo connection.
 */
export function createAccessResolver(connections: Connections, demo: DemoConnections): ResolveAccess {
  return async (record, slot = 'current') => {
    const hosts = record.kind === 'demo' ? await demo.hosts(record.bucket) : hostsOf(record)
    async function readSecret(signal: AbortSignal): Promise<string> {
      const stored = await connections.readSecret(record, slot, signal)
      const secret =
        stored ??
        (record.kind === 'demo' && slot === 'current' ? await demo.secretFor(record.clientId) : null)
      if (secret === null) throw new Failure({ kind: 'keychain', problem: 'secret-missing', detail: '' })
      return secret
    }
    return {
      connectionId: record.id,
      bucket: record.bucket,
      aemHost: hosts.aem,
      author: authorOf(record),
      need: {
        // A token got with the other secret must not be taken for one of the current secret.
        connectionId: slot === 'current' ? record.id : `${record.id} second`,
        imsHost: hosts.ims,
        clientId: record.clientId,
        scopes: record.scopes,
        readSecret,
      },
    }
  }
}
