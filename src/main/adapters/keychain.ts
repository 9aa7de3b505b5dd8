import { randomUUID } from 'node:crypto'
import type { UtilityProcess } from 'electron'
import type { KeychainProblem } from '../../shared/result'
import { Failure } from '../failure'
import type { KeychainCall, KeychainReply } from '../keychain-process/protocol'
import type { SecretStore } from '../services/secret-store'
import { recogniseKeychainProblem } from './keychain-problem'

type Request =
  | Omit<Extract<KeychainCall, { operation: 'set' }>, 'id'>
  | Omit<Extract<KeychainCall, { operation: 'get' | 'delete' }>, 'id'>

type Options = {
  /** Starts the process that loads keytar. */
  start: () => UtilityProcess
  /** Milliseconds until a call counts as hung and its process is ended. */
  deadlineMs: number
  /**
   * Whether this system's keychain answers "no such secret" although it is only locked, as libsecret does; then a
   * trial write tells the two apart.
   */
  hidesLock: boolean
}

const problem = (kind: KeychainProblem, detail = ''): Failure =>
  new Failure({ kind: 'keychain', problem: kind, detail })

/** The OS keychain, reached through a process of its own; see `keychain-process`. One call at a time. */
export const createKeychain = (options: Options): SecretStore & { close: () => void } => {
  const worker = createWorker(options)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }

  const refuseIfLocked = async (): Promise<void> => {
    if (!options.hidesLock) return
    const account = `trial-${randomUUID()}`
    await worker.call({ operation: 'set', account, secret: 'trial' })
    await worker.call({ operation: 'delete', account })
  }

  return {
    get: (account) =>
      inTurn(async () => {
        const secret = await worker.call({ operation: 'get', account })
        if (typeof secret === 'string') return secret
        await refuseIfLocked()
        throw problem('secret-missing')
      }),
    set: (account, secret) =>
      inTurn(async () => {
        await worker.call({ operation: 'set', account, secret })
        if ((await worker.call({ operation: 'get', account })) !== secret) throw problem('not-kept')
      }),
    delete: (account) =>
      inTurn(async () => {
        const removed = await worker.call({ operation: 'delete', account })
        if (removed !== true) await refuseIfLocked()
      }),
    close: worker.end,
  }
}

const createWorker = ({ start, deadlineMs }: Options) => {
  let process: UtilityProcess | null = null
  let calls = 0

  const begin = (): UtilityProcess => {
    const started = start()
    started.on('exit', () => {
      if (process === started) process = null
    })
    process = started
    return started
  }

  const end = (): void => {
    process?.kill()
    process = null
  }

  const call = (request: Request): Promise<string | null | boolean> =>
    new Promise((resolve, reject) => {
      const running = process ?? begin()
      const id = ++calls
      const finish = (): void => {
        clearTimeout(timer)
        running.off('message', onReply)
        running.off('exit', onExit)
      }
      const onReply = (reply: KeychainReply): void => {
        if (reply.id !== id) return
        finish()
        if (reply.ok) {
          resolve(reply.value)
          return
        }
        const kind = reply.loaded ? recogniseKeychainProblem(reply.message) : 'not-loaded'
        // libsecret goes on asking the keyring that it found first, even when another one has taken its place.
        if (kind === 'absent') end()
        reject(problem(kind, reply.message))
      }
      const onExit = (code: number): void => {
        finish()
        reject(problem('refused', `The keychain process ended with code ${code}.`))
      }
      const timer = setTimeout(() => {
        finish()
        end()
        reject(problem('hung'))
      }, deadlineMs)
      running.on('message', onReply)
      running.on('exit', onExit)
      running.postMessage({ ...request, id })
    })

  return { call, end }
}
