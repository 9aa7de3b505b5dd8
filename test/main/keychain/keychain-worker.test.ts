import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import { createKeychainWorker, type KeychainProcess } from '../../../src/main/keychain/keychain-worker'
import { errorOf } from '../../support/failures'

/** A process of Electron that ends by an error of V8, as soon as it is asked: that comes as `error`, and then as `exit`. */
function startBroken(): KeychainProcess {
  const broken = Object.assign(new EventEmitter(), {
    kill: () => true,
    postMessage: () => {
      setImmediate(() => {
        broken.emit('error', 'FatalError', 'v8', '')
        broken.emit('exit', 133)
      })
    },
  })
  return broken as unknown as KeychainProcess
}

it('a keychain process that breaks takes one call along, and not the program', async () => {
  const worker = createKeychainWorker({
    start: startBroken,
    patienceMs: 10_000,
    onWaiting: () => undefined,
  })
  const call = worker.call({ operation: 'get', account: 'a' }, new AbortController().signal)
  expect(await errorOf(call)).toMatchObject({ kind: 'keychain', problem: 'refused' })
})
