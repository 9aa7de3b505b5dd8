import type { Connection, ConnectionDraft, ConnectionList, TokenCheck } from '../../../src/shared/connection'
import type { DesktopApi } from '../../../src/shared/contract'
import type { MetadataQuery, MetadataReading, WorkProgress } from '../../../src/shared/metadata'
import type { AppError, Result } from '../../../src/shared/result'
import type { SessionPatch, SessionState } from '../../../src/shared/session'

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const failed = (error: AppError): Result<never> => ({ ok: false, error })

export const aConnection = (parts: Partial<Connection> = {}): Connection => ({
  id: 'dev-id',
  kind: 'adobe',
  name: 'Shop, development',
  environment: 'development',
  bucket: 'author-p1-e2',
  clientId: '0123456789abcdef0123456789abcdef',
  scopes: ['AdobeID', 'openid', 'aem.folders', 'aem.assets.author'],
  imsHost: null,
  aemHost: null,
  secret: { place: 'keychain', since: '2026-03-01T09:00:00.000Z' },
  otherSecret: null,
  rotationDueAfterDays: null,
  technicalAccountEmail: null,
  ...parts,
})

export const aTokenCheck = (parts: Partial<TokenCheck> = {}): TokenCheck => ({
  connectionId: 'dev-id',
  scopesAsked: ['openid', 'aem.assets.author'],
  scopesGranted: ['openid', 'aem.assets.author'],
  scopesMissing: [],
  issuedAt: new Date().toISOString(),
  expiresAt: new Date(Date.now() + 86_399_000).toISOString(),
  imsHost: 'https://ims-na1.adobelogin.com',
  durationMs: 120,
  ...parts,
})

/** The table of `{}`: one row, an object without key, parent and children. */
const rowsOfEmptyObject = Int32Array.of(0, 0, -1, -1, 0, 2, -1, 0, 1)

export const aReading = (parts: Partial<MetadataReading> = {}): MetadataReading => ({
  connectionId: 'dev-id',
  assetId: 'urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa',
  url: 'https://author-p1-e2.adobeaemcloud.com/adobe/assets/x/metadata',
  text: '{}',
  rows: rowsOfEmptyObject,
  etag: '"1"',
  readAt: '2026-03-01T09:00:00.000Z',
  confirmedAt: null,
  bytes: 2,
  durationMs: 40,
  hasInvalidBytes: false,
  ...parts,
})

export type Answers = {
  session: SessionState
  list: ConnectionList
  save: (draft: ConnectionDraft) => Result<Connection>
  forget: () => Result<ConnectionList>
  demo: () => Result<{ connection: Connection; assetId: string }>
  check: () => Promise<Result<TokenCheck>>
  read: (query: MetadataQuery) => Promise<Result<MetadataReading>>
}

/** What was asked of the program behind the window, in order. */
export type Seen = {
  drafts: ConnectionDraft[]
  sessions: SessionPatch[]
  queries: MetadataQuery[]
  cancelled: string[]
  copied: string[]
}

export type FakeDesktop = { api: DesktopApi; seen: Seen; report: (progress: WorkProgress) => void }

/** A program behind the window that keeps everything in memory and answers as a test wants. */
export const fakeDesktop = (answers: Partial<Answers> = {}): FakeDesktop => {
  const seen: Seen = { drafts: [], sessions: [], queries: [], cancelled: [], copied: [] }
  const listeners = new Set<(progress: WorkProgress) => void>()
  let session: SessionState = answers.session ?? { theme: 'light', lastWork: null, unsavedDraft: null }
  let list: ConnectionList = answers.list ?? { connections: [], setAside: null, forgotten: [] }
  const gone = new Map<string, Connection>()

  const put = (saved: Connection): Connection => {
    list = { ...list, connections: [...list.connections.filter(({ id }) => id !== saved.id), saved] }
    return saved
  }
  const connectionOf = (draft: ConnectionDraft): Connection =>
    aConnection({
      id: draft.id ?? 'new-id',
      name: draft.name,
      environment: draft.environment,
      bucket: draft.bucket,
      clientId: draft.clientId,
      secret: {
        place: draft.keepSecretIn === 'session' ? 'session' : 'keychain',
        since: '2026-03-01T09:00:00.000Z',
      },
    })

  const api: DesktopApi = {
    readSession: async () => ok(session),
    rememberSession: async (patch) => {
      seen.sessions.push(patch)
      session = { ...session, ...patch }
      return ok(session)
    },
    listConnections: async () => ok(list),
    saveConnection: async (draft) => {
      seen.drafts.push(draft)
      const result = answers.save ? answers.save(draft) : ok(connectionOf(draft))
      if (result.ok) put(result.value)
      return result
    },
    forgetConnection: async ({ connectionId }) => {
      if (answers.forget) return answers.forget()
      const connection = list.connections.find(({ id }) => id === connectionId)
      if (!connection) return failed({ kind: 'gone' })
      gone.set(connectionId, connection)
      list = {
        ...list,
        connections: list.connections.filter(({ id }) => id !== connectionId),
        forgotten: [{ id: connectionId, name: connection.name }],
      }
      return ok(list)
    },
    restoreConnection: async ({ connectionId }) => {
      const connection = gone.get(connectionId)
      if (!connection) return failed({ kind: 'gone' })
      list = { ...list, forgotten: [] }
      put(connection)
      return ok(list)
    },
    listDemo: async () => ok({ assets: [], credentials: [] }),
    tryDemo: async () => {
      const connection = aConnection({ id: 'demo-id', kind: 'demo', name: 'Demo', secret: { place: 'demo' } })
      const result = answers.demo
        ? answers.demo()
        : ok({ connection, assetId: 'urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa' })
      if (result.ok) put(result.value.connection)
      return result
    },
    checkConnection: async () => (answers.check ? answers.check() : ok(aTokenCheck())),
    readMetadata: async (query) => {
      seen.queries.push(query)
      return answers.read ? answers.read(query) : ok(aReading({ connectionId: query.connectionId }))
    },
    cancelWork: async ({ ticket }) => {
      seen.cancelled.push(ticket)
      return ok(null)
    },
    copyText: async ({ text }) => {
      seen.copied.push(text)
      return ok({ exact: true })
    },
    runCheck: async () => failed({ kind: 'unexpected' }),
    probeRights: async () => failed({ kind: 'unexpected' }),
    copyToken: async () => failed({ kind: 'unexpected' }),
    saveOtherSecret: async () => failed({ kind: 'unexpected' }),
    promoteSecret: async () => failed({ kind: 'unexpected' }),
    forgetOtherSecret: async () => failed({ kind: 'unexpected' }),
    openImportFile: async () => ok(null),
    readImportText: async () => ok({ found: false, refusal: 'not-understood' }),
    shareConnection: async () => failed({ kind: 'unexpected' }),
    saveReport: async () => ok(null),
    onCheckStep: () => () => undefined,
    onProgress: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
  }
  return {
    api,
    seen,
    report: (progress) => {
      for (const listen of listeners) listen(progress)
    },
  }
}
