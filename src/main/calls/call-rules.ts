import type { CertificateSummary } from '../../shared/network'

/** As `session.setProxy` takes it; null leaves the system's settings as they are. */
export type ProxyRules =
  | { mode: 'direct' }
  | { mode: 'fixed_servers'; proxyRules: string }
  | { mode: 'pac_script'; pacScript: string }

/** What the user has set for the network of calls. */
export type CallRules = {
  /** Throws `storage` where it is not known: then nothing is sent, since it could go the wrong way. */
  read: () => Promise<{ proxy: ProxyRules | null; authorities: readonly string[] }>
  /**
   * The login for a proxy, `host:port`, that asks for one: null where none is known, `refused` where the proxy did not take it
   * before. Throws what the keychain throws.
   */
  proxyLogin: (proxy: string) => Promise<{ user: string; password: string } | 'refused' | null>
  noteRefusedLogin: (proxy: string) => void
  /** Fingerprint of the client certificate to send to a host, of those that the system offers; null sends none. */
  clientCertificate: (host: string, offered: readonly CertificateSummary[]) => Promise<string | null>
}
