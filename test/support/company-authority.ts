import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type IssuedCertificate = {
  /** PEM */
  key: string
  /** PEM */
  cert: string
  /** Paths of the two as OpenSSL takes them. */
  keyFile: string
  certFile: string
}

export type IssueOptions = {
  subject: string
  /** Lines of an OpenSSL extension section. */
  extensions: readonly string[]
  /** Of `openssl x509`; two days from now on otherwise. */
  notBefore?: string
  notAfter?: string
  digest?: 'sha1' | 'sha256'
  rsaBits?: number
}

export type CompanyAuthority = {
  root: IssuedCertificate
  /** Signed by the root, or by `issuer`. */
  issue: (options: IssueOptions, issuer?: IssuedCertificate) => IssuedCertificate
  /** An authority that nobody signed. */
  issueRoot: (options: IssueOptions) => IssuedCertificate
}

const authority = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign']

/** Extensions of a server's certificate for these names. */
export function forServer(...names: readonly string[]): string[] {
  return ['basicConstraints=CA:FALSE', `subjectAltName=${names.join(',')}`, 'extendedKeyUsage=serverAuth']
}

/** Makes certificates as a company's own authority does, with OpenSSL; nothing trusts it by itself. */
export function makeCompanyAuthority(folder: string): CompanyAuthority {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.txt'), '')
  writeFileSync(join(folder, 'index.txt.attr'), 'unique_subject = no\n')
  let count = 0
  function openssl(words: readonly string[]): void {
    execFileSync('openssl', words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  }
  function sign(options: IssueOptions, issuer: IssuedCertificate | null): IssuedCertificate {
    count += 1
    const name = `made-${count}`
    const { subject, extensions, rsaBits, digest = 'sha256', notBefore, notAfter } = options
    const kind = rsaBits
      ? ['rsa', '-pkeyopt', `rsa_keygen_bits:${rsaBits}`]
      : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
    openssl([
      'req',
      '-new',
      '-newkey',
      ...kind,
      '-nodes',
      '-subj',
      `/CN=${subject}`,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
    ])
    writeFileSync(
      join(folder, `${name}.cnf`),
      `[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nnew_certs_dir=.\nserial=serial.txt\ndefault_md=${digest}\npolicy=any\n[any]\ncommonName=supplied\n[e]\n${extensions.join('\n')}\n`,
    )
    const dates =
      notBefore === undefined || notAfter === undefined
        ? ['-days', '2']
        : ['-startdate', notBefore, '-enddate', notAfter]
    const by = issuer
      ? ['-keyfile', issuer.keyFile, '-cert', issuer.certFile]
      : ['-selfsign', '-keyfile', `${name}.key`]
    openssl([
      'ca',
      '-batch',
      '-notext',
      '-config',
      `${name}.cnf`,
      '-extensions',
      'e',
      '-create_serial',
      ...dates,
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.pem`,
      ...by,
    ])
    const keyFile = join(folder, `${name}.key`)
    const certFile = join(folder, `${name}.pem`)
    return { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8'), keyFile, certFile }
  }
  const root = sign({ subject: 'Company root', extensions: authority }, null)
  return {
    root,
    issue: (options, issuer = root) => sign(options, issuer),
    issueRoot: (options) => sign(options, null),
  }
}
