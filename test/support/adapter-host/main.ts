import { join } from 'node:path'
import { app, session, type UtilityProcess, utilityProcess } from 'electron'
import type { CallRules } from '../../../src/main/calls/call-rules'
import { openCallSession } from '../../../src/main/calls/electron-call-session'
import { createElectronHttp } from '../../../src/main/calls/electron-http'
import { HttpProblem, type HttpRequest, type SendHttp } from '../../../src/main/calls/http'
import { cancelled, Failure } from '../../../src/main/failures/failure'
import { createKeychain, type Keychain } from '../../../src/main/keychain/keychain'
import { registerAppScheme, serveAppScheme } from '../../../src/main/program/app-scheme'
import { createClipboard } from '../../../src/main/program/clipboard'
import { openSystemClipboard } from '../../../src/main/program/system-clipboard'
import type { AdapterHost, HttpOutcome, KeychainOutcome, NetworkAsked } from './adapter-host'

/*
 * A program with nothing but our adapters, for tests to drive: what these do depends on Electron, so that no test in
 * Node can tell.
 */
const cancelling = new Map<string, AbortController>()
let keychainProcess: UtilityProcess | null = null
let keychain: Keychain | null = null
let isKeychainWaiting = false
let http: SendHttp | null = null
const systemClipboard = openSystemClipboard()
const secretClipboard = createClipboard(systemClipboard)

/** What a test has set, in place of the user. */
let network: NetworkAsked = { proxy: null, authorities: [], login: null, certificate: null }
const rules: CallRules = {
  read: async () => network,
  proxyLogin: async () => network.login,
  noteRefusedLogin: () => undefined,
  clientCertificate: async () => network.certificate,
}
const callSession = openCallSession(rules)

async function outcomeOf(work: Promise<HttpOutcome>): Promise<HttpOutcome> {
  try {
    return await work
  } catch (thrown) {
    if (!(thrown instanceof HttpProblem)) return { kind: 'thrown', reason: String(thrown) }
    const { network, refused, target, status } = thrown
    return { kind: 'problem', network, refused, target, status }
  }
}

/** One for all calls, as the program has it. */
function sendHttp(request: HttpRequest) {
  http ??= createElectronHttp(callSession, rules)
  return http(request)
}

function startKeychain(deadlineMs: number): Keychain {
  keychain ??= createKeychain({
    start: () => {
      keychainProcess = utilityProcess.fork(join(__dirname, 'keychain-process.js'), [], {
        serviceName: 'keychain',
      })
      return keychainProcess
    },
    deadlineMs,
    patienceMs: 500,
    onWaiting: (isWaiting) => {
      isKeychainWaiting = isWaiting
    },
    hidesLock: true,
  })
  return keychain
}

function killKeychainProcess(): void {
  if (keychainProcess?.pid !== undefined) process.kill(keychainProcess.pid, 'SIGKILL')
}

const adapterHost: AdapterHost = {
  send: ({ id, url, ...asked }) => {
    const controller = new AbortController()
    cancelling.set(id, controller)
    const received: number[] = []
    return outcomeOf(
      sendHttp({
        ...asked,
        url: new URL(url),
        signal: controller.signal,
        onReceived: (bytes) => {
          received.push(bytes)
          if (asked.cancelOnceReceived) controller.abort('cancelled')
        },
      }).then(({ body, ...answer }) => ({
        kind: 'answer',
        ...answer,
        body: Buffer.from(body).toString('base64'),
        received,
      })),
    )
  },
  cancel: (id) => cancelling.get(id)?.abort('cancelled'),
  setNetwork: (asked) => {
    network = asked
    callSession.renew()
  },
  callKeychain: async ({
    operation,
    account,
    secret,
    deadlineMs,
    killMeanwhile,
  }): Promise<KeychainOutcome> => {
    const store = startKeychain(deadlineMs)
    const controller = new AbortController()
    cancelling.set(account, controller)
    async function begin(): Promise<string | null> {
      if (operation === 'get') return store.get(account, controller.signal)
      await (operation === 'set' ? store.set(account, secret, controller.signal) : store.delete(account))
      return null
    }
    try {
      const call = begin()
      if (killMeanwhile) setImmediate(killKeychainProcess)
      return { ok: true, value: await call }
    } catch (thrown) {
      if (thrown instanceof Failure && thrown.error.kind === 'keychain') {
        return { ok: false, problem: thrown.error.problem, detail: thrown.error.detail }
      }
      if (thrown instanceof Failure && thrown.error.kind === 'cancelled') {
        return { ok: false, problem: 'cancelled', detail: '' }
      }
      throw thrown
    }
  },
  isKeychainWaiting: () => isKeychainWaiting,
  stopWaitingForKeychain: () => keychain?.stopWaiting(),
  cancelKeychainCall: (account) => cancelling.get(account)?.abort(cancelled()),
  closeKeychain: () => keychain?.close(),
  keychainPid: () => keychainProcess?.pid ?? null,
  copySecret: (text, milliseconds) => secretClipboard.copyForAWhile(text, milliseconds),
  pasteEverywhere: () => Promise.all(systemClipboard.places.map(({ read }) => read())),
  fetchApp: async (folder, { url, method }) => {
    const window = session.fromPartition(folder)
    if (!window.protocol.isProtocolRegistered('app')) {
      serveAppScheme(window, { folder, stoppedPage: () => '' })
    }
    const response = await window.fetch(url, { method })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    }
  },
}

registerAppScheme()
Object.assign(globalThis, { adapterHost })
app.on('window-all-closed', () => undefined)
