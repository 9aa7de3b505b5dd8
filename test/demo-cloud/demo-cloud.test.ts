import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import { call, credentialNamed, requestToken, startCloud, tokenFields } from './client'

function occupyPort(): Promise<number> {
  const server = createServer()
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}

describe('startDemoCloud', () => {
  it('gives each service an origin of its own', async () => {
    const { ims, aem, elsewhere } = await startCloud()
    expect(new Set([ims, aem, elsewhere]).size).toBe(3)
    for (const origin of [ims, aem, elsewhere]) expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('puts AEM on the port after that of IMS', async () => {
    const cloud = await startCloud()
    const port = Number(new URL(cloud.ims).port)
    await cloud.close()
    const again = await startCloud({ port })
    expect([again.ims, again.aem]).toEqual([`http://127.0.0.1:${port}`, `http://127.0.0.1:${port + 1}`])
  })

  it('leaves no port open when one of them is taken', async () => {
    const taken = await occupyPort()
    await expect(startDemoCloud({ port: taken })).rejects.toMatchObject({ code: 'EADDRINUSE', port: taken })
    expect((await call(`http://127.0.0.1:${taken + 2}/`)).status).toBeNull()
  })

  it('records what arrives, with headers, body and target as sent', async () => {
    const cloud = await startCloud()
    const fields = tokenFields(credentialNamed(cloud, 'Reader'))
    await requestToken(cloud, fields)
    expect(cloud.requests).toEqual([
      {
        server: 'ims',
        method: 'POST',
        target: '/ims/token/v3',
        headers: expect.objectContaining({ 'content-type': 'application/x-www-form-urlencoded' }),
        body: new URLSearchParams(fields).toString(),
      },
    ])
  })

  it('two clouds know nothing of each other', async () => {
    const [one, two] = [await startCloud(), await startCloud()]
    await requestToken(one, tokenFields(credentialNamed(one, 'Reader')))
    expect([one.requests.length, two.requests.length]).toEqual([1, 0])
  })

  it('sends no CORS headers, as neither Adobe service does without configuration', async () => {
    const cloud = await startCloud()
    const answer = await call(`${cloud.aem}/adobe/assets/x/metadata`, {
      headers: { origin: 'https://www.example.com' },
    })
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
  })
})
