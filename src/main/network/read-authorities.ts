import { X509Certificate } from 'node:crypto'
import type { AuthorityReading, CertificateSummary } from '../../shared/network'

const pemBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

export type ReadAuthorities =
  | { pem: readonly string[] }
  | { refusal: Extract<AuthorityReading, { added: false }>['refusal'] }

/** The certificates of authorities in a file: PEM, of which it may hold several, or one as DER. */
export function readAuthorities(bytes: Uint8Array, now: number): ReadAuthorities {
  const certificates = parse(bytes)
  if (certificates.length === 0) return { refusal: 'no-certificate' }
  const authorities = certificates.filter(({ ca }) => ca)
  if (authorities.length === 0) return { refusal: 'not-an-authority' }
  const inForce = authorities.filter(({ validTo }) => now <= Date.parse(validTo))
  return inForce.length === 0 ? { refusal: 'ended' } : { pem: inForce.map(String) }
}

function parse(bytes: Uint8Array): X509Certificate[] {
  const blocks = Buffer.from(bytes).toString('latin1').match(pemBlock)
  return (blocks ?? [bytes]).flatMap((one) => {
    try {
      return [new X509Certificate(one)]
    } catch {
      return []
    }
  })
}

export function summarize(pem: string): CertificateSummary {
  const { fingerprint256, subject, issuer, validTo } = new X509Certificate(pem)
  return {
    fingerprint: fingerprint256,
    subject: nameIn(subject),
    issuer: nameIn(issuer),
    validTo: new Date(validTo).toISOString(),
  }
}

/** The common name of a subject, or all of it in one line. */
function nameIn(subject: string): string {
  return /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ')
}
