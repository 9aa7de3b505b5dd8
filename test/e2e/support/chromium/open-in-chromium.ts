import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type ElectronApplication, type Page } from '@playwright/test'
import * as v from 'valibot'
import { connectTo, type Fetched, type Order, type WindowOrder } from './bridge'

const projectFolder = resolve(__dirname, '../../../..')

/** In Chromium the program's own scheme would not be one; its handler answers for this origin instead. */
const ownOrigin = 'app://bundle'
const servedAt = 'https://bundle.test'

const fetchedSchema = v.object({
  status: v.number(),
  headers: v.record(v.string(), v.string()),
  body: v.instance(Uint8Array),
})

/**
 * Opens the built program without Electron: its main part on Node, its window as a page of the Chromium that `CHROMIUM` names,
 * with the real preload script, scheme handler and handlers of operations between the two.
 */
export async function openInChromium(
  words: readonly string[],
  env: Record<string, string>,
): Promise<{ app: ElectronApplication; page: Page }> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? 'chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: servedAt })
  const page = await context.newPage()

  const host = fork(join(__dirname, 'host.ts'), words, {
    env,
    execArgv: ['--import', 'tsx'],
    // Keeps typed arrays what they are.
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const complaints: string[] = []
  host.stderr?.setEncoding('utf8').on('data', (text: string) => complaints.push(text))
  const ask = connectTo(host, (order) => {
    lastOrder = lastOrder.then(() => carryOut(page, order)).catch(() => undefined)
  })
  let lastOrder = connectPage(page, ask)
  await Promise.race([
    page.waitForURL(`${servedAt}/**`),
    once(host, 'exit').then(() => Promise.reject(new Error(`The program ended: ${complaints.join('')}`))),
  ])

  const app = {
    evaluate: async (run: unknown, argument: unknown) => {
      const value = await ask({ kind: 'evaluate', source: String(run), argument })
      await lastOrder
      return value
    },
    process: () => host,
    close: async () => {
      await browser.close()
      if (host.exitCode !== null) return
      const ended = once(host, 'exit')
      await ask({ kind: 'quit' }).catch(() => undefined)
      await ended
    },
  }
  // What tests of screens use of a program's Electron is here; anything else is missing at once.
  return { app: app as unknown as ElectronApplication, page }
}

/** Gives the page its files, and its bridge to the main part. */
async function connectPage(page: Page, ask: (order: Order) => Promise<unknown>): Promise<void> {
  await page.route(`${servedAt}/**`, async (route) => {
    const url = route.request().url().replace(servedAt, ownOrigin)
    const { status, headers, body }: Fetched = v.parse(
      fetchedSchema,
      await ask({ kind: 'fetch', url, method: route.request().method() }),
    )
    await route.fulfill({ status, headers, body: Buffer.from(body) })
  })
  await page.exposeFunction('invokeInMain', (channel: string, input: readonly unknown[]) =>
    ask({ kind: 'invoke', channel, input }),
  )
  await page.addInitScript(preloadForPage())
  page.on('load', () => void ask({ kind: 'loaded' }).catch(() => undefined))
}

function preloadForPage(): string {
  const preload = readFileSync(join(projectFolder, 'out/preload/index.js'), 'utf8')
  return `(() => {
    const listeners = new Map()
    const of = (channel) => listeners.get(channel) ?? listeners.set(channel, new Set()).get(channel)
    const electron = {
      contextBridge: { exposeInMainWorld: (name, api) => { window[name] = api } },
      ipcRenderer: {
        invoke: (channel, ...input) => window.invokeInMain(channel, input),
        on: (channel, listen) => of(channel).add(listen),
        off: (channel, listen) => of(channel).delete(listen),
      },
      webUtils: { getPathForFile: () => '' },
    }
    window.receiveFromMain = (channel, message) => {
      for (const listen of of(channel)) listen({}, message)
    }
    ;(function (require) {
      ${preload}
    })(() => electron)
  })()`
}

async function carryOut(page: Page, order: WindowOrder): Promise<void> {
  switch (order.kind) {
    case 'load':
      return void (await page.goto(order.url.replace(ownOrigin, servedAt)))
    case 'send':
      return page.evaluate(
        ({ channel, message }) => Reflect.get(globalThis, 'receiveFromMain')(channel, message),
        order,
      )
    case 'resize':
      return page.setViewportSize(order)
    case 'copy':
      return page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(order.text)})`)
  }
}
