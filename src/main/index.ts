import { join } from 'node:path'
import { app, type BrowserWindow, nativeTheme, session } from 'electron'
import type { Theme } from '../shared/session'
import type { WindowAction } from '../shared/window-actions'
import { createOpenedLinks, type OpenedLinks } from './assets/opened-links'
import { isLink } from './assets/read-link'
import { createCallers } from './callers'
import { type CommandWords, commandOptions, findCommand } from './command-line/find-command'
import type { Composed } from './compose'
import { describeForLog } from './failures/describe-for-log'
import { openGate } from './ipc'
import { openLog } from './log'
import { appOrigin, registerAppScheme, serveAppScheme, stoppedPath } from './program/app-scheme'
import { tellOfChange } from './program/changed-parts'
import { failToStart, refuseToStart } from './program/fail-to-start'
import { logTroubles } from './program/log-troubles'
import { setMenu } from './program/menu'
import { openProgramFiles, type ProgramFiles } from './program/open-program-files'
import { endWithSupervisor, ownProfile } from './program/own-profile'
import { platform } from './program/platform'
import { prepareDataFolder } from './program/prepare-data-folder'
import { registerWithSystem } from './program/register-with-system'
import { settleBeforeQuit } from './program/settle-before-quit'
import { startAgainAtEnd } from './program/start-again'
import { applyUserDataFolder, asksForSelfCheck, guardStart } from './program/start-switches'
import { describeStopped } from './program/stopped-page'
import { closeNetwork, guardSessions, guardWebContents } from './program/web-guards'
import { bringToFront, frontWindow, openWindow, tellWindow } from './program/window'

/** Set by the development server alone; a built program ignores its environment. */
const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
const page = new URL(developmentServer ?? `${appOrigin}/index.html`).href
const pageOrigin = developmentServer === undefined ? appOrigin : new URL(developmentServer).origin
const stoppedPage = appOrigin + stoppedPath

function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme
}

function systemLanguages(): readonly string[] {
  return app.getPreferredSystemLanguages()
}

type Purpose = {
  links: OpenedLinks

  /** Called once everything behind the window is there. */
  onComposed: (program: Composed) => void
  onFailure: (thrown: unknown) => void
}

/** Should Electron never say that a window was shown. */
const longestWaitMs = 5_000

/** Puts together what is behind the window as soon as there is one to look at: nobody waits for it before. */
function afterFirstShow<T>(make: () => Promise<T>): Promise<T> {
  const makeOnce = once(make)
  return new Promise((resolve) => {
    function begin(): void {
      resolve(makeOnce())
    }
    app.once('browser-window-created', (_event, window) => {
      // Not within the event: the window would wait for the end of it.
      window.once('show', () => setImmediate(begin))
      setTimeout(begin, longestWaitMs).unref()
    })
  })
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}

function start(files: ProgramFiles, { links, onComposed, onFailure }: Purpose): void {
  const log = openLog(files.places.logs)
  logTroubles(log)
  function applyLanguage(): void {
    setMenu({ isDevelopment: !app.isPackaged, choose }, files.messages())
  }
  function choose(action: WindowAction): void {
    if (action === 'new-window') open()
    else tellWindow('actionChosen', null)(action)
  }
  const callers = createCallers()
  const openFirst = once(async () => (await import('./first-screen')).openFirstScreen(files, callers))
  const gate = openGate(
    async () => (await openFirst()).handlers,
    { pageOrigin, callers, onDone: tellOfChange },
    log,
  )
  const composed = afterFirstShow(async () => {
    const [firstScreen, { compose }] = await Promise.all([openFirst(), import('./compose')])
    return compose({
      files,
      dataFolder,
      log,
      callers,
      gate,
      firstScreen,
      links,
      openWindow: open,
      applyTheme,
      applyLanguage,
    })
  })
  let program: Composed | null = null
  composed
    .then((made) => {
      program = made
      onComposed(made)
    })
    .catch(onFailure)
  settleBeforeQuit(
    app,
    async () => {
      await (program === null ? files.settled() : program.settled())
    },
    () => program?.close(),
  )
  applyTheme(files.memory.state().theme)
  if (developmentServer === undefined) void closeNetwork(session.defaultSession)
  serveAppScheme(session.defaultSession, {
    folder: join(__dirname, '../renderer'),
    stoppedPage: () => describeStopped(files.messages()),
  })
  applyLanguage()
  function open(): BrowserWindow {
    return openWindow({
      preload: join(__dirname, '../preload/index.js'),
      page,
      stoppedPage,
      isDevelopment: !app.isPackaged,
      session: files.memory,
      messages: files.messages,
      log,
    })
  }
  open()
  // While the page is on its way to the window's process.
  openFirst().catch(onFailure)

  const startAgain = startAgainAtEnd()
  function openOrShow(): void {
    if (startAgain()) return
    const window = frontWindow()
    if (window) bringToFront(window)
    else open()
  }
  app.on('activate', openOrShow)
  app.on('second-instance', openOrShow)
  // Also one that came before: then the window that is opening takes it.
  app.on('open-url', openOrShow)
}

/** Windows and Linux start the program with the link as a word, macOS tells a program that runs, or that it starts. */
function listenForLinks(): OpenedLinks {
  const links = createOpenedLinks(() => tellWindow('linkOpened', null)(null))
  function openFrom(argv: readonly string[]): void {
    const link = argv.find(isLink)
    if (link !== undefined) links.open(link)
  }
  app.on('open-url', (event, address) => {
    event.preventDefault()
    links.open(address)
  })
  app.on('second-instance', (_event, argv) => openFrom(argv))
  openFrom(process.argv)
  return links
}

function begin(purpose: Purpose): void {
  // Root needs `--no-sandbox`, and Chromium's helpers end at once when both are asked for.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerAppScheme()
  guardWebContents((url) => url === page)
  app.on('window-all-closed', () => {
    if (platform.quitsWithLastWindow) app.quit()
  })
  // The files are read while Chromium starts.
  Promise.all([openProgramFiles(app.getPath('userData'), systemLanguages), app.whenReady()])
    .then(([files]) => start(files, purpose))
    .catch(purpose.onFailure)
}

/** With a window of its own beside one that may be open; what it writes but its report goes to `profile`. */
function beginSelfCheck(profile: string): void {
  app.setPath('userData', profile)
  app.setPath('sessionData', profile)
  endWithSupervisor(() => app.exit(1))
  function fail(thrown: unknown): void {
    process.stderr.write(`${describeForLog(thrown)}\n`)
    app.exit(startFailed)
  }
  async function check({ checkInstallation }: Composed): Promise<void> {
    const { printSelfCheck } = await import('./self-check/print-report')
    app.exit(printSelfCheck(dataFolder, await checkInstallation()))
  }
  begin({
    links: createOpenedLinks(() => undefined),
    onComposed: (program) => void check(program).catch(fail),
    onFailure: fail,
  })
}

/** Without a window, beside one that may be open: reads the connections and settings of the program, and changes none. */
async function beginCommand(found: CommandWords, profile: string): Promise<void> {
  app.setPath('userData', profile)
  app.setPath('sessionData', profile)
  endWithSupervisor(() => app.exit(1))
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  guardWebContents(() => false)
  const cancelling = new AbortController()
  // Also how Chromium takes Ctrl+C and SIGTERM.
  app.on('before-quit', (event) => {
    event.preventDefault()
    cancelling.abort()
  })
  try {
    const [files, { runCommand }] = await Promise.all([
      openProgramFiles(dataFolder, systemLanguages),
      import('./command-line/run-command'),
      app.whenReady(),
    ])
    app.exit(await runCommand(found, files, cancelling.signal))
  } catch (thrown) {
    process.stderr.write(`${describeForLog(thrown)}\n`)
    app.exit(startFailed)
  }
}

/** As `superviseOther`. */
async function superviseOwnCommand(found: CommandWords): Promise<void> {
  const { superviseCommand } = await import('./command-line/supervise-command')
  app.exit(superviseCommand(found, app.getVersion(), refused))
}

/** Before Electron is ready: the module is there in the same turn of the event loop, in which nothing of Chromium has begun. */
async function superviseOther(): Promise<void> {
  const { superviseSelfCheck } = await import('./self-check/supervise')
  const program = { version: app.getVersion(), isPackaged: app.isPackaged }
  app.exit(superviseSelfCheck(program, dataFolder))
}

/** Of sysexits.h, an internal error: the process that waits for the check then writes the report. */
const startFailed = 70

/** Whether the data folder can be used; without it nothing tells whether the program runs already. */
function hasDataFolder(): boolean {
  try {
    prepareDataFolder(dataFolder)
    return true
  } catch (thrown) {
    void failToStart(thrown)
    return false
  }
}

applyUserDataFolder(app)
const found = findCommand(process.argv, app.isPackaged)
const refused = guardStart(app, found === null ? [] : commandOptions)
guardSessions()
const dataFolder = app.getPath('userData')
const profile = ownProfile()
// In a pipeline nobody closes a dialog: a command refuses in words.
if (found !== null) void (profile === null ? superviseOwnCommand(found) : beginCommand(found, profile))
else if (refused.length > 0) void refuseToStart(refused)
else if (asksForSelfCheck(app)) {
  if (profile === null) void superviseOther()
  else beginSelfCheck(profile)
} else if (hasDataFolder()) {
  if (app.requestSingleInstanceLock()) {
    registerWithSystem()
    begin({ links: listenForLinks(), onComposed: () => undefined, onFailure: failToStart })
  } else app.exit(0)
}
