import type { OpenedLink } from './asset-link'
import type { AssetsProgress, AssetsQuery, AssetsRead } from './asset-list'
import type { AssetPicture, PictureQuery } from './asset-picture'
import type { AssetUnderstanding, PathLookup, PathQuery } from './asset-reference'
import type { BulkProgress, BulkQuery, BulkRun, BulkSteer, BulkSummary } from './bulk'
import type { CheckProgress, CheckReport, CheckRequest } from './check'
import type { Connection, ConnectionDraft, ConnectionList } from './connections'
import type { DemoOffer } from './demo'
import type {
  ConflictChoice,
  Draft,
  Edit,
  Opening,
  PatchReading,
  PathForm,
  Review,
  SendOutcome,
  SentChange,
} from './edit'
import type { ErrorTrace } from './error-trace'
import type { ExportOutcome, ExportRequest, TableExport } from './exports'
import type { ImportReading } from './imports'
import type {
  AssetKey,
  FavouriteDraft,
  HistoryScope,
  KeepOutcome,
  Kept,
  Snapshot,
  SnapshotDraft,
  SnapshotReading,
} from './kept'
import type { CopiedPart, MetadataQuery, MetadataReading, RequestProgress } from './metadata'
import type { AuthorityReading, NetworkState, ProxyChoice, ProxyLoginDraft } from './network'
import type { Result } from './result'
import type { Folder, FolderQuery, SearchOutcome, SearchProgress, SearchRequest } from './search'
import type { SelfCheckReport } from './self-check'
import type { SessionPatch, SessionState } from './session'
import type { ProgramReport, SettingsPatch, SettingsReading } from './settings'
import type { SharedPart } from './shared-parts'
import type { UpdatesState } from './updates'
import type { WindowAction } from './window-actions'

/** Every operation that the window can ask for. The key is the channel, the bridge method and the handler. */
export type Contract = {
  readSession: { input: undefined; output: SessionState }
  rememberSession: { input: SessionPatch; output: SessionState }
  listConnections: { input: undefined; output: ConnectionList }
  saveConnection: { input: ConnectionDraft; output: Connection }
  /**
   * Forgets a connection with its secrets. What the keychain does not give could not be brought back: then it fails with that
   * and nothing is forgotten, unless it is to be `forGood`. `isSecretLeft`: the keychain did not let go of a secret, which is
   * removed as soon as it does.
   */
  forgetConnection: {
    input: { connectionId: string; forGood: boolean }
    output: { list: ConnectionList; isSecretLeft: boolean }
  }
  /** Undoes `forgetConnection` until the window closes. */
  restoreConnection: { input: { connectionId: string }; output: ConnectionList }
  /** Starts the built-in demo cloud, adds its connection if there is none, and names an asset to look at. */
  tryDemo: { input: undefined; output: { connection: Connection; assetId: string } }
  /** Adds a connection to the demo's second environment if there is none, to compare with. */
  addDemoStage: { input: undefined; output: Connection }
  /** What the demo cloud offers to try. */
  listDemo: { input: undefined; output: DemoOffer }
  /** Runs every step of the check; `onCheckStep` reports each as it begins and ends. */
  checkConnection: { input: CheckRequest; output: CheckReport }
  /** Puts an access token on the clipboard for a minute. */
  copyToken: { input: { connectionId: string }; output: { secondsUntilCleared: number } }
  saveSecondSecret: { input: { connectionId: string; secret: string }; output: Connection }
  /** Makes the other secret the current one, and the current one the other. */
  promoteSecret: { input: { connectionId: string }; output: Connection }
  forgetSecondSecret: {
    input: { connectionId: string }
    output: { connection: Connection; isSecretLeft: boolean }
  }
  /** Fails the keychain call that `onKeychainWaiting` reported, as hung. */
  stopWaitingForKeychain: { input: undefined; output: null }
  /** Lets the user choose a file; null when the choice was cancelled. */
  openImportFile: { input: undefined; output: ImportReading | null }
  readImportText: { input: { text: string; fileName: string | null }; output: ImportReading }
  /** The connection without its secret, as text for a colleague. */
  shareConnection: { input: { connectionId: string; to: 'clipboard' | 'file' }; output: { saved: boolean } }
  /** Saves a report that the window has written, HTML for a PDF; null when the choice of a place was cancelled. */
  saveReport: {
    input: { name: string; format: 'html' | 'pdf' | 'json'; text: string }
    output: { path: string } | null
  }
  /** Shows a file in its folder that `saveReport` has saved. */
  showReport: { input: { path: string }; output: null }
  readMetadata: { input: MetadataQuery; output: MetadataReading }
  /** Gets a small picture of an asset. */
  readPicture: { input: PictureQuery; output: AssetPicture }
  /** Reads up to `mostAssetsAtOnce` assets in parallel; `onAssetsProgress` reports the rows, the return value holds the last ones. */
  readAssets: { input: AssetsQuery; output: AssetsRead }
  /** Finds assets by words, paths, IDs and filters; `onSearchProgress` reports the rows, the return value holds the last ones. */
  findAssets: { input: SearchRequest; output: SearchOutcome }
  /** The folders in a folder. */
  listFolders: { input: FolderQuery; output: readonly Folder[] }
  /** What a text in the asset field names; nothing is sent. */
  understandAsset: { input: { connectionId: string; text: string }; output: AssetUnderstanding }
  /** Asks AEM for the ID of the asset at a path. */
  findAssetByPath: { input: PathQuery; output: PathLookup }
  /** Opens the address that `findAssetByPath` asks in the user's browser, where a person is signed in. */
  openPathInBrowser: { input: { connectionId: string; path: string }; output: { address: string } }
  /** Opens the page of an asset's details on the author in the user's browser, where a person is signed in. */
  openInAem: { input: { connectionId: string; path: string }; output: { address: string } }
  /** The link that `onLinkOpened` has told of, or the program was started with; null where there is none, or another window has it. */
  takeLink: { input: undefined; output: OpenedLink | null }
  /** Reads an asset anew and opens its draft; or tells what came of changes that were on their way when the program ended. */
  openDraft: { input: { connectionId: string; asset: string; ticket: string }; output: Opening }
  editDraft: { input: { draftId: string; edit: Edit }; output: Draft }
  undoEdit: { input: { draftId: string }; output: Draft }
  redoEdit: { input: { draftId: string }; output: Draft }
  /** Undoes all edits; they can be done again as long as the draft is open. */
  discardEdits: { input: { draftId: string }; output: Draft }
  /** Replaces the edits by a JSON Patch by hand, unless it has problems. */
  writePatch: { input: { draftId: string; text: string }; output: PatchReading }
  settleConflicts: { input: { draftId: string; choices: readonly ConflictChoice[] }; output: Draft }
  /** `pathForm`: null is the one that AEM took last. */
  reviewDraft: { input: { draftId: string; pathForm: PathForm | null }; output: Review }
  /** Sends what was reviewed, once, and reads the asset again. */
  sendChanges: {
    input: { draftId: string; body: string; pathForm: PathForm; ticket: string }
    output: SendOutcome
  }
  /** What this program has changed, newest first. */
  listChanges: { input: undefined; output: readonly SentChange[] }
  /** Adds to the draft of its asset what undoes a change that was sent. */
  reverseChange: { input: { changeId: string; ticket: string }; output: Draft }
  /** Reads many assets and says what the same change would do to each; `onBulkProgress` reports their rows under the ticket. */
  planBulk: { input: BulkQuery; output: BulkRun }
  /** Reads again what of a run is neither done nor planned, and plans it anew. */
  planBulkRest: { input: { runId: string; ticket: string }; output: BulkRun }
  /** Sends what is planned of a run, asset by asset, and reads each again; `onBulkProgress` reports what came of them. */
  sendBulk: { input: { runId: string }; output: BulkRun }
  steerBulk: { input: { runId: string; to: BulkSteer }; output: BulkRun }
  readBulk: { input: { runId: string }; output: BulkRun }
  /** The runs of a connection that were sent, newest first. */
  listBulk: { input: { connectionId: string }; output: readonly BulkSummary[] }
  /** Says whether metadata may be changed with a connection. */
  allowChanges: { input: { connectionId: string; isAllowed: boolean }; output: ConnectionList }
  /** Opens production for changes until the program ends. */
  unlockChanges: { input: { connectionId: string; confirmedName: string }; output: null }
  /** Saves a body as a file; null when the choice of a place was cancelled. */
  exportMetadata: { input: ExportRequest; output: ExportOutcome | null }
  /** Saves a table that the window shows; null when the choice of a place was cancelled. */
  exportTable: { input: TableExport; output: ExportOutcome | null }
  /** Ends the work of that ticket; it answers with `cancelled`. */
  cancelWork: { input: { ticket: string }; output: null }
  /** Puts plain text on the clipboard; `exact` is false where the system's clipboard could not hold it as it is. */
  copyText: { input: { text: string }; output: { exact: boolean } }
  /** Opens the menu of a row of metadata where the pointer is; `onCopyChosen` tells what was chosen. */
  openCopyMenu: { input: { parts: readonly CopiedPart[] }; output: null }
  /** History, favourites, and how much room snapshots take. */
  listKept: { input: undefined; output: Kept }
  /** Bodies kept along the way go with it. */
  clearHistory: { input: HistoryScope; output: Kept }
  /** Undoes the last `clearHistory`; automatic snapshots do not come back. */
  restoreHistory: { input: undefined; output: Kept }
  /** Adds a favourite or changes its note; null when there is no room for one more. */
  saveFavourite: { input: FavouriteDraft; output: Kept | null }
  removeFavourite: { input: AssetKey; output: Kept }
  /** Newest first. */
  listSnapshots: { input: AssetKey; output: readonly Snapshot[] }
  keepSnapshot: { input: SnapshotDraft; output: KeepOutcome }
  readSnapshot: { input: { snapshotId: string }; output: SnapshotReading }
  removeSnapshot: { input: { snapshotId: string }; output: null }
  /** Removes history, favorites and snapshots with all their files. */
  deleteKept: { input: undefined; output: Kept }
  readSettings: { input: undefined; output: SettingsReading }
  changeSettings: { input: SettingsPatch; output: SettingsReading }
  readNetwork: { input: undefined; output: NetworkState }
  chooseProxy: { input: ProxyChoice; output: NetworkState }
  /** For the proxy that `NetworkState.loginFor` names. */
  saveProxyLogin: { input: ProxyLoginDraft; output: NetworkState }
  forgetProxyLogin: { input: undefined; output: NetworkState }
  /** Lets the user choose a file with certificates of authorities to trust; null when the choice was cancelled. */
  openAuthorityFile: { input: undefined; output: AuthorityReading | null }
  forgetAuthority: { input: { fingerprint: string }; output: NetworkState }
  /** Which client certificate a host gets that asks for one; null sends none. */
  chooseClientCertificate: { input: { host: string; fingerprint: string | null }; output: NetworkState }
  readUpdates: { input: undefined; output: UpdatesState }
  /** Yes or no to looking for newer versions; a yes looks at once. */
  allowUpdates: { input: { isAllowed: boolean }; output: UpdatesState }
  /** Does nothing unless the user has said yes. */
  checkForUpdate: { input: undefined; output: UpdatesState }
  /** Begins the download of the version that was found; `onUpdatesChanged` tells how far it is. */
  downloadUpdate: { input: undefined; output: UpdatesState }
  cancelUpdate: { input: undefined; output: UpdatesState }
  /** Replaces the program by the version that was downloaded, and starts it again. */
  installUpdate: { input: undefined; output: UpdatesState }
  /** Opens the address of the update server in the user's browser. */
  openUpdateServer: { input: undefined; output: null }
  /** Where the program keeps what, and which hosts it has contacted since it was started. */
  describeProgram: { input: undefined; output: ProgramReport }
  /** Tries the installation as `--self-check` does, in this window, and writes the result to its file. */
  checkInstallation: { input: undefined; output: { report: SelfCheckReport; path: string } }
  /** Shows the file that the last `checkInstallation` has written. */
  showSelfCheck: { input: undefined; output: null }
  /** Which actions of the menu work where the user is. */
  showActions: { input: { actions: readonly WindowAction[] }; output: null }
  /** Opens one more window, for another connection or asset. */
  openWindow: { input: undefined; output: null }
  /** Shows the folder of the program's files. */
  openDataFolder: { input: undefined; output: null }
  /** Tells the log of a bug in the window. */
  reportTrouble: { input: ErrorTrace; output: null }
}

export type Operation = keyof Contract
export type Input<O extends Operation> = Contract[O]['input']
export type Output<O extends Operation> = Contract[O]['output']

type Call<O extends Operation> = [Input<O>] extends [undefined]
  ? () => Promise<Result<Output<O>>>
  : (input: Input<O>) => Promise<Result<Output<O>>>

/** Events that the main process sends to its windows. The key is the channel; the bridge method has `on` before it. */
export type Events = {
  /** Each stage of running work. */
  progress: RequestProgress
  /** Each step of a running check, when it begins and when it ends. */
  checkStep: CheckProgress
  /** What has come of running `readAssets`, a few times a second at most. */
  assetsProgress: AssetsProgress
  /** What has come of a run of changes, a few times a second at most. */
  bulkProgress: BulkProgress
  /** What has come of a running `findAssets`, a few times a second at most. */
  searchProgress: SearchProgress
  /** What was chosen in the menu of a row of metadata. */
  copyChosen: CopiedPart
  /** What was chosen in the program's menu. */
  actionChosen: WindowAction
  /** Another window has changed something that all of them show. */
  changedElsewhere: SharedPart
  /** The system has handed a link to the program. */
  linkOpened: null
  /** Whether the keychain keeps its caller waiting; told when it begins to, and when that call has ended. */
  keychainWaiting: boolean
  /** What is known of newer versions, whenever that changes. */
  updatesChanged: UpdatesState
}

/** Calls back for each event; returns the way to stop listening. */
type Listen<Message> = (listen: (message: Message) => void) => () => void

/** What the window finds as `window.desktop`. */
export type DesktopApi = { readonly [O in Operation]: Call<O> } & {
  readonly [E in keyof Events as `on${Capitalize<E>}`]: Listen<Events[E]>
}

/** What the main process has to offer: input is `unknown` until a handler has parsed it. */
export type Handlers = { readonly [O in Operation]: (input: unknown) => Promise<Output<O>> }
