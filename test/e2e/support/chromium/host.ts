/*
 * The main part of the built program on plain Node, started by open-in-chromium.ts. It does what it does in Electron; what
 * it asks Electron for comes from a stand-in.
 */
import Module, { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Asked, Fetched, Order, Reply, WindowOrder } from './bridge'
import { createElectronStandIn, type ProtocolAnswer } from './electron-stand-in'

const projectFolder = resolve(__dirname, '../../../..')
const load = createRequire(__filename)

function tellWindow(order: WindowOrder): void {
  process.send?.(order)
}

const { electron, protocols, handlers } = createElectronStandIn({
  projectFolder,
  words: process.argv.slice(2),
  tellWindow,
})

/** Whoever asks for `electron` gets the stand-in: the package itself only knows where a binary lies. */
const place = load.resolve('electron')
const standIn = new Module(place)
load.cache[place] = Object.assign(standIn, { exports: electron, loaded: true })

const trustedFrame = { parent: null, origin: 'app://bundle', url: 'app://bundle/index.html' }

async function answer(order: Order): Promise<unknown> {
  switch (order.kind) {
    case 'fetch':
      return fetchFromScheme(order.url, order.method)
    case 'invoke': {
      const handler = handlers.get(order.channel)
      if (!handler) throw new Error(`No handler for ${order.channel}`)
      return handler({ senderFrame: trustedFrame }, ...order.input)
    }
    case 'evaluate': {
      const run: unknown = new Function(`return (${order.source})`)()
      return typeof run === 'function' ? run(electron, order.argument) : run
    }
    case 'loaded':
      for (const window of electron.BrowserWindow.getAllWindows()) {
        window.webContents.emit('did-finish-load')
        window.emit('ready-to-show')
      }
      return undefined
    case 'quit':
      return electron.app.quit()
  }
}

function fetchFromScheme(url: string, method: string): Promise<Fetched> {
  const handler = protocols.get('app')
  if (!handler) throw new Error('The program serves no scheme')
  return new Promise((done) => {
    handler({ url, method }, ({ statusCode = 200, headers = {}, data }: ProtocolAnswer) =>
      done({ status: data === undefined ? 404 : statusCode, headers, body: data ?? new Uint8Array() }),
    )
  })
}

process.on('message', ({ id, order }: Asked) => {
  answer(order).then(
    (value) => process.send?.({ id, value } satisfies Reply),
    (error: unknown) => {
      process.stderr.write(`${order.kind}: ${error instanceof Error ? error.stack : String(error)}\n`)
      process.send?.({ id, error: String(error) } satisfies Reply)
    },
  )
})

load(join(projectFolder, 'out/main/index.js'))
