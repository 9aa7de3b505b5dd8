// @ts-check

// Loaded by Electron's main process before any program (`NODE_OPTIONS=--require`), ours and the blank one alike. Says on
// standard output when the window could be used, and what had been loaded until then, and ends the program.
const Module = require('node:module')

/**
 * Node's own loader, which Electron's module goes through.
 * @type {{ _load: (this: unknown, request: string, ...rest: unknown[]) => unknown, _cache: Record<string, unknown> }}
 */
const loader = Object.assign(Module)
const load = loader._load
function now() {
  return performance.timeOrigin + performance.now()
}

/** @param {string} usable an expression that holds as soon as the window can be used */
function inWindow(usable) {
  return `new Promise((resolve) => {
  const report = () => resolve(performance.timeOrigin + performance.now())
  const look = () => requestAnimationFrame((${usable}) ? report : look)
  requestAnimationFrame(look)
})`
}

/**
 * The scripts of the window in the order in which they are there; null stands for its first contentful paint. A debugger
 * takes time: what is timed goes without.
 * @param {Electron.WebContents} contents
 */
function listScripts(contents) {
  /** @type {(string | null)[]} */
  const scripts = []
  const { debugger: session } = contents
  session.attach()
  /** @type {Promise<void>} */
  const painted = new Promise((resolve) => {
    session.on('message', (_event, method, params) => {
      if (method === 'Debugger.scriptParsed' && params.url.endsWith('.js')) scripts.push(params.url)
      if (method !== 'Page.lifecycleEvent' || params.name !== 'firstContentfulPaint') return
      scripts.push(null)
      resolve()
    })
  })
  for (const command of ['Debugger.enable', 'Page.enable']) void session.sendCommand(command)
  void session.sendCommand('Page.setLifecycleEventsEnabled', { enabled: true })
  return { scripts, painted }
}

/** @param {typeof import('electron')} electron */
function watch({ app }) {
  app.once('browser-window-created', (_event, window) => {
    const listed = process.env.BENCH_LISTS_SCRIPTS ? listScripts(window.webContents) : null
    /** @type {Promise<number>} */
    const shown = new Promise((resolve) => {
      if (window.isVisible()) resolve(now())
      else window.once('show', () => resolve(now()))
    })
    window.webContents.once('dom-ready', async () => {
      const frame = window.webContents.mainFrame
      const paintedAt = Number(await frame.executeJavaScript(inWindow(process.env.BENCH_USABLE ?? 'true')))
      const usableAt = Math.max(paintedAt, await shown)
      await listed?.painted
      const windowScripts = listed?.scripts ?? []
      const mainScripts = Object.keys(loader._cache)
      process.stdout.write(`\n${JSON.stringify({ usableAt, windowScripts, mainScripts })}\n`, () =>
        app.quit(),
      )
    })
  })
}

loader._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest)
  if (request === 'electron' && process.type === 'browser') {
    loader._load = load
    watch(/** @type {typeof import('electron')} */ (loaded))
  }
  return loaded
}
