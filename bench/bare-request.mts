import type { ElectronApplication } from '@playwright/test'

/**
 * Milliseconds that a request of an asset's metadata takes in our main process with nothing around it: the same network
 * stack, session, address and headers, until the body is there.
 */
export function bareRequestMs(app: ElectronApplication, address: string): Promise<number> {
  return app.evaluate(
    ({ net, session }, url) =>
      new Promise<number>((resolve, reject) => {
        const startedAt = performance.now()
        const call = net.request({
          url,
          session: session.fromPartition('calls', { cache: false }),
          credentials: 'omit',
          useSessionCookies: false,
        })
        call.setHeader('Accept', 'application/json')
        call.setHeader('Authorization', 'Bearer bench')
        call.setHeader('X-Api-Key', 'bench')
        call.setHeader('X-Adobe-Accept-Experimental', '1')
        call.on('error', reject)
        call.on('response', (message) => {
          const chunks: Buffer[] = []
          message.on('data', (chunk) => chunks.push(chunk))
          message.on('end', () => {
            Buffer.concat(chunks)
            resolve(performance.now() - startedAt)
          })
        })
        call.end()
      }),
    address,
  )
}
