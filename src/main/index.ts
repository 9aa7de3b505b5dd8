import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, session, utilityProcess } from 'electron'
import * as v from 'valibot'
import { createClipboard } from './adapters/clipboard'
import { createElectronHttp } from './adapters/electron-http'
import { createElectronNetworkProbe } from './adapters/electron-network-probe'
import { fileDialogs } from './adapters/file-dialogs'
import { openJsonFile } from './adapters/json-file'
import { createKeychain } from './adapters/keychain'
import { appOrigin, registerAppScheme, serveAppScheme } from './app-scheme'
import { checkHandlers } from './handlers/check-handlers'
import { connectionHandlers } from './handlers/connection-handlers'
import { exchangeHandlers } from './handlers/exchange-handlers'
import { metadataHandlers } from './handlers/metadata-handlers'
import { secretHandlers } from './handlers/secret-handlers'
import { sessionHandlers } from './handlers/session-handlers'
import { serve } from './ipc'
import { openLog } from './log'
import { setMenu } from './menu'
import en from './messages/en.json'
import { platform } from './platform'
import { createAccessTokens } from './services/access-tokens'
import { createCheck } from './services/check/run-check'
import { createConnectionCheck } from './services/check-connection'
import { systemClock } from './services/clock'
import { createAccessResolver } from './services/connection-access'
import { connectionsFileSchema } from './services/connection-record'
import { createConnectionVault } from './services/connection-vault'
import { createConnections } from './services/connections'
import { createImports } from './services/credential-import/imports'
import { createDemoConnections } from './services/demo-connections'
import { createMetadata } from './services/metadata'
import { openSessionMemory, sessionFileSchema } from './services/session-memory'
import { createWork } from './services/work'
import { applyUserDataFolder, asksForDebuggingPort } from './start-switches'
import { denyPermissions, guardWebContents } from './web-guards'
import { openWindow } from './window'

const keychainDeadlineMs = 10_000

const dialogTitles = { import: en['dialog.import'], share: en['dialog.share'], report: en['dialog.report'] }

/** Set by the development server alone; a built program ignores its environment. */
const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
const page = developmentServer ?? `${appOrigin}/index.html`
const pageOrigin = developmentServer === undefined ? appOrigin : new URL(developmentServer).origin

const start = async (): Promise<void> => {
  const userData = app.getPath('userData')
  const log = openLog(join(userData, 'logs'))

  const memory = await openSessionMemory(
    openJsonFile(join(userData, 'session.json'), (content) => v.parse(sessionFileSchema, content)),
  )
  const connectionsFile = openJsonFile(join(userData, 'connections.json'), (content) =>
    v.parse(connectionsFileSchema, content),
  )
  const keychain = createKeychain({
    start: () => utilityProcess.fork(join(__dirname, 'keychain-process.js'), [], { serviceName: 'keychain' }),
    deadlineMs: keychainDeadlineMs,
    hidesLock: platform.keychainHidesLock,
  })
  const calls = session.fromPartition('calls', { cache: false })
  const http = createElectronHttp(calls)

  const connections = createConnections(
    createConnectionVault(connectionsFile, keychain, systemClock),
    systemClock,
  )
  const demo = createDemoConnections(connections, en['demo.name'])
  const resolveAccess = createAccessResolver(connections, demo)
  const tokens = createAccessTokens(http, systemClock)
  const metadata = createMetadata(http, tokens, systemClock)
  const checkConnection = createConnectionCheck(connections, resolveAccess, tokens)
  const runCheck = createCheck({
    connections,
    resolveAccess,
    tokens,
    http,
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
      ...connectionHandlers({ connections, demo, imports, checkConnection, work, dropWhatIsHeld }),
      ...secretHandlers({ connections, dropWhatIsHeld }),
      ...checkHandlers({
        connections,
        resolveAccess,
        tokens,
        http,
        clock: systemClock,
        runCheck,
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
      ...metadataHandlers({ connections, resolveAccess, metadata, work }),
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
  log.info(`Started ${app.getVersion()} on Electron ${process.versions.electron}, ${platform.describe()}`)
}

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
