import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Program } from './support/program'
import { test } from './support/test'

/** What a script that got into the page could try; each in a window of its own, for some attempts end it. */
async function openHostile(open: (options: { provokes: boolean }) => Promise<Program>): Promise<Program> {
  const program = await open({ provokes: true })
  await expect(program.window.button('Try the demo')).toBeVisible()
  return program
}

/** Not by Playwright's page, which is taken away together with the one that it knew. */
function inPage({ app }: Program, expression: string): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript(code)
        .catch(() => null),
    expression,
  )
}

async function expectOwnPage(program: Program): Promise<void> {
  await expect
    .poll(() => inPage(program, '[location.href, document.querySelector("main button")?.textContent]'))
    .toEqual(['app://bundle/index.html', 'Try the demo'])
}

test.describe('a page that wants to leave', () => {
  for (const [way, expression] of [
    ['to an empty page', 'void (location.href = "about:blank")'],
    ['to an empty page, in its place', 'location.replace("about:blank#x")'],
    [
      'to an empty page, by a link',
      'Object.assign(document.createElement("a"), { href: "about:blank" }).click()',
    ],
    ['to one of its own making', 'void (location.href = "about:srcdoc")'],
    [
      'to a blob',
      'void (location.href = URL.createObjectURL(new Blob(["elsewhere"], { type: "text/html" })))',
    ],
  ] as const) {
    test(`is back at once: ${way}`, async ({ open }) => {
      const program = await openHostile(open)
      await program.app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.on('did-start-navigation', () => Object.assign(globalThis, { hasMoved: true }))
      })
      await inPage(program, expression)
      await expect.poll(() => program.app.evaluate(() => Reflect.get(globalThis, 'hasMoved'))).toBe(true)
      await expectOwnPage(program)
    })
  }

  test('gets no answer from where it went', async ({ open }) => {
    const program = await openHostile(open)
    const answer = await program.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return new Promise((resolve) => {
        contents?.on('did-navigate', (_event, url) => {
          if (!url.startsWith('about:')) resolve('none before it was back')
          const call =
            'window.desktop.listConnections().then(() => location.href + " was answered", (error) => String(error))'
          // By the frame: the contents would wait until the page is back.
          contents.mainFrame.executeJavaScript(call).then(resolve, resolve)
        })
        void contents?.executeJavaScript('void (location.href = "about:blank")')
      })
    })
    expect(String(answer)).not.toContain('was answered')
  })

  for (const [what, source] of [
    ['an empty frame', undefined],
    ['a frame with an empty page', 'about:blank'],
    ['a frame of its own making', 'about:srcdoc'],
    ['a frame with a page from elsewhere', 'https://elsewhere.invalid/'],
  ] as const) {
    test(`is loaded anew without ${what}`, async ({ open }) => {
      const program = await openHostile(open)
      const frame = `Object.assign(document.createElement('iframe'), ${JSON.stringify({ src: source })})`
      await inPage(program, `document.body.append(${frame})`)
      await expect.poll(() => inPage(program, 'document.querySelectorAll("iframe").length')).toBe(0)
      await expectOwnPage(program)
    })
  }
})

test.describe('a page that wants to reach somebody', () => {
  test('does not by WebRTC, neither by UDP nor by TCP', async ({ open }) => {
    const arrived: string[] = []
    const udp = createSocket('udp4').on('message', () => arrived.push('UDP'))
    const tcp = createServer((socket) => {
      arrived.push('TCP')
      socket.destroy()
    })
    udp.bind(0, '127.0.0.1')
    tcp.listen(0, '127.0.0.1')
    await Promise.all([once(udp, 'listening'), once(tcp, 'listening')])
    const address = tcp.address()
    const tcpPort = address !== null && typeof address === 'object' ? address.port : 0
    const servers = [
      { urls: `stun:127.0.0.1:${udp.address().port}` },
      { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'a', credential: 'b' },
    ]
    const program = await openHostile(open)
    const found = await inPage(
      program,
      `(async () => {
        const connection = new RTCPeerConnection({ iceServers: ${JSON.stringify(servers)} })
        const candidates = []
        connection.onicecandidate = ({ candidate }) => candidate && candidates.push(candidate.candidate)
        connection.createDataChannel('x')
        await connection.setLocalDescription(await connection.createOffer())
        await new Promise((resolve) => {
          connection.onicegatheringstatechange = () => connection.iceGatheringState === 'complete' && resolve()
        })
        return candidates.filter((candidate) => candidate !== '')
      })()`,
    )
    udp.close()
    tcp.close()
    expect({ found, arrived }).toEqual({ found: [], arrived: [] })
  })

  test('does not by a connection that is opened ahead, nor by asking for a name', async ({
    open,
    userData,
  }) => {
    const record = join(userData, 'network.json')
    const program = await open({ provokes: true, switches: [`--log-net-log=${record}`] })
    await expect(program.window.button('Try the demo')).toBeVisible()
    await inPage(
      program,
      `for (const rel of ['dns-prefetch', 'preconnect', 'prefetch', 'preload', 'prerender'])
        document.head.append(Object.assign(document.createElement('link'), { rel, href: 'https://' + rel + '-canary.test' }))`,
    )
    await inPage(program, 'new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))')
    await program.close()
    expect(existsSync(record)).toBe(true)
    expect(readFileSync(record, 'utf8')).not.toContain('dns-prefetch-canary.test')
    expect(readFileSync(record, 'utf8')).not.toContain('preconnect-canary.test')
  })
})

test('a page that wants to save a file gets none', async ({ open, userData }) => {
  const program = await openHostile(open)
  await program.app.evaluate(({ session }, folder) => {
    session.defaultSession.setDownloadPath(folder)
    session.defaultSession.on('will-download', (event, item) => {
      item.setSavePath(`${folder}/canary.exe`)
      Object.assign(globalThis, { wasRefused: event.defaultPrevented })
    })
  }, userData)
  await inPage(
    program,
    `Object.assign(document.createElement('a'),
      { href: URL.createObjectURL(new Blob(['canary'])), download: 'canary.exe' }).click()`,
  )
  await expect.poll(() => program.app.evaluate(() => Reflect.get(globalThis, 'wasRefused'))).toBe(true)
  expect(existsSync(join(userData, 'canary.exe'))).toBe(false)
})
