import type { UtilityProcess } from 'electron'
import type { KeychainProblem } from '../../shared/result'
import { Failure } from '../failures/failure'
import { recogniseKeychainProblem } from './keychain-problem'
import type { KeychainCall, KeychainReply } from './keychain-protocol'

export type KeychainRequest =
  | Omit<Extract<KeychainCall, { operation: 'set' }>, 'id'>
  | Omit<Extract<KeychainCall, { operation: 'get' | 'delete' }>, 'id'>

/** What this side needs of the process that loads keytar. */
export type KeychainProcess = Pick<UtilityProcess, 'on' | 'off' | 'kill' | 'postMessage'>

export type KeychainWorkerOptions = {
  /** Starts the process that loads keytar. */
  start: () => KeychainProcess
  /** Milliseconds until a person is told that the keychain has not answered yet. */
  patienceMs: number
  /** Told when a call outlasts `patienceMs`, and when that call has ended. */
  onWaiting: (isWaiting: boolean) => void
}

export type KeychainWorker = {
  /**
   * Sends one call to the process, which is started if need be. Aborted, it ends the process: nothing else ends a call that
   * libsecret waits for. To be called one at a time.
   */
  call: (request: KeychainRequest, signal: AbortSignal) => Promise<string | null | boolean>
  end: () => void
}

export function keychainFailure(problem: KeychainProblem, detail = ''): Failure {
  return new Failure({ kind: 'keychain', problem, detail })
}

export function isKeychainFailure(thrown: unknown, problem: KeychainProblem): boolean {
  return thrown instanceof Failure && thrown.error.kind === 'keychain' && thrown.error.problem === problem
}

/** The process that loads keytar, seen from this side; started when it is needed, and again when it has ended. */
export function createKeychainWorker({
  start,
  patienceMs,
  onWaiting,
}: KeychainWorkerOptions): KeychainWorker {
  let process: KeychainProcess | null = null
  let calls = 0

  function begin(): KeychainProcess {
    const started = start()
    started.on('exit', () => {
      if (process === started) process = null
    })
    // Of V8, since Electron 45; it is followed by `exit`. Without a listener it would be an exception of this process.
    started.on('error', () => undefined)
    process = started
    return started
  }

  function end(): void {
    process?.kill()
    process = null
  }

  function ask(request: KeychainRequest, signal: AbortSignal): Promise<string | null | boolean> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const running = process ?? begin()
      const id = ++calls
      function finish(): void {
        stopTelling()
        signal.removeEventListener('abort', onAbort)
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
        reject(keychainFailure(kind, reply.message))
      }
      function onExit(code: number): void {
        finish()
        reject(keychainFailure('refused', `The keychain process ended with code ${code}.`))
      }
      function onAbort(): void {
        finish()
        end()
        reject(signal.reason)
      }
      const stopTelling = tellAfter(patienceMs, onWaiting)
      signal.addEventListener('abort', onAbort)
      running.on('message', onReply)
      running.on('exit', onExit)
      running.postMessage({ ...request, id })
    })
  }

  return {
    call: async (request, signal) => {
      const isFresh = process === null
      try {
        return await ask(request, signal)
      } catch (thrown) {
        // libsecret goes on asking the keyring that it found first, even when another one has taken its place.
        if (isFresh || !isKeychainFailure(thrown, 'absent')) throw thrown
        return ask(request, signal)
      }
    },
    end,
  }
}

/** Returns a function that takes it back before it was sent. */
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
