export const proxyModes = ['system', 'none', 'server', 'script'] as const
export type ProxyMode = (typeof proxyModes)[number]

/** `address` is that of the server or of the script; the other modes have none. */
export type ProxyChoice = { mode: ProxyMode; address: string }

/** The password is asked for once, and never comes back to the window. */
export type ProxyLogin = {
  /** The proxy it is sent to, as `host:port`, and to no other. */
  proxy: string
  user: string
  /** Otherwise it is in memory, until the program ends. */
  isInKeychain: boolean
  /** The proxy turned it down: it is not sent again until it has been changed, since many wrong passwords lock an account. */
  isRefused: boolean
}

export type ProxyLoginDraft = { user: string; password: string; keepsInKeychain: boolean }

/** Enough of a certificate for people to tell it from others. */
export type CertificateSummary = {
  fingerprint: string
  subject: string
  issuer: string
  /** ISO 8601, UTC. */
  validTo: string
}

/** A server that asked for a client certificate, with those of the system that fit. */
export type CertificateQuestion = {
  host: string
  offered: readonly CertificateSummary[]
  /** Fingerprint of the one to send; null sends none. */
  chosen: string | null
}

/** How calls reach Adobe. */
export type NetworkState = {
  proxy: ProxyChoice
  /** The proxy that a login would be for; null while no proxy is named and none has asked. */
  loginFor: string | null
  login: ProxyLogin | null
  /** Trusted besides those of the system. */
  authorities: readonly CertificateSummary[]
  certificateQuestions: readonly CertificateQuestion[]
  /** Where a file of these settings was put that made no sense, or null. */
  setAside: string | null
}

/** What came of a chosen file of certificates. */
export type AuthorityReading =
  | { added: true; network: NetworkState }
  | { added: false; refusal: 'too-large' | 'no-certificate' | 'not-an-authority' | 'ended' }
