import type { TokenCheck } from '../../shared/connection'
import type { AccessTokens } from './access-tokens'
import type { ResolveAccess } from './connection-access'
import type { Connections } from './connections'
import type { ReportStage } from './metadata-request'

export type CheckConnection = (
  connectionId: string,
  signal: AbortSignal,
  report: ReportStage,
) => Promise<TokenCheck>

/** Gets a new token for a connection and tells what IMS granted. Throws what the keychain or IMS refused. */
export const createConnectionCheck =
  (connections: Connections, resolveAccess: ResolveAccess, tokens: AccessTokens): CheckConnection =>
  async (connectionId, signal, report) => {
    const record = await connections.find(connectionId)
    const { need } = await resolveAccess(record)
    report('token')
    const grant = await tokens.renew(need, signal)
    return {
      connectionId,
      scopesAsked: record.scopes,
      scopesGranted: grant.scopes,
      scopesMissing: record.scopes.filter((scope) => !grant.scopes.includes(scope)),
      issuedAt: new Date(grant.issuedAt).toISOString(),
      expiresAt: new Date(grant.expiresAt).toISOString(),
      imsHost: need.imsHost,
      durationMs: grant.durationMs,
    }
  }
