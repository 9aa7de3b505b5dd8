import { describe, expect, it } from 'vitest'
import {
  defaultAemHost,
  defaultImsHost,
  hostOriginOf,
  readBucket,
  readHost,
} from '../../../src/main/connections/aem-hosts'

const bucket = 'author-p63947-e1420428'

describe('a bucket', () => {
  it.each([
    bucket,
    ` ${bucket} `,
    'AUTHOR-P63947-E1420428',
    `${bucket}.adobeaemcloud.com`,
    `https://${bucket}.adobeaemcloud.com`,
    `http://${bucket}.adobeaemcloud.com/`,
    `https://${bucket}.adobeaemcloud.com:443/ui#/aem/assets.html/content/dam`,
    `https://${bucket}.adobeaemcloud.com/adobe/assets/urn:aaid:aem:x/metadata?a=b`,
    `https://${bucket}.ADOBEAEMCLOUD.com?x`,
  ])('is understood in %s', (typed) => {
    expect(readBucket(typed)).toEqual({ ok: true, value: bucket })
  })

  it('of an Adobe stage environment keeps its ending', () => {
    expect(readBucket('author-p1-e2-cmstg.adobeaemcloud.com')).toEqual({
      ok: true,
      value: 'author-p1-e2-cmstg',
    })
  })

  it.each(['publish', 'preview', 'delivery'])(
    'of the %s tier is refused, with the author that belongs to it',
    (tier) => {
      expect(readBucket(`https://${tier}-p63947-e1420428.adobeaemcloud.com`)).toEqual({
        ok: false,
        code: 'bucket-not-author',
        values: { tier, author: bucket },
      })
    },
  )

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['x'.repeat(10_000), 'too-long'],
    [`${bucket}\u0000`, 'control-characters'],
    [`${bucket}\nother`, 'control-characters'],
    ['author', 'bucket-unknown'],
    ['author-p63947', 'bucket-unknown'],
    ['author-p63947-eabc', 'bucket-unknown'],
    ['author-p63947-e1234567890123', 'bucket-unknown'],
    [`${bucket}x`, 'bucket-unknown'],
    [`${bucket}-dev`, 'bucket-unknown'],
    [`my${bucket}`, 'bucket-unknown'],
    [`${bucket}.adobeaemcloud.com.evil.test`, 'bucket-unknown'],
    [`${bucket}.evil.test`, 'bucket-unknown'],
    [`${bucket}.adobeaemcloud.comx`, 'bucket-unknown'],
    [`https://${bucket}.adobeaemcloud.com@evil.test/`, 'bucket-unknown'],
    [`https://${bucket}@evil.test/`, 'bucket-unknown'],
    [`https://user:pass@${bucket}.adobeaemcloud.com/`, 'bucket-unknown'],
    [`https://evil.test/${bucket}.adobeaemcloud.com`, 'bucket-unknown'],
    [`file:///${bucket}`, 'bucket-unknown'],
    ['\u0430uthor-p63947-e1420428', 'bucket-unknown'],
    [`${bucket}/../other`, 'bucket-unknown'],
  ])('is refused: %j as %s', (typed, code) => {
    expect(readBucket(typed)).toMatchObject({ ok: false, code })
  })
})

describe('a host under Advanced', () => {
  function readIms(typed: string) {
    return readHost(typed, /^\/ims\/token\/v\d\/?$/)
  }

  it.each([
    ['ims-na1.adobelogin.com', 'https://ims-na1.adobelogin.com'],
    ['https://ims-na1.adobelogin.com', 'https://ims-na1.adobelogin.com'],
    ['https://ims-na1.adobelogin.com/', 'https://ims-na1.adobelogin.com'],
    ['https://IMS-NA1.adobelogin.com:443', 'https://ims-na1.adobelogin.com'],
    ['https://ims-na1.adobelogin.com/ims/token/v3', 'https://ims-na1.adobelogin.com'],
    ['https://proxy.example:8443', 'https://proxy.example:8443'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://localhost:4010', 'http://localhost:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['https://[2001:db8::1]', 'https://[2001:db8::1]'],
  ])('is understood: %s as %s', (typed, origin) => {
    expect(readIms(typed)).toEqual({ ok: true, value: origin })
  })

  it('shows a look-alike by its punycode', () => {
    expect(readIms('https://\u0430dobe.com')).toEqual({ ok: true, value: 'https://xn--dobe-43d.com' })
  })

  it.each([
    ['http://ims-na1.adobelogin.com', 'host-not-https'],
    ['http://127.0.0.1.evil.test', 'host-not-https'],
    ['http://192.168.1.1', 'host-not-https'],
    ['http://localhost.evil.test', 'host-not-https'],
    ['ftp://ims-na1.adobelogin.com', 'host-not-https'],
    ['file:///etc/hostname', 'host-not-https'],
    ['app://bundle', 'host-not-https'],
    ['https://user:pass@ims-na1.adobelogin.com', 'host-has-login'],
    ['user@ims-na1.adobelogin.com', 'host-has-login'],
    ['https://ims-na1.adobelogin.com@evil.test', 'host-has-login'],
    ['https://ims-na1.adobelogin.com/other', 'host-has-path'],
    ['https://ims-na1.adobelogin.com/ims/token/v3?x=1', 'host-has-path'],
    ['https://ims-na1.adobelogin.com/#x', 'host-has-path'],
    ['https://ims-na1.adobelogin.com\\other', 'host-has-path'],
    ['https://', 'host-not-a-host'],
    ['https://a b.example', 'host-not-a-host'],
    ['https://ims-na1.adobelogin.com.', 'host-not-a-host'],
    ['https://-x.example', 'host-not-a-host'],
    ['https://a_b.example', 'host-not-a-host'],
    ['https://a..example', 'host-not-a-host'],
    ['https://%00.example', 'host-not-a-host'],
    ['https://ims-na1.adobelogin.com:0', 'host-not-a-host'],
    ['https://ims-na1.adobelogin.com:99999', 'host-not-a-host'],
    [`https://${'x.'.repeat(200)}example`, 'host-not-a-host'],
    ['javascript:alert(1)', 'host-not-a-host'],
    ['data:text/html,x', 'host-not-a-host'],
    ['   ', 'empty'],
    ['https://a\u0000b.example', 'control-characters'],
    ['x'.repeat(10_000), 'too-long'],
  ])('is refused: %j as %s', (typed, code) => {
    expect(readIms(typed)).toMatchObject({ ok: false, code })
  })

  it('is named without its path when it had one', () => {
    expect(readIms('https://proxy.example/a/b')).toMatchObject({
      values: { origin: 'https://proxy.example' },
    })
  })
})

describe('the hosts of a bucket', () => {
  it('are those of Adobe', () => {
    expect([defaultImsHost(bucket), defaultAemHost(bucket)]).toEqual([
      'https://ims-na1.adobelogin.com',
      'https://author-p63947-e1420428.adobeaemcloud.com',
    ])
  })

  it('are those of Adobe stage for its buckets', () => {
    expect(defaultImsHost('author-p1-e2-cmstg')).toBe('https://ims-na1-stg1.adobelogin.com')
  })
})

describe('whose hosts a connection uses', () => {
  const plain = { kind: 'adobe', bucket, imsHost: null, aemHost: null } as const
  it.each([
    ['the usual ones', plain, 'adobe'],
    ['those of a stage environment', { ...plain, bucket: 'author-p1-e2-cmstg' }, 'adobe'],
    ['another IMS of Adobe', { ...plain, imsHost: 'https://ims-eu1.adobelogin.com' }, 'adobe'],
    ['a proxy of its own for AEM', { ...plain, aemHost: 'https://aem.example.com' }, 'custom'],
    ['a look-alike', { ...plain, aemHost: 'https://author.adobeaemcloud.com.example' }, 'custom'],
    ['the name alone', { ...plain, imsHost: 'https://adobelogin.com' }, 'custom'],
    ['a name that ends alike', { ...plain, imsHost: 'https://notadobelogin.com' }, 'custom'],
    ['this machine', { ...plain, imsHost: 'http://127.0.0.1:9' }, 'custom'],
    ['the demo cloud', { ...plain, kind: 'demo' as const, imsHost: 'http://127.0.0.1:9' }, 'demo'],
  ])('is told: %s', (_what, fields, origin) => {
    expect(hostOriginOf(fields)).toBe(origin)
  })
})
