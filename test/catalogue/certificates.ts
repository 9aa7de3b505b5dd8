import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Certificate = { key: Buffer; cert: Buffer }

export type Certificates = {
  /** For 127.0.0.1, by an authority that nobody knows: itself. */
  selfSigned: Certificate
  /** For another host, by the authority that is trusted. */
  otherHost: Certificate
  /** For 127.0.0.1, by the authority that is trusted, ended long ago. */
  expired: Certificate
  /** For 127.0.0.1, by the authority that is trusted. */
  good: Certificate
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']

/**
 * Makes certificates with OpenSSL, and an NSS database in which Chromium finds the authority trusted when `home` is the
 * home folder of its process (Chromium, docs/linux/cert_management.md). Linux alone has such a database.
 */
export function makeCertificates(home: string): Certificates {
  const folder = join(home, 'certificates')
  mkdirSync(folder)
  function openssl(words: readonly string[]): void {
    execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' })
  }
  function read(name: string): Certificate {
    return {
      key: readFileSync(join(folder, `${name}.key`)),
      cert: readFileSync(join(folder, `${name}.pem`)),
    }
  }
  function selfSign(name: string, subject: string, extension: string): void {
    openssl(
      ['req', '-x509', ...newKey, '-days', '2', '-subj', `/CN=${subject}`, '-addext', extension].concat([
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.pem`,
      ]),
    )
  }
  writeFileSync(join(folder, 'index.txt'), '')
  writeFileSync(join(folder, 'index.txt.attr'), 'unique_subject = no\n')
  writeFileSync(join(folder, 'ca.cnf'), authorityRules)
  selfSign('ca', 'Test authority', 'keyUsage=critical,keyCertSign')
  selfSign('selfSigned', '127.0.0.1', 'subjectAltName=IP:127.0.0.1')

  function sign(name: string, rules: string, dates: readonly string[]): Certificate {
    openssl([
      'req',
      '-new',
      ...newKey,
      '-subj',
      `/CN=${name}`,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
    ])
    const files = ['-in', `${name}.csr`, '-out', `${name}.pem`, '-keyfile', 'ca.key', '-cert', 'ca.pem']
    openssl(['ca', '-batch', '-config', 'ca.cnf', '-extensions', rules, '-create_serial', ...dates, ...files])
    return read(name)
  }
  const certificates = {
    selfSigned: read('selfSigned'),
    good: sign('good', 'here', ['-days', '2']),
    otherHost: sign('otherHost', 'elsewhere', ['-days', '2']),
    expired: sign('expired', 'here', ['-startdate', '20240101000000Z', '-enddate', '20240201000000Z']),
  }
  trust(home, join(folder, 'ca.pem'))
  return certificates
}

const authorityRules = `[ca]
default_ca = test
[test]
database = index.txt
serial = serial.txt
new_certs_dir = .
default_md = sha256
policy = any
[any]
commonName = supplied
[here]
subjectAltName = IP:127.0.0.1
[elsewhere]
subjectAltName = DNS:elsewhere.example
`

function trust(home: string, authority: string): void {
  const database = join(home, '.pki/nssdb')
  mkdirSync(database, { recursive: true })
  function certutil(words: readonly string[]): void {
    execFileSync('certutil', ['-d', `sql:${database}`, ...words], { stdio: 'ignore' })
  }
  certutil(['-N', '--empty-password'])
  certutil(['-A', '-t', 'C,,', '-n', 'test authority', '-i', authority])
}
