import { afterAll, describe, expect, test } from 'vitest'
import { isVouchedFor } from '../../../src/main/calls/own-authority'
import { forServer, type IssuedCertificate, makeCompanyAuthority } from '../../support/company-authority'
import { makeTempFolder } from '../../support/temp-folder'

const folder = makeTempFolder()
afterAll(folder.remove)

const company = makeCompanyAuthority(folder.path)
const host = 'ims.example.com'
/** In an hour: the certificates are made after this line. */
const now = Date.now() + 60 * 60_000
const year = 365 * 24 * 60 * 60_000

const asAuthority = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign']
const leaf = { subject: host, extensions: forServer(`DNS:${host}`) }
const intermediate = company.issue({ subject: 'Company intermediate', extensions: asAuthority })

function isTrusted(
  chain: readonly IssuedCertificate[],
  {
    name = host,
    anchors = [company.root],
    at = now,
  }: { name?: string; anchors?: IssuedCertificate[]; at?: number } = {},
): boolean {
  return isVouchedFor(
    chain.map(({ cert }) => cert),
    name,
    anchors.map(({ cert }) => cert),
    at,
  )
}

describe('is vouched for', () => {
  const byRoot = company.issue(leaf)
  test.each<[string, boolean]>([
    ['by the authority itself', isTrusted([byRoot])],
    ['by the authority, which the server sends along', isTrusted([byRoot, company.root])],
    ['over an authority between', isTrusted([company.issue(leaf, intermediate), intermediate])],
    [
      'over authorities in any order',
      isTrusted([company.issue(leaf, intermediate), company.root, intermediate]),
    ],
    [
      'by an authority between, which was added',
      isTrusted([company.issue(leaf, intermediate)], { anchors: [intermediate] }),
    ],
    ['by one of several authorities', isTrusted([byRoot], { anchors: [intermediate, company.root] })],
    [
      'for a name with a wildcard',
      isTrusted([company.issue({ subject: 'any', extensions: forServer('DNS:*.example.com') })]),
    ],
    [
      'for an address',
      isTrusted([company.issue({ subject: 'address', extensions: forServer('IP:127.0.0.1') })], {
        name: '127.0.0.1',
      }),
    ],
    ['with a long RSA key', isTrusted([company.issue({ ...leaf, rsaBits: 2_048 })])],
  ])('%s', (_, isSo) => {
    expect(isSo).toBe(true)
  })
})

describe('is not vouched for', () => {
  const other = company.issueRoot({ subject: 'Company root', extensions: asAuthority })
  const server = company.issue(leaf)
  const withoutLevels = company.issue({
    subject: 'No more below',
    extensions: ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=critical,keyCertSign'],
  })
  const below = company.issue({ subject: 'Below', extensions: asAuthority }, withoutLevels)
  const constrained = company.issue({
    subject: 'Constrained',
    extensions: [...asAuthority, 'nameConstraints=critical,permitted;DNS:example.org'],
  })
  const ended = { notBefore: '20240101000000Z', notAfter: '20240201000000Z' }
  const endedBetween = company.issue({ subject: 'Ended', extensions: asAuthority, ...ended })
  test.each<[string, boolean]>([
    ['without an authority', isTrusted([server], { anchors: [] })],
    ['without a certificate', isTrusted([])],
    ['by an authority of the same name with another key', isTrusted([company.issue(leaf, other)])],
    ['for another host', isTrusted([server], { name: 'ims.example.org' })],
    [
      'for a host that only the subject names',
      isTrusted([company.issue({ subject: host, extensions: forServer('DNS:elsewhere.example.com') })]),
    ],
    [
      'for a name two levels below a wildcard',
      isTrusted([company.issue({ subject: 'any', extensions: forServer('DNS:*.com') })]),
    ],
    ['after its end', isTrusted([company.issue({ ...leaf, ...ended })])],
    ['before its beginning', isTrusted([server], { at: now - year })],
    ['after the end of the authority', isTrusted([server], { at: now + year })],
    ['over an authority that has ended', isTrusted([company.issue(leaf, endedBetween), endedBetween])],
    ['when the authority between is missing', isTrusted([company.issue(leaf, intermediate)])],
    ['over the certificate of a server', isTrusted([company.issue(leaf, server), server])],
    ['for an authority that poses as a server', isTrusted([intermediate], { name: 'Company intermediate' })],
    ['deeper than an authority allows', isTrusted([company.issue(leaf, below), below, withoutLevels])],
    [
      'over name constraints, which are not checked',
      isTrusted([company.issue(leaf, constrained), constrained]),
    ],
    [
      'for another purpose',
      isTrusted([
        company.issue({
          subject: host,
          extensions: [`subjectAltName=DNS:${host}`, 'extendedKeyUsage=clientAuth'],
        }),
      ]),
    ],
    ['with a short RSA key', isTrusted([company.issue({ ...leaf, rsaBits: 1_024 })])],
    ['with a signature of SHA-1', isTrusted([company.issue({ ...leaf, digest: 'sha1' })])],
  ])('%s', (_, isSo) => {
    expect(isSo).toBe(false)
  })
})
