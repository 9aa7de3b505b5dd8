import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { causeOf, httpHost, plain, send, sendingBytes, serve, startHttpHost } from './support/http-host'

startHttpHost()

test.describe('a limit', () => {
  test('ends a body that is longer', async () => {
    const server = await serve(plain('x'.repeat(1_000_001)))
    expect(await send(server.origin)).toMatchObject({ kind: 'problem', refused: 'too-large', status: 200 })
  })

  test('lets a body of just that length pass', async () => {
    const server = await serve(plain('x'.repeat(1_000_000)))
    expect((await send(server.origin)).kind).toBe('answer')
  })

  test('counts what a small body becomes', async () => {
    const server = await serve(plain(gzipSync(Buffer.alloc(200_000_000)), { 'Content-Encoding': 'gzip' }))
    expect(causeOf(await send(server.origin))).toBe('body-too-large')
  })

  test('ends a body that has no end', async () => {
    const server = await serve((_request, response) => {
      function more(): void {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    })
    expect(causeOf(await send(server.origin))).toBe('body-too-large')
  })

  test('ends headers that are too large', async () => {
    const port = await sendingBytes(`HTTP/1.1 200 OK\r\nX-Large: ${'x'.repeat(300_000)}\r\n\r\n`)
    expect(causeOf(await send(`http://127.0.0.1:${port}`))).toBe('headers-too-large')
  })

  test('ends a wait for headers', async () => {
    const server = await serve(() => undefined)
    expect(causeOf(await send(server.origin, { headersDeadlineMs: 300 }))).toBe('no-answer')
  })

  test('ends a wait for a body after its headers', async () => {
    const server = await serve((_request, response) => {
      // Of another type, Chromium waits for the first bytes to guess a better one.
      response.writeHead(200, { 'Content-Type': 'application/json' }).flushHeaders()
    })
    const outcome = await send(server.origin, { headersDeadlineMs: 600, totalDeadlineMs: 900 })
    expect(causeOf(outcome)).toBe('answer-stalled')
  })

  test('ends a body that comes byte by byte', async () => {
    const server = await serve((_request, response) => {
      const drip = setInterval(() => response.write('x'), 50)
      response.on('close', () => clearInterval(drip))
    })
    expect(causeOf(await send(server.origin, { totalDeadlineMs: 700 }))).toBe('answer-stalled')
  })
})

test.describe('a request that is cancelled', () => {
  test('ends with the reason of the one who cancelled, on the wire as well', async () => {
    let tellClosed: () => void = () => undefined
    const closed = new Promise<void>((resolve) => {
      tellClosed = resolve
    })
    let tellArrived: () => void = () => undefined
    const arrived = new Promise<void>((resolve) => {
      tellArrived = resolve
    })
    const server = await serve((_request, response) => {
      response.once('close', tellClosed)
      tellArrived()
    })
    const sending = send(server.origin, { id: 'to-cancel' })
    await arrived
    await httpHost().app.evaluate(() => globalThis.adapterHost.cancel('to-cancel'))
    expect(await sending).toEqual({ kind: 'thrown', reason: 'cancelled' })
    await closed
  })

  test('inside its body ends as well', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200).write('x'.repeat(10_000))
    })
    const outcome = await send(server.origin, { cancelOnceReceived: true })
    expect(outcome).toEqual({ kind: 'thrown', reason: 'cancelled' })
  })
})
