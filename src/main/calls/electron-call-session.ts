import { app, type Certificate, type Session, session } from 'electron'
import { answerWithin } from './answer-within'
import type { CallRules } from './call-rules'
import { HttpProblem, type SendHttp } from './http'
import { isVouchedFor } from './own-authority'

export type CallSession = {
  /** Without cache and cookies. Do not cache it: a new one replaces it when the rules change or Chromium's network process dies. */
  current: () => Promise<Session>
  /** Applies changed rules. A new session has no open connection, login, or verdict on a certificate from before. */
  renew: () => void
  /** How often the network process has died. */
  losses: () => number
  /** Whether it has died since `before` was counted; Electron reports that a moment after the call failed. */
  isLostSince: (before: number, signal: AbortSignal) => Promise<boolean>
}

/** Of the process that does all of Chromium's networking. */
const networkService = 'network.mojom.NetworkService'

const lossIsToldWithinMs = 1_000

/**
 * The session of all calls. When the network process dies, Chromium starts it again, but a session goes on speaking to the one
 * that is no more, and every call of it fails: from then on the calls have a new one.
 */
export function openCallSession(rules: CallRules): CallSession {
  let count = 0
  let losses = 0
  let opened: Promise<Session> | null = null
  const waiting: (() => void)[] = []

  async function open(): Promise<Session> {
    const { proxy, authorities } = await rules.read()
    count += 1
    const made = session.fromPartition(count === 1 ? 'calls' : `calls-${count}`, { cache: false })
    if (authorities.length > 0) trustAlso(made, authorities)
    if (proxy !== null) await made.setProxy(proxy)
    return made
  }
  function renew(): void {
    opened = null
  }
  app.on('child-process-gone', (_event, { serviceName }) => {
    if (serviceName !== networkService) return
    losses += 1
    renew()
    for (const tell of waiting.splice(0)) tell()
  })
  answerForCertificates(rules)
  return {
    current: () => {
      opened ??= open().catch((thrown: unknown) => {
        renew()
        throw thrown
      })
      return opened
    },
    renew,
    losses: () => losses,
    isLostSince: async (before, signal) => {
      if (losses > before) return true
      const told = new Promise<true>((resolve) => waiting.push(() => resolve(true)))
      return (await answerWithin(lossIsToldWithinMs, told, signal)) ?? false
    },
  }
}

/** Chromium's `net::ERR_CERT_AUTHORITY_INVALID`; every other verdict stands. */
const unknownAuthority = -202
const accepted = 0
const asChromiumSays = -3

function trustAlso(made: Session, authorities: readonly string[]): void {
  made.setCertificateVerifyProc(({ errorCode, certificate, hostname }, answer) => {
    const isTrusted =
      errorCode === unknownAuthority && isVouchedFor(chainOf(certificate), hostname, authorities, Date.now())
    answer(isTrusted ? accepted : asChromiumSays)
  })
}

function chainOf(certificate: Certificate): string[] {
  const chain: string[] = []
  for (let one: Certificate | undefined = certificate; one; one = one.issuerCert) chain.push(one.data)
  return chain
}

/**
 * Sends a client certificate only where the user has chosen one. Without this, Electron 44 and later answer with the first that
 * fits of the system's store, unasked.
 */
function answerForCertificates(rules: CallRules): void {
  app.on('select-client-certificate', (event, _contents, url, certificates, answer) => {
    event.preventDefault()
    const offered = certificates.map(({ fingerprint, subjectName, issuerName, validExpiry }) => ({
      fingerprint,
      subject: subjectName,
      issuer: issuerName,
      validTo: new Date(validExpiry * 1_000).toISOString(),
    }))
    void rules
      .clientCertificate(hostOf(url), offered)
      .catch(() => null)
      .then((chosen) => answer(certificates.find(({ fingerprint }) => fingerprint === chosen)))
  })
}

/** Of an address, or of a host with its port, as Chromium gives it for a connection that is no page's. */
function hostOf(url: string): string {
  return url.includes('://') ? new URL(url).host : url.replace(/:443$/, '')
}

/** How Chromium tells of a call whose network process died, among other things. */
const unnamedFailure = 'net::ERR_FAILED'

/** Sends a read once more that ended because the network process died. A write may have arrived: its caller decides. */
export function sendReadsAgain(send: SendHttp, { losses, isLostSince }: CallSession): SendHttp {
  return async (request) => {
    const before = losses()
    try {
      return await send(request)
    } catch (thrown) {
      const mayBeLost = thrown instanceof HttpProblem && thrown.network === unnamedFailure
      if (!mayBeLost || request.method !== 'GET' || !(await isLostSince(before, request.signal))) throw thrown
      return send(request)
    }
  }
}
