import { join } from 'node:path'
import { app, session, shell, utilityProcess } from 'electron'
import type { Theme } from '../shared/session'
import { type TimeoutName, timeoutBounds } from '../shared/settings'
import { createClipboard } from './adapters/clipboard'
import { createElectronHttp } from './adapters/electron-http'
import { createElectronNetworkProbe } from './adapters/electron-network-probe'
import { fileDialogs } from './adapters/file-dialogs'
import { createKeychain } from './adapters/keychain'
import { openFolder } from './adapters/open-folder'
import { describeProgram } from './describe-program'
import { describeForLog } from './failure'
import { assetHandlers } from './handlers/asset-handlers'
import { assetListHandlers } from './handlers/asset-list-handlers'
import { checkHandlers } from './handlers/check-handlers'
import { connectionHandlers } from './handlers/connection-handlers'
import { exchangeHandlers } from './handlers/exchange-handlers'
import { exportHandlers } from './handlers/export-handlers'
import { keepHandlers } from './handlers/keep-handlers'
import { metadataHandlers } from './handlers/metadata-handlers'
import { secretHandlers } from './handlers/secret-handlers'
import { sessionHandlers } from './handlers/session-handlers'
import { settingsHandlers } from './handlers/settings-handlers'
import { serve } from './ipc'
import { keychainService } from './keychain-process/protocol'
import type { Log } from './log'
import { openKeptFolder } from './open-kept'
import type { ProgramFiles } from './open-program-files'
import { platform } from './platform'
import { createAccessTokens } from './services/access-tokens'
import { createPathFinder } from './services/asset-reference/find-by-path'
import { createCheck } from './services/check/run-check'
import { systemClock, systemWait } from './services/clock'
import { createAccessResolver } from './services/connection-access'
import { createConnectionVault } from './services/connection-vault'
import { createConnections } from './services/connections'
import { recordHosts, stretchDeadlines } from './services/contacted-hosts'
import { createImports } from './services/credential-import/imports'
import { createDemoConnections } from './services/demo-connections'
import { createKeptStore } from './services/keep/kept'
import { recordReadings } from './services/keep/record-readings'
import { createMetadata } from './services/metadata'
import { createReadAssets } from './services/read-assets'
import { createWork } from './services/work'
import { settleBeforeQuit } from './settle-before-quit'
import { tellWindows } from './window'
import { demoName, dialogTitles, exportWords } from './words'

/** Time enough to find the keychain's own window and to type its password there. */
const keychainDeadlineMs = 60_000
const keychainPatienceMs = 3_000

/** Some ten thousand bodies of the usual size. */
const snapshotLimitBytes = 200_000_000

type Surroundings = {
  files: ProgramFiles
  log: Log
  /** The only origin whose pages are answered. */
  pageOrigin: string
  applyTheme: (theme: Theme) => void
}

/** Puts the program behind the window together: adapters, services, and handlers that serve the window. */
export const compose = ({ files, log, pageOrigin, applyTheme }: Surroundings): void => {
  const { userData, places, settings, keepsHistory, memory, connectionsFile } = files
  const kept = createKeptStore(openKeptFolder(places.kept), systemClock, snapshotLimitBytes)
  const logKeepProblem = (thrown: unknown): void => log.error(`Not kept: ${describeForLog(thrown)}`)
  const forgetLastWork = async (): Promise<void> => void (await memory.remember({ lastWork: null }))
  const keychain = createKeychain({
    start: () => utilityProcess.fork(join(__dirname, 'keychain-process.js'), [], { serviceName: 'keychain' }),
    deadlineMs: keychainDeadlineMs,
    patienceMs: keychainPatienceMs,
    onWaiting: tellWindows('keychainWaiting'),
    hidesLock: platform.keychainHidesLock,
  })
  const calls = session.fromPartition('calls', { cache: false })
  const contacted = recordHosts(createElectronHttp(calls), systemClock)
  const http = contacted.send
  const stretch = (name: TimeoutName) =>
    stretchDeadlines(http, () => settings.current()[name] / timeoutBounds[name].usual)
  const aemHttp = stretch('aemTimeout')

  const connections = createConnections(
    createConnectionVault(connectionsFile, keychain, systemClock),
    systemClock,
  )
  const demo = createDemoConnections(connections, demoName)
  const resolveAccess = createAccessResolver(connections, demo)
  const tokens = createAccessTokens(stretch('imsTimeout'), systemClock)
  const unrecorded = createMetadata(aemHttp, tokens, systemClock)
  const metadata = recordReadings(unrecorded, { kept, keepsHistory, onProblem: logKeepProblem })
  const readAssets = createReadAssets({ metadata: unrecorded, tokens, wait: systemWait })
  const checkConnection = createCheck({
    connections,
    resolveAccess,
    tokens,
    http: aemHttp,
    probe: createElectronNetworkProbe(calls),
    clock: systemClock,
    programVersion: app.getVersion(),
  })
  const imports = createImports()
  const clipboard = createClipboard()
  const work = createWork(tellWindows('progress'))
  const publishProgress = tellWindows('assetsProgress')
  const dropWhatIsHeld = (connectionId: string): void => {
    tokens.drop(connectionId)
    metadata.drop(connectionId)
  }

  serve(
    {
      ...sessionHandlers({ session: memory, applyTheme, copy: clipboard.copy }),
      ...connectionHandlers({
        connections,
        demo,
        imports,
        dropWhatIsHeld,
        markForgotten: (id, isForgotten) => kept.markForgotten(id, isForgotten).catch(logKeepProblem),
      }),
      ...keepHandlers({ kept, forgetLastWork }),
      ...settingsHandlers({
        settings,
        forgetLastWork,
        describeProgram: () => describeProgram(places, keychainService, contacted.hosts()),
        openFolder: () => openFolder(userData),
      }),
      ...secretHandlers({ connections, dropWhatIsHeld, stopWaitingForKeychain: keychain.stopWaiting }),
      ...checkHandlers({
        connections,
        resolveAccess,
        tokens,
        http: aemHttp,
        clock: systemClock,
        checkConnection,
        work,
        publishStep: tellWindows('checkStep'),
        copyForAWhile: clipboard.copyForAWhile,
      }),
      ...exchangeHandlers({
        connections,
        imports,
        files: fileDialogs,
        copy: clipboard.copy,
        titles: dialogTitles,
      }),
      ...exportHandlers({ connections, resolveAccess, metadata, files: fileDialogs, words: exportWords }),
      ...metadataHandlers({ connections, resolveAccess, metadata, work }),
      ...assetListHandlers({ connections, resolveAccess, readAssets, work, publishProgress }),
      ...assetHandlers({
        connections,
        resolveAccess,
        findByPath: createPathFinder(aemHttp, tokens, systemClock),
        work,
        openInBrowser: (address) => shell.openExternal(address),
      }),
    },
    (frame) => frame !== null && frame.parent === null && frame.origin === pageOrigin,
    log,
  )

  app.on('will-quit', () => {
    clipboard.clearSecret()
    keychain.close()
    void demo.close()
  })
  settleBeforeQuit(app, async () => void (await Promise.all([memory.settled(), kept.settled()])))
  kept.tidy().catch(logKeepProblem)
  log.info(`Started ${app.getVersion()} on Electron ${process.versions.electron}, ${platform.describe()}`)
}
