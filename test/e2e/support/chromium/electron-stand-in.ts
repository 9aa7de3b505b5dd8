import { fork } from 'node:child_process'
import { lookup } from 'node:dns/promises'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { WindowOrder } from './bridge'
import { requestByNode } from './net-stand-in'

type ProtocolHandler = (
  request: { url: string; method: string },
  callback: (response: ProtocolAnswer) => void,
) => void
export type ProtocolAnswer = {
  statusCode?: number
  headers?: Record<string, string>
  data?: Buffer
  error?: number
}
type Handler = (event: unknown, ...input: readonly unknown[]) => unknown

const display = {
  workArea: { x: 0, y: 0, width: 1400, height: 1000 },
  workAreaSize: { width: 1400, height: 1000 },
  scaleFactor: 1,
}

type Surroundings = {
  projectFolder: string
  /** Words of the command line, such as `--user-data-dir=…`. */
  words: readonly string[]
  tellWindow: (order: WindowOrder) => void
}

/**
 * What the main part of the program uses of the module `electron`, on plain Node: its window is a page of a Chromium, which
 * gets orders. Whatever is missing here says so when it is used.
 */
export function createElectronStandIn({ projectFolder, words, tellWindow }: Surroundings) {
  const { version, productName } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
  const protocols = new Map<string, ProtocolHandler>()
  const handlers = new Map<string, Handler>()
  const switches = new Map(
    words.map((word) => {
      const [name = '', ...value] = word.replace(/^--/, '').split('=')
      return [name, value.join('=')] as const
    }),
  )
  const paths = new Map([
    ['userData', join(homedir(), '.config', 'asset-inspector-for-aem')],
    ['documents', homedir()],
    ['downloads', homedir()],
    ['home', homedir()],
  ])
  let clipboardText = ''

  const app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    name: productName,
    commandLine: {
      hasSwitch: (name: string) => switches.has(name),
      getSwitchValue: (name: string) => switches.get(name) ?? '',
      appendSwitch: () => undefined,
    },
    getVersion: () => version,
    getName: () => productName,
    getAppPath: () => projectFolder,
    getPath: (name: string) => paths.get(name) ?? missing(`app.getPath('${name}')`),
    setPath: (name: string, path: string) => void paths.set(name, path),
    getLocale: () => 'en-US',
    getPreferredSystemLanguages: () => ['en-US'],
    getSystemLocale: () => 'en-US',
    requestSingleInstanceLock: () => true,
    enableSandbox: () => undefined,
    setAboutPanelOptions: () => undefined,
    setAsDefaultProtocolClient: () => true,
    isReady: () => true,
    whenReady: async () => undefined,
    quit: () => {
      let isHeld = false
      for (const event of ['before-quit', 'will-quit']) {
        app.emit(event, {
          preventDefault: () => {
            isHeld = true
          },
        })
        if (isHeld) return
      }
      process.exit()
    },
    exit: (code = 0) => process.exit(code),
  })

  class Window extends EventEmitter {
    static readonly all = new Set<Window>()
    static getAllWindows = () => [...Window.all]
    static getFocusedWindow = () => Window.getAllWindows()[0] ?? null
    static fromWebContents = () => Window.getFocusedWindow()
    static fromId = () => Window.getFocusedWindow()
    id = 1
    size: [number, number]
    webContents = Object.assign(new EventEmitter(), {
      send: (channel: string, message: unknown) => tellWindow({ kind: 'send', channel, message }),
      setWindowOpenHandler: () => undefined,
      setWebRTCIPHandlingPolicy: () => undefined,
      isDestroyed: () => false,
      getURL: () => 'app://bundle/index.html',
    })

    constructor({ width = 800, height = 600 }: { width?: number; height?: number }) {
      super()
      this.size = [width, height]
      Window.all.add(this)
      app.emit('web-contents-created', {}, this.webContents)
      app.emit('browser-window-created', {}, this)
    }
    loadURL = async (url: string) => tellWindow({ kind: 'load', url })
    show = () => void this.emit('show')
    focus = () => undefined
    restore = () => undefined
    maximize = () => undefined
    setProgressBar = () => undefined
    isMinimized = () => false
    isMaximized = () => false
    isDestroyed = () => false
    isVisible = () => true
    isFocused = () => true
    getNormalBounds = () => ({ x: 0, y: 0, width: this.size[0], height: this.size[1] })
    getContentSize = () => this.size
    setContentSize = (width: number, height: number) => {
      this.size = [width, height]
      tellWindow({ kind: 'resize', width, height })
    }
  }

  function createSession() {
    return strict('session', {
      protocol: {
        registerBufferProtocol: (scheme: string, handler: ProtocolHandler) => protocols.set(scheme, handler),
      },
      setPermissionRequestHandler: () => undefined,
      setPermissionCheckHandler: () => undefined,
      setDevicePermissionHandler: () => undefined,
      setDisplayMediaRequestHandler: () => undefined,
      setSpellCheckerLanguages: () => undefined,
      setCertificateVerifyProc: () => undefined,
      setProxy: async () => undefined,
      closeAllConnections: async () => undefined,
      forceReloadProxyConfig: async () => undefined,
      clearHostResolverCache: async () => undefined,
      resolveProxy: async () => 'DIRECT',
      resolveHost: async (name: string) => ({ endpoints: await lookup(name, { all: true }) }),
      webRequest: { onBeforeRequest: () => undefined },
      on: () => undefined,
    })
  }

  const electron = {
    app: strict('app', app),
    BrowserWindow: Window,
    Menu: {
      setApplicationMenu: () => undefined,
      getApplicationMenu: () => null,
      buildFromTemplate: () => ({ popup: () => undefined, getMenuItemById: () => null }),
    },
    // As before Electron 44.
    ClipboardItem: undefined,
    clipboard: strict('clipboard', {
      selection: undefined,
      readText: () => clipboardText,
      writeText: (text: string) => {
        clipboardText = text
        tellWindow({ kind: 'copy', text })
      },
      clear: () => {
        clipboardText = ''
      },
    }),
    dialog: strict('dialog', {
      showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
      showSaveDialog: async () => ({ canceled: true, filePath: '' }),
      showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
    }),
    ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
    Notification: { isSupported: () => false },
    nativeTheme: Object.assign(new EventEmitter(), { themeSource: 'system', shouldUseDarkColors: false }),
    net: strict('net', { request: requestByNode }),
    powerMonitor: new EventEmitter(),
    protocol: strict('protocol', { registerSchemesAsPrivileged: () => undefined }),
    screen: strict('screen', { getDisplayMatching: () => display, getPrimaryDisplay: () => display }),
    session: { defaultSession: createSession(), fromPartition: createSession },
    shell: strict('shell', { openExternal: async () => undefined, openPath: async () => '' }),
    utilityProcess: { fork: forkUtility },
  }
  return { electron: strict('electron', electron), protocols, handlers }
}

/** As Electron's: the process talks over `process.parentPort`. */
function forkUtility(file: string, words: readonly string[]) {
  const child = fork(file, words, {
    execArgv: ['--require', join(__dirname, 'parent-port.cjs')],
    serialization: 'advanced',
  })
  return Object.assign(new EventEmitter(), {
    pid: child.pid,
    postMessage: (message: object) => void child.send(message),
    kill: () => child.kill(),
    on(event: string, listen: (...values: unknown[]) => void) {
      child.on(event, listen)
      return this
    },
    once(event: string, listen: (...values: unknown[]) => void) {
      child.once(event, listen)
      return this
    },
  })
}

/** A part that names what it has not, so that a new use of Electron is not taken for a fault of the program. */
function strict<Part extends object>(name: string, part: Part): Part {
  return new Proxy(part, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || key === 'then') return Reflect.get(target, key)
      return missing(`${name}.${key}`)
    },
  })
}

function missing(what: string): never {
  throw new Error(`The stand-in for Electron has no ${what}. Add it to test/e2e/support/chromium.`)
}
