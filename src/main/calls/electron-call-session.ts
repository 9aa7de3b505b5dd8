import { app, type Session, session } from 'electron'
import { answerWithin } from './answer-within'
import { HttpProblem, type SendHttp } from './http'

export type CallSession = {
  /** Without cache and cookies. Do not cache it: a new one replaces it when Chromium's network process dies. */
  current: () => Session
  /** Whether the network process has died since a call got `used`; Electron reports that a moment after the call failed. */
  isLost: (used: Session, signal: AbortSignal) => Promise<boolean>
}

/** Of the process that does all of Chromium's networking. */
const networkService = 'network.mojom.NetworkService'

const lossIsToldWithinMs = 1_000

/**
 * The session of all calls. When the network process dies, Chromium starts it again, but a session goes on speaking to the one
 * that is no more, and every call of it fails: from then on the calls have a new one.
 */
export function openCallSession(): CallSession {
  let count = 0
  function open(): Session {
    count += 1
    return session.fromPartition(count === 1 ? 'calls' : `calls-${count}`, { cache: false })
  }
  let current = open()
  const waiting: (() => void)[] = []
  app.on('child-process-gone', (_event, { serviceName }) => {
    if (serviceName !== networkService) return
    current = open()
    for (const tell of waiting.splice(0)) tell()
  })
  return {
    current: () => current,
    isLost: async (used, signal) => {
      if (used !== current) return true
      const told = new Promise<true>((resolve) => waiting.push(() => resolve(true)))
      return (await answerWithin(lossIsToldWithinMs, told, signal)) ?? false
    },
  }
}

/** How Chromium tells of a call whose network process died, among other things. */
const unnamedFailure = 'net::ERR_FAILED'

/** Sends a read once more that ended because the network process died. A write may have arrived: its caller decides. */
export function sendReadsAgain(send: SendHttp, { current, isLost }: CallSession): SendHttp {
  return async (request) => {
    const used = current()
    try {
      return await send(request)
    } catch (thrown) {
      const mayBeLost = thrown instanceof HttpProblem && thrown.network === unnamedFailure
      if (!mayBeLost || request.method !== 'GET' || !(await isLost(used, request.signal))) throw thrown
      return send(request)
    }
  }
}
