import type { Connection, ConnectionDraft } from '../../../shared/connections'

/** The form of a connection as typed, without its secret. */
export type ConnectionText = Omit<ConnectionDraft, 'id' | 'secret' | 'keepSecretIn' | 'imported'>

/** What Adobe Developer Console grants a credential with AEM Assets Author API. */
const usualScopes = ['AdobeID', 'openid', 'aem.folders', 'aem.assets.author']

export const emptyConnectionText: ConnectionText = {
  name: '',
  environment: 'development',
  bucket: '',
  clientId: '',
  scopes: usualScopes.join(', '),
  imsHost: '',
  aemHost: '',
}

export function connectionTextOf(connection: Connection): ConnectionText {
  return {
    name: connection.name,
    environment: connection.environment,
    bucket: connection.bucket,
    clientId: connection.clientId,
    scopes: connection.scopes.join(', '),
    imsHost: connection.imsHost ?? '',
    aemHost: connection.aemHost ?? '',
  }
}

export function isSameText(one: ConnectionText, other: ConnectionText): boolean {
  return (
    one.name === other.name &&
    one.environment === other.environment &&
    one.bucket === other.bucket &&
    one.clientId === other.clientId &&
    one.scopes === other.scopes &&
    one.imsHost === other.imsHost &&
    one.aemHost === other.aemHost
  )
}
