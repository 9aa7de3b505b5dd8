import { gzipSync } from 'node:zlib'
import { jsonTextReply } from '../http/replies'
import type { Failure } from './failure-context'

/** Answers of status 200 or with problem type whose body, headers or encoding is not what it should be. */
export const bodyFailures = {
  'empty-200': () => jsonTextReply(200, ''),
  'broken-json': ({ bodyText }) => jsonTextReply(200, bodyText.slice(0, Math.floor(bodyText.length / 2))),
  'json-array': () => jsonTextReply(200, '[]'),
  'no-envelope': () => jsonTextReply(200, '{"hello":"world"}'),
  'byte-order-mark': ({ bodyText }) => jsonTextReply(200, `\ufeff${bodyText}`),
  'invalid-utf8': ({ bodyText }) => {
    const [before = '', after = ''] = splitBeforeLastBrace(bodyText)
    const bytes = Buffer.concat([
      Buffer.from(`${before},"acme:bytes":"valid `),
      Buffer.from([0xc3, 0x28, 0xff, 0xfe]),
      Buffer.from(` again"${after}`),
    ])
    return { status: 200, headers: { 'content-type': 'application/json' }, body: bytes }
  },
  'latin1-charset': ({ bodyText }) => {
    const [before = '', after = ''] = splitBeforeLastBrace(bodyText)
    const body = Buffer.from(`${before},"acme:city":"Zürich"${after}`, 'latin1')
    return { status: 200, headers: { 'content-type': 'application/json; charset=iso-8859-1' }, body }
  },
  'text-plain': ({ bodyText }) => ({
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: bodyText,
  }),
  'no-content-type': ({ bodyText }) => ({ status: 200, body: bodyText }),
  'hostile-problem': () => ({
    status: 403,
    headers: { 'content-type': 'application/problem+json' },
    body: `{"type":"../x","title":{"toString":null},"status":"200","detail":"<script>alert(1)</script>\\u202egpj.exe\\u0000\\ud800 ${'A'.repeat(20_000)}","instance":["javascript:alert(1)"],"__proto__":{"polluted":true},"constructor":1}`,
  }),
  'deep-problem': () => ({
    status: 500,
    headers: { 'content-type': 'application/problem+json' },
    body: `{"title":"Deep","detail":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
  }),
  'gzip-cut': ({ bodyText }) => gzipped(gzipSync(bodyText).subarray(0, -12)),
  'gzip-plain-body': ({ bodyText }) => gzipped(Buffer.from(bodyText)),
  'unknown-encoding': ({ bodyText }) => ({
    status: 200,
    headers: { 'content-type': 'application/json', 'content-encoding': 'x-demo' },
    body: bodyText,
  }),
  'huge-headers': ({ bodyText }) => jsonTextReply(200, bodyText, { 'x-huge': 'h'.repeat(300 * 1024) }),
  'cookie-and-cache': ({ bodyText }) =>
    jsonTextReply(200, bodyText, {
      'set-cookie': 'affinity=demo-cookie-value; Path=/; Max-Age=86400; HttpOnly',
      'cache-control': 'private, max-age=600',
    }),
  'no-etag': ({ bodyText }) => jsonTextReply(200, bodyText),
  'weak-etag': ({ bodyText }) => jsonTextReply(200, bodyText, { etag: 'W/"weak-1"' }),
} satisfies Record<string, Failure>

function gzipped(body: Buffer): { status: number; headers: Record<string, string>; body: Buffer } {
  return { status: 200, headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, body }
}

/** Parts around the end of `assetMetadata`'s last member, so that a member can be slipped in. */
function splitBeforeLastBrace(bodyText: string): [string, string] {
  const end = bodyText.lastIndexOf('},"repositoryMetadata"')
  return [bodyText.slice(0, end), bodyText.slice(end)]
}
