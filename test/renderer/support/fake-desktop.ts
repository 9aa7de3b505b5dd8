import { understandAsset } from '../../../src/main/assets/understand-asset'
import type { AssetsProgress, AssetsQuery, AssetsRead } from '../../../src/shared/asset-list'
import type { PathLookup } from '../../../src/shared/asset-reference'
import type { CheckProgress, CheckReport, CheckRequest } from '../../../src/shared/check'
import type { Connection, ConnectionDraft, ConnectionList } from '../../../src/shared/connections'
import type { DesktopApi, Input, Output } from '../../../src/shared/contract'
import type { ExportOutcome } from '../../../src/shared/exports'
import type { HttpExchange } from '../../../src/shared/http-exchange'
import type {
  CopiedPart,
  MetadataQuery,
  MetadataReading,
  RequestProgress,
} from '../../../src/shared/metadata'
import type { AppError, Result } from '../../../src/shared/result'
import type { SearchOutcome, SearchProgress, SearchRequest } from '../../../src/shared/search'
import type { SessionPatch, SessionState } from '../../../src/shared/session'
import type { WindowAction } from '../../../src/shared/window-actions'
import { fakeKeep, type KeepAnswers, type KeepSeen } from './fake-kept'
import { fakeNetwork } from './fake-network'
import { fakeUpdates } from './fake-updates'

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}
export function failed(error: AppError): Result<never> {
  return { ok: false, error }
}

export function aConnection(parts: Partial<Connection> = {}): Connection {
  return {
    id: 'dev-id',
    kind: 'adobe',
    name: 'Shop, development',
    environment: 'development',
    bucket: 'author-p1-e2',
    clientId: '0123456789abcdef0123456789abcdef',
    scopes: ['AdobeID', 'openid', 'aem.folders', 'aem.assets.author'],
    imsHost: null,
    aemHost: null,
    author: `https://${parts.bucket ?? 'author-p1-e2'}.adobeaemcloud.com`,
    hosts: 'adobe',
    secret: { place: 'keychain', since: '2026-03-01T09:00:00.000Z' },
    secondSecret: null,
    rotationDueAfterDays: null,
    technicalAccountEmail: null,
    allowsChanges: true,
    ...parts,
  }
}

/** The table of `{}`: one row, an object without key, parent and children. */
const rowsOfEmptyObject = Int32Array.of(0, 0, -1, -1, 0, 2, -1, 0, 1)

export function anExchange(parts: Partial<HttpExchange> = {}): HttpExchange {
  return {
    to: 'aem',
    method: 'GET',
    url: 'https://author-p1-e2.adobeaemcloud.com/adobe/assets/urn:aaid:aem:6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa/metadata',
    at: '2026-03-01T09:00:00.000Z',
    requestHeaders: [
      ['Accept', 'application/json'],
      ['Authorization', 'Bearer $ACCESS_TOKEN'],
      ['X-Api-Key', '0123456789abcdef0123456789abcdef'],
      ['X-Adobe-Accept-Experimental', '1'],
    ],
    requestBody: null,
    attempts: 1,
    status: 200,
    responseHeaders: [
      ['content-type', 'application/json'],
      ['x-request-id', 'request-1'],
    ],
    phases: { token: 0, headers: 30, body: 8, understanding: 2 },
    bodyBytes: 2,
    wireBytes: 2,
    credential: {
      imsHost: 'https://ims-na1.adobelogin.com',
      clientId: '0123456789abcdef0123456789abcdef',
      scopes: ['AdobeID', 'openid', 'aem.folders', 'aem.assets.author'],
    },
    ...parts,
  }
}

export function aReading(parts: Partial<MetadataReading> = {}): MetadataReading {
  return {
    connectionId: 'dev-id',
    author: 'https://author-p1-e2.adobeaemcloud.com',
    clientId: '0123456789abcdef0123456789abcdef',
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
    exchange: anExchange(),
    ...parts,
  }
}

export type Answers = KeepAnswers & {
  session: Partial<SessionState>
  list: ConnectionList
  save: (draft: ConnectionDraft) => Result<Connection> | Promise<Result<Connection>>
  forget: (input: Input<'forgetConnection'>) => Result<Output<'forgetConnection'>>
  demo: () => Result<{ connection: Connection; assetId: string }>
  check: (request: CheckRequest) => Promise<Result<CheckReport>>
  exportMetadata: (input: Input<'exportMetadata'>) => Result<ExportOutcome | null>
  read: (query: MetadataQuery) => Promise<Result<MetadataReading>>
  readAssets: (query: AssetsQuery) => Promise<Result<AssetsRead>>
  findAssets: (request: SearchRequest) => Promise<Result<SearchOutcome>>
  findByPath: (path: string) => Promise<Result<PathLookup>>
}

/** What was asked of the program behind the window, in order. */
export type Seen = KeepSeen & {
  drafts: ConnectionDraft[]
  sessions: SessionPatch[]
  queries: MetadataQuery[]
  lists: AssetsQuery[]
  searches: SearchRequest[]
  cancelled: string[]
  copied: string[]
  /** What the menus of rows offered. */
  menus: (readonly CopiedPart[])[]
  paths: { connectionId: string; bucket: string; path: string }[]
  opened: string[]
  checks: CheckRequest[]
  /** Connections whose token was put on the clipboard. */
  copiedTokens: string[]
  reports: { name: string; format: string; text: string }[]
  exports: Input<'exportMetadata'>[]
  /** How often the waiting for the keychain was ended. */
  waitsEnded: number
}

function noChecksSeen(): Pick<Seen, 'checks' | 'copiedTokens' | 'reports' | 'exports'> {
  return {
    checks: [],
    copiedTokens: [],
    reports: [],
    exports: [],
  }
}

export type FakeDesktop = {
  api: DesktopApi
  seen: Seen
  report: (progress: RequestProgress) => void
  reportStep: (progress: CheckProgress) => void
  reportAssets: (progress: AssetsProgress) => void
  reportFound: (progress: SearchProgress) => void
  reportWaiting: (isWaiting: boolean) => void
  chooseFromMenu: (part: CopiedPart) => void
  choose: (action: WindowAction) => void
}

/** A program behind the window that keeps everything in memory and answers as a test wants. */
export function fakeDesktop(answers: Partial<Answers> = {}): FakeDesktop {
  const keep = fakeKeep(answers)
  const seen: Seen = Object.assign(keep.seen, {
    drafts: [],
    sessions: [],
    queries: [],
    lists: [],
    searches: [],
    cancelled: [],
    copied: [],
    menus: [],
    paths: [],
    opened: [],
    waitsEnded: 0,
    ...noChecksSeen(),
  })
  const stepListeners = new Set<(progress: CheckProgress) => void>()
  const listeners = new Set<(progress: RequestProgress) => void>()
  const waitingListeners = new Set<(isWaiting: boolean) => void>()
  const menuListeners = new Set<(part: CopiedPart) => void>()
  const actionListeners = new Set<(action: WindowAction) => void>()
  const searchListeners = new Set<(progress: SearchProgress) => void>()
  const assetsListeners = new Set<(progress: AssetsProgress) => void>()
  let session: SessionState = {
    theme: 'light',
    lastWork: null,
    unsavedDrafts: [],
    panes: { sizes: {}, open: {} },
    remindedOn: null,
    ...answers.session,
  }
  let list: ConnectionList = answers.list ?? { connections: [], setAside: null, forgotten: [] }
  const gone = new Map<string, Connection>()

  function put(saved: Connection): Connection {
    list = { ...list, connections: [...list.connections.filter(({ id }) => id !== saved.id), saved] }
    return saved
  }
  function connectionOf(draft: ConnectionDraft): Connection {
    return aConnection({
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
  }

  const api: DesktopApi = {
    ...keep.api,
    ...fakeUpdates(),
    ...fakeEdit(),
    readSession: async () => ok(session),
    rememberSession: async (patch) => {
      seen.sessions.push(patch)
      session = { ...session, ...patch }
      return ok(session)
    },
    listConnections: async () => ok(list),
    saveConnection: async (draft) => {
      seen.drafts.push(draft)
      const result = answers.save ? await answers.save(draft) : ok(connectionOf(draft))
      if (result.ok) put(result.value)
      return result
    },
    forgetConnection: async (input) => {
      const { connectionId } = input
      if (answers.forget) return answers.forget(input)
      const connection = list.connections.find(({ id }) => id === connectionId)
      if (!connection) return failed({ kind: 'gone' })
      gone.set(connectionId, connection)
      list = {
        ...list,
        connections: list.connections.filter(({ id }) => id !== connectionId),
        forgotten: [{ id: connectionId, name: connection.name }],
      }
      return ok({ list, isSecretLeft: false })
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
    addDemoStage: async () => {
      const connection = aConnection({
        id: 'stage-id',
        kind: 'demo',
        name: 'Demo, stage',
        environment: 'stage',
        secret: { place: 'demo' },
      })
      put(connection)
      return ok(connection)
    },
    ...fakeNetwork(),
    checkInstallation: async () => failed({ kind: 'unexpected' }),
    showActions: async () => ok(null),
    onActionChosen: (listen) => {
      actionListeners.add(listen)
      return () => actionListeners.delete(listen)
    },
    showSelfCheck: async () => ok(null),
    checkConnection: async (request) => {
      seen.checks.push(request)
      return answers.check ? answers.check(request) : failed({ kind: 'unexpected' })
    },
    readMetadata: async (query) => {
      seen.queries.push(query)
      return answers.read ? answers.read(query) : ok(aReading({ connectionId: query.connectionId }))
    },
    readPicture: async () => ok({ outcome: 'missing' }),
    readAssets: async (query) => {
      seen.lists.push(query)
      return answers.readAssets ? answers.readAssets(query) : failed({ kind: 'unexpected' })
    },
    understandAsset: async ({ text }) => ok(understandAsset(text, null)),
    findAssets: async (request) => {
      seen.searches.push(request)
      return answers.findAssets ? answers.findAssets(request) : failed({ kind: 'unexpected' })
    },
    listFolders: async () => ok([]),
    findAssetByPath: async ({ connectionId, bucket, path }) => {
      seen.paths.push({ connectionId, bucket, path })
      return answers.findByPath ? answers.findByPath(path) : failed({ kind: 'unexpected' })
    },
    openPathInBrowser: async ({ path }) => {
      seen.opened.push(path)
      return ok({ address: `https://author-p1-e2.adobeaemcloud.com${path}.json` })
    },
    openInAem: async ({ path }) => {
      seen.opened.push(path)
      return ok({ address: `https://author-p1-e2.adobeaemcloud.com/assetdetails.html${path}` })
    },
    takeLink: async () => ok(null),
    onLinkOpened: () => () => undefined,
    openWindow: async () => ok(null),
    onChangedElsewhere: () => () => undefined,
    exportMetadata: async (input) => {
      seen.exports.push(input)
      return answers.exportMetadata ? answers.exportMetadata(input) : ok(null)
    },
    exportTable: async () => ok(null),
    cancelWork: async ({ ticket }) => {
      seen.cancelled.push(ticket)
      return ok(null)
    },
    copyText: async ({ text }) => {
      seen.copied.push(text)
      return ok({ exact: true })
    },
    openCopyMenu: async ({ parts }) => {
      seen.menus.push(parts)
      return ok(null)
    },
    copyToken: async ({ connectionId }) => {
      seen.copiedTokens.push(connectionId)
      return ok({ secondsUntilCleared: 60 })
    },
    saveSecondSecret: async () => failed({ kind: 'unexpected' }),
    promoteSecret: async () => failed({ kind: 'unexpected' }),
    forgetSecondSecret: async () => failed({ kind: 'unexpected' }),
    stopWaitingForKeychain: async () => {
      seen.waitsEnded += 1
      return ok(null)
    },
    onKeychainWaiting: (listen) => {
      waitingListeners.add(listen)
      return () => waitingListeners.delete(listen)
    },
    openImportFile: async () => ok(null),
    readImportText: async () => ok({ found: false, refusal: 'not-understood' }),
    shareConnection: async () => failed({ kind: 'unexpected' }),
    showReport: async () => ok(null),
    saveReport: async (report) => {
      seen.reports.push(report)
      return ok({ path: `/home/user/${report.name}.${report.format}` })
    },
    onCheckStep: (listen) => {
      stepListeners.add(listen)
      return () => stepListeners.delete(listen)
    },
    onSearchProgress: (listen) => {
      searchListeners.add(listen)
      return () => searchListeners.delete(listen)
    },
    onAssetsProgress: (listen) => {
      assetsListeners.add(listen)
      return () => assetsListeners.delete(listen)
    },
    onCopyChosen: (listen) => {
      menuListeners.add(listen)
      return () => menuListeners.delete(listen)
    },
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
    chooseFromMenu: (part) => {
      for (const listen of menuListeners) listen(part)
    },
    reportWaiting: (isWaiting) => {
      for (const listen of waitingListeners) listen(isWaiting)
    },
    choose: (action) => {
      for (const listen of actionListeners) listen(action)
    },
    reportStep: (progress) => {
      for (const listen of stepListeners) listen(progress)
    },
    reportFound: (progress) => {
      for (const listen of searchListeners) listen(progress)
    },
    reportAssets: (progress) => {
      for (const listen of assetsListeners) listen(progress)
    },
  }
}

/** Nothing can be edited here: that is tried in the real window. */
function fakeEdit() {
  async function refuse() {
    return failed({ kind: 'unexpected' })
  }
  return {
    openDraft: refuse,
    editDraft: refuse,
    undoEdit: refuse,
    redoEdit: refuse,
    discardEdits: refuse,
    writePatch: refuse,
    settleConflicts: refuse,
    reviewDraft: refuse,
    sendChanges: refuse,
    listChanges: async () => ok([]),
    reverseChange: refuse,
    planBulk: refuse,
    planBulkRest: refuse,
    sendBulk: refuse,
    steerBulk: refuse,
    readBulk: refuse,
    listBulk: async () => ok([]),
    onBulkProgress: () => () => undefined,
    allowChanges: refuse,
    unlockChanges: refuse,
  }
}
