import type { CheckReport } from '../../shared/check'
import type { Connection, Environment } from '../../shared/connections'

/** The connection of a finding: what those who fix it need to know, and nothing secret. */
export type FindingSubject = Pick<
  CheckReport,
  | 'connectionName'
  | 'environment'
  | 'bucket'
  | 'clientId'
  | 'imsHost'
  | 'aemHost'
  | 'hosts'
  | 'scopes'
  | 'assetId'
  | 'assetPath'
> & {
  /** As far as the credential's file or its token tells, who grants rights knows it by them. */
  technicalAccountEmail: string | null
  technicalAccountId: string | null
  /** Environments in which the client ID is used, by the connections that are known here. */
  environments: readonly Environment[]
}

/** Environments of all connections with the same client ID, which are likely to need the same fix. */
export function environmentsOf(clientId: string, connections: readonly Connection[]): Environment[] {
  return [
    ...new Set(
      connections.filter((other) => other.clientId === clientId).map(({ environment }) => environment),
    ),
  ]
}

function hostOf(origin: string | null): string {
  return origin ?? ''
}

/** Before a report is there: what the connection itself tells. */
export function subjectOf(
  connection: Connection,
  report: CheckReport | null,
  connections: readonly Connection[],
): FindingSubject {
  return {
    connectionName: connection.name,
    environment: connection.environment,
    bucket: connection.bucket,
    clientId: connection.clientId,
    hosts: connection.hosts,
    scopes: connection.scopes,
    imsHost: report?.imsHost ?? hostOf(connection.imsHost),
    aemHost: report?.aemHost ?? hostOf(connection.aemHost),
    technicalAccountEmail: report?.token?.technicalAccountEmail ?? connection.technicalAccountEmail,
    technicalAccountId: report?.token?.technicalAccountId ?? null,
    assetId: report?.assetId ?? null,
    assetPath: report?.assetPath ?? null,
    environments: environmentsOf(connection.clientId, connections),
  }
}
