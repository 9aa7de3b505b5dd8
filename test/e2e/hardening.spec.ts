import { expect } from '@playwright/test'
import type { DesktopApi } from '../../src/shared/contract'
import { startTestServer, type TestServer } from '../support/test-server'
import type { Program } from './support/program'
import { test } from './support/test'

let server: TestServer
let program: Program

/** One window for all of them: whatever is tried, it has to stay what it is. */
test.beforeAll(async ({ programs }) => {
  server = await startTestServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>elsewhere</h1>')
  })
  program = await programs.open({ provokes: true })
  await expect(program.window.button('Try the demo')).toBeVisible()
})

test.afterAll(async () => {
  await program.close()
  await server.close()
})

test.beforeEach(() => {
  server.seen.length = 0
})

function inPage(expression: string): Promise<unknown> {
  return program.page.evaluate(expression)
}

/** What came of the attempt is seen only after page and program have had their turn. */
async function expectSamePage(): Promise<void> {
  await inPage('new Promise((resolve) => setTimeout(resolve))')
  await expect
    .poll(() =>
      program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isLoading()),
    )
    .toBe(false)
  const shown = await inPage('[location.href, document.querySelector("main button")?.textContent]')
  expect(shown).toEqual(['app://bundle/index.html', 'Try the demo'])
}

function countWindows() {
  return program.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
}

test.describe('the bridge', () => {
  test('offers the operations of the contract and nothing else', async () => {
    const offered = await inPage('Object.keys(window.desktop).sort()')
    const served = await program.app.evaluate(({ ipcMain }) => {
      const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers')
      return handlers instanceof Map ? [...handlers.keys()].map(String) : []
    })
    const events = [
      'onProgress',
      'onCheckStep',
      'onAssetsProgress',
      'onBulkProgress',
      'onSearchProgress',
      'onKeychainWaiting',
      'onActionChosen',
      'onCopyChosen',
      'onLinkOpened',
      'onChangedElsewhere',
      'onUpdatesChanged',
    ] satisfies (keyof DesktopApi)[]
    expect(offered).toEqual([...served, ...events].sort())
  })

  test('offers functions only', async () => {
    expect(
      await inPage('Object.values(window.desktop).every((member) => typeof member === "function")'),
    ).toBe(true)
  })

  test('does not give the page what it works with', async () => {
    expect(
      await inPage(
        '["ipcRenderer", "electron", "process", "require", "module", "Buffer"].filter((name) => name in window)',
      ),
    ).toEqual([])
  })

  test('works on when the page has replaced what JavaScript brings', async ({ open }) => {
    const { page } = await open({ provokes: true })
    const seen = await page.evaluate(`(async () => {
      let calls = 0
      const spy = (owner, name) => {
        const original = owner[name]
        owner[name] = function (...words) { calls += 1; return Reflect.apply(original, this, words) }
      }
      spy(JSON, 'parse'); spy(JSON, 'stringify'); spy(Array.prototype, 'push'); spy(Object, 'assign')
      const answer = window.desktop.listConnections()
      const during = calls
      return { ok: (await answer).ok, during }
    })()`)
    expect(seen).toEqual({ ok: true, during: 0 })
  })
})

test.describe('a page of another origin', () => {
  test('gets no answer from any operation', async () => {
    const answers = await program.app.evaluate(async ({ ipcMain }, origin) => {
      const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers')
      if (!(handlers instanceof Map)) return []
      const frames = [
        null,
        { origin, parent: null },
        { origin: 'app://bundle.evil', parent: null },
        { origin: 'app://bundle', parent: {} },
      ]
      const calls = [...handlers.values()].flatMap((handle) =>
        frames.map(async (senderFrame) => {
          try {
            // Electron hands an answer on by `_reply`, and throws what the handler throws by `_throw`.
            let outcome = 'none'
            await handle(
              {
                senderFrame,
                _reply: () => {
                  outcome = 'answered'
                },
                _throw: () => {
                  outcome = 'refused'
                },
              },
              undefined,
            )
            return outcome === 'none' ? 'answered' : outcome
          } catch {
            return 'refused'
          }
        }),
      )
      return Promise.all(calls)
    }, server.origin)
    expect(answers.length).toBeGreaterThan(40)
    expect([...new Set(answers)]).toEqual(['refused'])
  })

  test('gets no answer, even in a window with the same bridge', async () => {
    const answer = await program.app.evaluate(async ({ BrowserWindow, app }, url) => {
      const preload = `${app.getAppPath()}/out/preload/index.js`
      // The window's own session reaches nobody.
      const window = new BrowserWindow({ show: false, webPreferences: { preload, partition: 'elsewhere' } })
      await window.loadURL(url)
      const code = 'window.desktop.listConnections().then(() => "answered", (error) => String(error))'
      const heard: unknown = await window.webContents.executeJavaScript(code)
      window.destroy()
      return String(heard)
    }, server.origin)
    expect(answer).toContain('Refused listConnections')
  })
})

test.describe('the window', () => {
  test('runs with every switch as it has to be', async () => {
    const preferences = await program.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      // Not in Electron's types, though in its documentation of tests.
      return contents && Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, [])
    })
    expect(preferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    })
  })

  for (const [way, expression] of [
    ['by its location', 'void (location.href = "TARGET")'],
    ['by replacing it', 'location.replace("TARGET")'],
    ['to a file', 'void (location.href = "file:///etc/hostname")'],
    ['to data', 'void (location.href = "data:text/html,<h1>elsewhere</h1>")'],
    ['to another host of its own scheme', 'void (location.href = "app://bundle.evil/index.html")'],
    ['by a link', 'Object.assign(document.createElement("a"), { href: "TARGET" }).click()'],
    [
      'by a refresh',
      'void (document.head.append(Object.assign(document.createElement("meta"), { httpEquiv: "refresh", content: "0;url=TARGET" })))',
    ],
    [
      'by a form',
      '(() => { const form = Object.assign(document.createElement("form"), { action: "TARGET" }); document.body.append(form); form.submit(); form.remove() })()',
    ],
  ] as const) {
    test(`stays where it is: ${way}`, async () => {
      await inPage(expression.replace('TARGET', server.origin))
      await expectSamePage()
      expect(server.seen).toEqual([])
    })
  }

  for (const [way, expression] of [
    ['window.open', 'void window.open("TARGET")'],
    [
      'a link with a target',
      'Object.assign(document.createElement("a"), { href: "TARGET", target: "_blank", rel: "opener" }).click()',
    ],
    [
      'a webview',
      'void document.body.append(Object.assign(document.createElement("webview"), { src: "TARGET" }))',
    ],
  ] as const) {
    test(`opens no other page: ${way}`, async () => {
      const before = await countWindows()
      await inPage(expression.replace('TARGET', server.origin))
      await expectSamePage()
      expect(await countWindows()).toBe(before)
      expect(server.seen).toEqual([])
    })
  }

  test('has no permission', async () => {
    const states = await inPage(`Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi', 'background-sync',
        'accelerometer', 'persistent-storage', 'idle-detection'].map((name) =>
        navigator.permissions.query({ name }).then(({ state }) => state, () => 'unknown')))`)
    expect(states).not.toContain('granted')
    expect(await inPage('Notification.requestPermission()')).toBe('denied')
    const devices =
      'navigator.mediaDevices.getUserMedia({ audio: true }).then(() => "given", (error) => error.name)'
    expect(await inPage(devices)).not.toBe('given')
  })

  test('knows no Node', async () => {
    expect(await inPage('[typeof require, typeof process, typeof module, typeof Buffer]')).toEqual(
      Array(4).fill('undefined'),
    )
  })
})

test.describe('the policy of the page', () => {
  /** Refuses most before anything else has to. */
  const trustedTypes = 'require-trusted-types-for'
  function violations(attempt: string): Promise<unknown> {
    return inPage(`new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), { once: true })
      const target = ${JSON.stringify(server.origin)};
      try { ${attempt} } catch {}
    })`)
  }

  for (const [what, directive, attempt] of [
    [
      'a script in the page',
      trustedTypes,
      'const script = document.createElement("script"); script.append("window.wasRun = true"); document.body.append(script)',
    ],
    [
      'code from text',
      trustedTypes,
      'setTimeout(() => { try { (0, eval)("window.wasRun = true") } catch {} })',
    ],
    [
      'a handler in an attribute',
      trustedTypes,
      'document.body.setAttribute("onclick", "window.wasRun = true"); document.body.click()',
    ],
    [
      'a picture from elsewhere',
      'img-src',
      'document.body.append(Object.assign(new Image(), { src: target }))',
    ],
    ['a call to elsewhere', 'connect-src', 'fetch(target).catch(() => {})'],
    ['a socket to elsewhere', 'connect-src', 'new WebSocket(target.replace("http", "ws"))'],
    [
      'a style from elsewhere',
      'style-src-elem',
      'document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: target }))',
    ],
    [
      'an object from elsewhere',
      trustedTypes,
      'document.body.append(Object.assign(document.createElement("object"), { data: target }))',
    ],
    [
      'another base',
      'base-uri',
      'document.head.append(Object.assign(document.createElement("base"), { href: target }))',
    ],
    ['text as markup', trustedTypes, 'document.createElement("div").innerHTML = "<img src=x>"'],
  ] as const) {
    test(`refuses ${what}`, async () => {
      expect(await violations(attempt)).toBe(directive)
      expect(await inPage('"wasRun" in window')).toBe(false)
      expect(server.seen).toEqual([])
    })
  }

  test('comes with every answer of the program’s own scheme', async () => {
    const policies =
      await inPage(`Promise.all(['/index.html', ...[...document.querySelectorAll('script[src],link[href]')]
      .map((element) => new URL(element.src ?? element.href)).filter(({ protocol }) => protocol === 'app:')
      .map(({ pathname }) => pathname)])`)
    const found = await program.app.evaluate(async ({ net }, paths) => {
      const answers = (Array.isArray(paths) ? paths : []).map((path) => net.fetch(`app://bundle${path}`))
      return (await Promise.all(answers)).map(({ headers }) => headers.get('content-security-policy') ?? '')
    }, policies)
    expect(found.length).toBeGreaterThan(1)
    expect(
      found.filter((policy) => !policy.startsWith("default-src 'none'") || policy.includes('unsafe')),
    ).toEqual([])
  })
})
