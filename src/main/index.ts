import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, session, shell, utilityProcess } from 'electron'
import * as v from 'valibot'
import { type TimeoutName, timeoutBounds } from '../shared/settings'
import { createClipboard } from './adapters/clipboard'
import { createElectronHttp } from './adapters/electron-http'
import { createElectronNetworkProbe } from './adapters/electron-network-probe'
import { fileDialogs } from './adapters/file-dialogs'
import { openJsonFile } from './adapters/json-file'
import { createKeychain } from './adapters/keychain'
import { appOrigin, registerAppScheme, serveAppScheme } from './app-scheme'
import { describeProgram, programPlaces } from './describe-program'
import { Failure } from './failure'
import { assetHandlers } from './handlers/asset-handlers'
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
import { openLog } from './log'
import { setMenu } from './menu'
import en from './messages/en.json'
import { openKeptFolder } from './open-kept'
import { platform } from './platform'
import { createAccessTokens } from './services/access-tokens'
import { createPathFinder } from './services/asset-reference/find-by-path'
import { createCheck } from './services/check/run-check'
import { systemClock } from './services/clock'
import { createAccessResolver } from './services/connection-access'
import { connectionsFileSchema } from './services/connection-record'
import { createConnectionVault } from './services/connection-vault'
import { createConnections } from './services/connections'
import { recordHosts, stretchDeadlines } from './services/contacted-hosts'
import { createImports } from './services/credential-import/imports'
import { createDemoConnections } from './services/demo-connections'
import { createKeptStore } from './services/keep/kept'
import { forgetWorkWithoutHistory } from './services/keep/private-session'
import { recordReadings } from './services/keep/record-readings'
import { createMetadata } from './services/metadata'
import { openSessionMemory, sessionFileSchema } from './services/session-memory'
import { openSettings, settingsFileSchema } from './services/settings'
import { createWork } from './services/work'
import { settleBeforeQuit } from './settle-before-quit'
import { applyUserDataFolder, asksForDebuggingPort } from './start-switches'
import { denyPermissions, guardWebContents } from './web-guards'
import { openWindow } from './window'

const keychainDeadlineMs = 10_000

/** Some ten thousand bodies of the usual size. */
const snapshotLimitBytes = 200_000_000

const exportWords = {
  title: en['dialog.export'],
  sheet: en['export.sheet'],
  cut: en['export.cut'],
  headings: [
    en['export.group'],
    en['export.namespace'],
    en['export.key'],
    en['export.pointer'],
    en['export.type'],
    en['export.value'],
  ],
}
const dialogTitles = { import: en['dialog.import'], share: en['dialog.share'], report: en['dialog.report'] }

/** Set by the development server alone; a built program ignores its environment. */
const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
const page = developmentServer ?? `${appOrigin}/index.html`
const pageOrigin = developmentServer === undefined ? appOrigin : new URL(developmentServer).origin

const start = async (): Promise<void> => {
  const userData = app.getPath('userData')
  const places = programPlaces(userData)
  const log = openLog(places.logs)

  const settings = await openSettings(
    openJsonFile(places.settings, (content) => v.parse(settingsFileSchema, content)),
  )
  const keepsHistory = (): boolean => settings.current().keepsHistory
  const memory = forgetWorkWithoutHistory(
    await openSessionMemory(openJsonFile(places.session, (content) => v.parse(sessionFileSchema, content))),
    keepsHistory,
  )
  const connectionsFile = openJsonFile(places.connections, (content) =>
    v.parse(connectionsFileSchema, content),
  )
  const kept = createKeptStore(openKeptFolder(places.kept), systemClock, snapshotLimitBytes)
  const logKeepProblem = (thrown: unknown): void => log.error(`Not kept: ${describeThrown(thrown)}`)
  const forgetLastWork = async (): Promise<void> => void (await memory.remember({ lastWork: null }))
  const keychain = createKeychain({
    start: () => utilityProcess.fork(join(__dirname, 'keychain-process.js'), [], { serviceName: 'keychain' }),
    deadlineMs: keychainDeadlineMs,
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
  const demo = createDemoConnections(connections, en['demo.name'])
  const resolveAccess = createAccessResolver(connections, demo)
  const tokens = createAccessTokens(stretch('imsTimeout'), systemClock)
  const metadata = recordReadings(createMetadata(aemHttp, tokens, systemClock), {
    kept,
    keepsHistory,
    onProblem: logKeepProblem,
  })
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
  const work = createWork((progress) => tellWindows('progress', progress))
  const dropWhatIsHeld = (connectionId: string): void => {
    tokens.drop(connectionId)
    metadata.drop(connectionId)
  }
  const applyTheme = (theme: typeof nativeTheme.themeSource): void => {
    nativeTheme.themeSource = theme
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
      ...secretHandlers({ connections, dropWhatIsHeld }),
      ...checkHandlers({
        connections,
        resolveAccess,
        tokens,
        http: aemHttp,
        clock: systemClock,
        checkConnection,
        work,
        publishStep: (progress) => tellWindows('checkStep', progress),
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

  applyTheme(memory.state().theme)
  denyPermissions(session.defaultSession)
  await serveAppScheme(session.defaultSession, join(__dirname, '../renderer'))
  setMenu(!app.isPackaged)
  const open = (): BrowserWindow =>
    openWindow({
      preload: join(__dirname, '../preload/index.js'),
      page,
      isDevelopment: !app.isPackaged,
      session: memory,
      log,
    })
  open()

  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open()
  })
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('will-quit', () => {
    clipboard.clearSecret()
    keychain.close()
    void demo.close()
  })
  settleBeforeQuit(app, async () => void (await Promise.all([memory.settled(), kept.settled()])))
  kept.tidy().catch(logKeepProblem)
  log.info(`Started ${app.getVersion()} on Electron ${process.versions.electron}, ${platform.describe()}`)
}

const openFolder = async (path: string): Promise<void> => {
  const problem = await shell.openPath(path)
  if (problem !== '') throw new Failure({ kind: 'storage', path, detail: problem })
}

const describeThrown = (thrown: unknown): string =>
  thrown instanceof Failure ? JSON.stringify(thrown.error) : String(thrown)

const tellWindows = (event: 'progress' | 'checkStep', message: unknown): void => {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(event, message)
}

applyUserDataFolder(app)
if (asksForDebuggingPort(app) || !app.requestSingleInstanceLock()) {
  app.exit(asksForDebuggingPort(app) ? 1 : 0)
} else {
  // Root needs `--no-sandbox`, and Chromium's helpers end at once when both are asked for.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerAppScheme()
  guardWebContents((url) => url === page)
  app.on('window-all-closed', () => {
    if (platform.quitsWithLastWindow) app.quit()
  })
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      process.stderr.write(`The program could not start: ${String(error)}\n`)
      app.exit(1)
    })
}
