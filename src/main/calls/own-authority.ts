import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'

/**
 * Whether a server's certificate leads to one of the authorities, for that host and at that time. For servers that Chromium turned
 * down because it does not know their authority, which hides everything else that may be wrong: so all of it is checked here (RFC 5280
 * section 6, RFC 9525). What cannot be checked here, as name constraints, counts as wrong.
 */
export function isVouchedFor(
  chain: readonly string[],
  hostname: string,
  authorities: readonly string[],
  now: number,
): boolean {
  const [leaf, ...others] = chain.map((pem) => new X509Certificate(pem))
  if (leaf === undefined || leaf.ca || !isFor(leaf, hostname)) return false
  const anchors = authorities.map((pem) => new X509Certificate(pem))
  return leadsTo(anchors, leaf, others, 0, now)
}

/** Only the names that are meant for it count, not the subject's common name. */
function isFor(leaf: X509Certificate, hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '')
  if (isIP(address) !== 0) return leaf.checkIP(address) !== undefined
  return leaf.checkHost(hostname, { subject: 'never', partialWildcards: false }) !== undefined
}

const longestChain = 8

/** `below` counts the authorities between the server's certificate and this one's issuer. */
function leadsTo(
  anchors: readonly X509Certificate[],
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  below: number,
  now: number,
): boolean {
  if (below > longestChain || !isSound(certificate, now) || hasWeakSignature(certificate)) return false
  function signs(issuer: X509Certificate): boolean {
    return (
      issuer.ca &&
      pathLengthOf(issuer) >= below &&
      certificate.checkIssued(issuer) &&
      certificate.verify(issuer.publicKey)
    )
  }
  if (anchors.some((anchor) => isSound(anchor, now) && signs(anchor))) return true
  return others.some(
    (other) =>
      signs(other) &&
      leadsTo(
        anchors,
        other,
        others.filter((one) => one !== other),
        below + 1,
        now,
      ),
  )
}

const serverAuthentication = '1.3.6.1.5.5.7.3.1'
const anyPurpose = '2.5.29.37.0'
/** DER of the object identifier of name constraints, 2.5.29.30. */
const nameConstraints = Buffer.from('0603551d1e', 'hex')
const leastRsaBits = 2_048

function isSound(certificate: X509Certificate, now: number): boolean {
  const { keyUsage: purposes, publicKey, raw } = certificate
  const { modulusLength = leastRsaBits } = publicKey.asymmetricKeyDetails ?? {}
  return (
    Date.parse(certificate.validFrom) <= now &&
    now <= Date.parse(certificate.validTo) &&
    (purposes === undefined || [serverAuthentication, anyPurpose].some((one) => purposes.includes(one))) &&
    modulusLength >= leastRsaBits &&
    !raw.includes(nameConstraints)
  )
}

/** DER of md5WithRSAEncryption, sha1WithRSAEncryption and ecdsa-with-SHA1. */
const weakSignatures = ['06092a864886f70d010104', '06092a864886f70d010105', '06072a8648ce3d0401'].map((hex) =>
  Buffer.from(hex, 'hex'),
)

function hasWeakSignature({ raw }: X509Certificate): boolean {
  return weakSignatures.some((algorithm) => raw.includes(algorithm))
}

/** Of basic constraints (2.5.29.19): how many authorities may stand below this one. Node does not tell. */
function pathLengthOf({ raw }: X509Certificate): number {
  const found = /0603551d13(?:0101ff)?04..30..0101ff0201(..)/.exec(raw.toString('hex'))
  return found?.[1] === undefined ? Number.POSITIVE_INFINITY : Number.parseInt(found[1], 16)
}
