import { createSocket, type Socket } from 'node:dgram'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { electronExecutable, launchAdapterHost } from '../support/adapter-host/launch'
import { makeTempFolder } from '../support/temp-folder'
import { causeOf, networkWordOf, send, startHttpHost } from './support/http-host'
import { needsLinux } from './support/linux'

needsLinux('resolv.conf, of which a process can have one of its own')
test.skip(process.getuid?.() !== 0, 'Needs root, to give a program a resolv.conf of its own')

const folder = makeTempFolder()
const sockets: Socket[] = []
test.afterAll(() => {
  for (const socket of sockets) socket.close()
  folder.remove()
})

/** Codes of RFC 1035 section 4.1.1. */
const responseCodes = { 'says that it failed': 2, 'refuses to answer': 5, 'knows no such name': 3 } as const
type Manner = keyof typeof responseCodes | 'keeps silent'

/** A name server on an address of its own, since programs ask at port 53 alone. */
async function serveNames(address: string, manner: Manner) {
  const socket = createSocket('udp4')
  socket.on('message', (query, { port, address: asker }) => {
    if (manner === 'keeps silent') return
    const answer = Buffer.from(query)
    answer[2] = (answer[2] ?? 0) | 0x80
    answer[3] = ((answer[3] ?? 0) & 0xf0) | responseCodes[manner]
    socket.send(answer, port, asker)
  })
  await new Promise<void>((resolve) => socket.bind(53, address, resolve))
  sockets.push(socket)
}

/** Starts Electron with a resolv.conf that nothing else on this machine sees. */
function launchAsking(address: string) {
  const settings = join(folder.path, `${address}.conf`)
  writeFileSync(settings, `nameserver ${address}\noptions timeout:1 attempts:1\n`)
  const starter = join(folder.path, `${address}.sh`)
  const start = `mount --bind ${settings} /etc/resolv.conf && exec ${electronExecutable()} "$@"`
  writeFileSync(starter, `#!/bin/sh\nexec unshare --mount sh -c '${start}' sh "$@"\n`, { mode: 0o755 })
  return launchAdapterHost(process.env, starter)
}

const manners: readonly [Manner, address: string, word: RegExp, cause: string][] = [
  ['says that it failed', '127.0.0.61', /ERR_NAME_RESOLUTION_FAILED/, 'name-server-failed'],
  ['refuses to answer', '127.0.0.62', /ERR_NAME_RESOLUTION_FAILED/, 'name-server-failed'],
  ['keeps silent', '127.0.0.63', /ERR_DNS_TIMED_OUT|ERR_NAME_RESOLUTION_FAILED/, 'name-server-failed'],
  ['knows no such name', '127.0.0.64', /ERR_NAME_NOT_RESOLVED/, 'host-not-found'],
]

for (const [manner, address, word, cause] of manners) {
  test.describe(`a name server that ${manner}`, () => {
    startHttpHost(async () => {
      await serveNames(address, manner)
      return launchAsking(address)
    })

    test(`is told as ${cause}`, async () => {
      const outcome = await send('https://ims.field.test/')
      expect(networkWordOf(outcome)).toMatch(word)
      expect(causeOf(outcome)).toBe(cause)
    })
  })
}
