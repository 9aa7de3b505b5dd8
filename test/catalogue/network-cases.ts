import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import type { CauseId } from '../../src/shared/failure-catalogue'
import type { Owner } from '../../src/shared/failure-signal'
import { closedPort } from '../support/closed-port'
import type { CatalogueCase } from './catalogue-case'
import { plainSubject } from './subjects'

/** A server of TCP that does one thing to everybody, for as long as `use` runs. */
async function withTcpServer<T>(
  meet: (socket: Socket) => void,
  use: (port: number) => Promise<T>,
): Promise<T> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    socket.once('data', () => meet(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await use((server.address() as AddressInfo).port)
  } finally {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
}

type Row = [cause: CauseId, owner: Owner, state: string]

/** IMS is a server that does not speak as it should; the first step on the network finds that. */
function withImsAs([cause, owner, state]: Row, meet: (socket: Socket) => void): CatalogueCase {
  return {
    cause,
    owner,
    by: 'local server',
    state,
    finds: [['network', cause]],
    run: ({ cloud, check }) =>
      withTcpServer(meet, (port) =>
        check({ ...plainSubject, imsHost: `http://127.0.0.1:${port}`, aemHost: cloud.aem }),
      ),
  }
}

export const networkCases: readonly CatalogueCase[] = [
  {
    ...withImsAs(['host-refused', 'your-it', 'port that nobody listens on'], () => undefined),
    run: async ({ cloud, check }) =>
      check({ ...plainSubject, imsHost: `http://127.0.0.1:${await closedPort()}`, aemHost: cloud.aem }),
  },
  {
    ...withImsAs(['host-not-found', 'you', 'name that does not exist'], () => undefined),
    run: ({ cloud, check }) =>
      check({ ...plainSubject, imsHost: 'https://nothing.invalid', aemHost: cloud.aem }),
  },
  withImsAs(['connection-lost', 'your-it', 'connection reset'], (socket) => socket.resetAndDestroy()),
  withImsAs(['connection-lost', 'your-it', 'connection closed without an answer'], (socket) => socket.end()),
  withImsAs(['unknown-network', 'your-it', 'answer that is not HTTP'], (socket) =>
    socket.end('220 mail.example ESMTP\r\n'),
  ),
]
