import { randomUUID } from 'node:crypto'
import type { UtilityProcess } from 'electron'
import type { KeychainProblem } from '../../shared/result'
import { Failure } from '../failures/failure'
import { createOneAtATime } from '../one-at-a-time'
import { recogniseKeychainProblem } from './keychain-problem'
import type { KeychainCall, KeychainReply } from './keychain-protocol'
import type { SecretStore } from './secret-store'

type Request =
  | Omit<Extract<KeychainCall, { operation: 'set' }>, 'id'>
  | Omit<Extract<KeychainCall, { operation: 'get' | 'delete' }>, 'id'>

type Options = {
  /** Starts the process that loads keytar. */
  start: () => UtilityProcess
  /**
   * Milliseconds until a call counts as hung and its process is ended. A keychain that asks for its password answers
   * only after a person has typed it.
   */
  deadlineMs: number
  /** Milliseconds until a person is told that the keychain has not answered yet. */
  patienceMs: number
  /** Told when a call outlasts `patienceMs`, and when that call has ended. */
  onWaiting: (isWaiting: boolean) => void
  /**
   * Whether this system's keychain answers "no such secret" although it is only locked, as libsecret does; then a
   * trial write tells the two apart.
   */
  hidesLock: boolean
}

function problem(kind: KeychainProblem, detail = ''): Failure {
  return new Failure({ kind: 'keychain', problem: kind, detail })
}

function isAbsence(thrown: unknown): boolean {
  return thrown instanceof Failure && thrown.error.kind === 'keychain' && thrown.error.problem === 'absent'
}

export type Keychain = SecretStore & {
  /** The call under way counts as hung from now on. Nothing happens when there is none. */
  stopWaiting: () => void
  close: () => void
}

/** The OS keychain, reached through a process of its own; see `keychain-process`. One call at a time. */
export function createKeychain(options: Options): Keychain {
  const worker = createWorker(options)
  const queue = createOneAtATime()

  async function refuseIfLocked(): Promise<void> {
    if (!options.hidesLock) return
    const account = `trial-${randomUUID()}`
    await worker.call({ operation: 'set', account, secret: 'trial' })
    await worker.call({ operation: 'delete', account })
  }

  return {
    get: (account) =>
      queue.run(async () => {
        const secret = await worker.call({ operation: 'get', account })
        if (typeof secret === 'string') return secret
        await refuseIfLocked()
        throw problem('secret-missing')
      }),
    set: (account, secret) =>
      queue.run(async () => {
        await worker.call({ operation: 'set', account, secret })
        if ((await worker.call({ operation: 'get', account })) !== secret) throw problem('not-kept')
      }),
    delete: (account) =>
      queue.run(async () => {
        const removed = await worker.call({ operation: 'delete', account })
        if (removed !== true) await refuseIfLocked()
      }),
    stopWaiting: worker.stopWaiting,
    close: worker.end,
  }
}

function createWorker({ start, deadlineMs, patienceMs, onWaiting }: Options) {
  let process: UtilityProcess | null = null
  let giveUp: (() => void) | null = null
  let calls = 0

  function begin(): UtilityProcess {
    const started = start()
    started.on('exit', () => {
      if (process === started) process = null
    })
    process = started
    return started
  }

  function end(): void {
    process?.kill()
    process = null
  }

  function ask(request: Request): Promise<string | null | boolean> {
    return new Promise((resolve, reject) => {
      const running = process ?? begin()
      const id = ++calls
      function finish(): void {
        clearTimeout(timer)
        stopTelling()
        giveUp = null
        running.off('message', onReply)
        running.off('exit', onExit)
      }
      function onReply(reply: KeychainReply): void {
        if (reply.id !== id) return
        finish()
        if (reply.ok) {
          resolve(reply.value)
          return
        }
        const kind = reply.loaded ? recogniseKeychainProblem(reply.message) : 'not-loaded'
        if (kind === 'absent') end()
        reject(problem(kind, reply.message))
      }
      function onExit(code: number): void {
        finish()
        reject(problem('refused', `The keychain process ended with code ${code}.`))
      }
      giveUp = () => {
        finish()
        end()
        reject(problem('hung'))
      }
      const timer = setTimeout(giveUp, deadlineMs)
      const stopTelling = tellAfter(patienceMs, onWaiting)
      running.on('message', onReply)
      running.on('exit', onExit)
      running.postMessage({ ...request, id })
    })
  }

  async function call(request: Request): Promise<string | null | boolean> {
    const isFresh = process === null
    try {
      return await ask(request)
    } catch (thrown) {
      // libsecret goes on asking the keyring that it found first, even when another one has taken its place.
      if (isFresh || !isAbsence(thrown)) throw thrown
      return ask(request)
    }
  }

  return { call, end, stopWaiting: () => giveUp?.() }
}

/** Returns the way to take it back: told of before it was due, nothing is told at all. */
function tellAfter(ms: number, tell: (isSo: boolean) => void): () => void {
  let wasTold = false
  const timer = setTimeout(() => {
    wasTold = true
    tell(true)
  }, ms)
  return () => {
    clearTimeout(timer)
    if (wasTold) tell(false)
  }
}
