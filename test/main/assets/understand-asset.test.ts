import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDamPath, jsonAddressOf } from '../../../src/main/assets/repository-path'
import { readOneAsset, understandAsset } from '../../../src/main/assets/understand-asset'
import type { AssetReference, AssetUnderstanding } from '../../../src/shared/asset-reference'
import { assetId, nothingFound, oneAsset, otherId, severalAssets, tables, uuid } from './readings'

function targetOf({ target }: AssetReference): string {
  return target.by === 'id' ? target.assetId : target.path
}

function referencesOf(understanding: AssetUnderstanding): readonly AssetReference[] {
  return understanding.understood ? understanding.references : []
}

function bucketsOf(understanding: AssetUnderstanding): readonly string[] {
  return understanding.understood ? understanding.buckets : []
}

const cases = oneAsset.map(([text, form, target, place = {}]) => ({ text, form, target, place }))

describe('what names one asset', () => {
  it.each(cases)('$text is understood', ({ text, form, target, place }) => {
    const understanding = understandAsset(text, null)
    const { bucket = null, tier = null, foreignHost = null } = place
    expect(referencesOf(understanding).map((found) => ({ ...found, target: targetOf(found) }))).toEqual([
      { form, target, bucket, tier, foreignHost },
    ])
    expect(bucketsOf(understanding)).toEqual(place.buckets ?? (bucket === null ? [] : [bucket]))
  })
})

describe('what names several assets', () => {
  it.each(severalAssets)('%j is a list', (text, targets) => {
    expect(referencesOf(understandAsset(text, null)).map(targetOf)).toEqual(targets)
  })

  it.each(tables)('counts each asset once: %s', (_what, text, targets) => {
    expect(referencesOf(understandAsset(text, null)).map(targetOf)).toEqual(targets)
  })

  it('is cut where nobody would choose any more, and says so', () => {
    const many = Array.from({ length: 1_100 }, (_, index) =>
      uuid.replace(/^.{8}/, String(10_000_000 + index)),
    )
    const understanding = understandAsset(many.join('\n'), null)
    expect([referencesOf(understanding).length, understanding]).toMatchObject([1_000, { isCut: true }])
  })
})

describe('what must not be understood', () => {
  it.each(nothingFound)('%j says why', (text, code) => {
    expect(understandAsset(text, null)).toMatchObject({
      understood: false,
      problem: { field: 'asset', code },
    })
  })

  it('names a look-alike host as it really is', () => {
    expect(understandAsset('https://\u0430uthor-p1-e2.adobeaemcloud.com/', null)).toMatchObject({
      problem: { values: { host: 'xn--uthor-p1-e2-xij.adobeaemcloud.com' } },
    })
  })

  it('says nothing of what was pasted, which may hold a token', () => {
    const text = "curl https://example.com/x -H 'Authorization: Bearer canary'"
    expect(JSON.stringify(understandAsset(text, null))).not.toContain('canary')
  })
})

describe("the connection's own author", () => {
  const own = { origin: 'http://127.0.0.1:4503', bucket: 'author-p7-e8' }
  const text = 'http://127.0.0.1:4503/content/dam/a.jpg.json'

  it('is known by its address', () => {
    expect(referencesOf(understandAsset(text, own))).toMatchObject([
      { bucket: 'author-p7-e8', foreignHost: null },
    ])
  })

  it('is not any other port of that host', () => {
    expect(referencesOf(understandAsset(text.replace('4503', '4504'), own))).toMatchObject([
      { bucket: null, foreignHost: '127.0.0.1:4504' },
    ])
  })
})

describe('the one asset of a text', () => {
  it('is the one it names', () => {
    expect(readOneAsset(`see ${assetId}`, null)).toEqual({ ok: true, value: assetId })
  })

  it.each([
    ['/content/dam/a.jpg', 'asset-is-path'],
    [`${assetId} ${otherId}`, 'asset-not-one'],
    ['tea.jpg', 'asset-not-an-id'],
  ])('is none in %j', (text, code) => {
    expect(readOneAsset(text, null)).toMatchObject({ ok: false, code })
  })

  it('is none of another environment than the one at hand', () => {
    const address = `https://author-p1-e2.adobeaemcloud.com/adobe/assets/${assetId}/metadata`
    function own(bucket: string) {
      return { origin: `https://${bucket}.adobeaemcloud.com`, bucket }
    }
    expect(readOneAsset(address, own('author-p1-e2'))).toEqual({ ok: true, value: assetId })
    expect(readOneAsset(address, own('author-p9-e9'))).toMatchObject({ code: 'asset-of-other-bucket' })
  })
})

describe('any text', () => {
  const hosts = fc.constantFrom(
    'https://author-p1-e2.adobeaemcloud.com',
    'https://author-p1-e2.adobeaemcloud.com.evil.test',
    'https://user@publish-p3-e4.adobeaemcloud.com',
    '//evil.test',
    '',
  )
  const pieces = fc.constantFrom(
    ...[
      '/content/dam/',
      '/adobe/assets/',
      '/ui#/aem/assetdetails.html',
      '?item=',
      'jcr:content',
      '%2f',
      '%25',
      '..',
    ],
    ...[
      '\\',
      '\n',
      '\t',
      ' ',
      ';',
      '"',
      "'",
      '{',
      '[',
      '@',
      ':8443',
      'data-id=',
      'curl ',
      '.json',
      '\u0430',
      '\ud800',
    ],
    ...[assetId, uuid, 'author-p5-e6', 'jcr:uuid', 'photo (1).jpg'],
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.oneof(hosts, pieces, fc.string({ maxLength: 4 })), { maxLength: 12 })
      .map((all) => all.join('')),
  )

  it('is read without a throw, and never into anything but IDs, paths and buckets of the known forms', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const understanding = understandAsset(text, null)
        for (const { target, bucket } of referencesOf(understanding)) {
          if (target.by === 'id')
            expect(target.assetId).toMatch(/^urn:aaid:aem:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
          else expect(isDamPath(target.path)).toBe(true)
          expect(bucket ?? 'author-p1-e1').toMatch(/^author-p\d{1,12}-e\d{1,12}(-cmstg)?$/)
        }
        for (const bucket of bucketsOf(understanding)) expect(bucket).toMatch(/^author-p\d+-e\d+(-cmstg)?$/)
      }),
      { numRuns: 10_000 },
    )
  })

  const names = fc
    .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
    .filter(
      (name) => !/[\\/%?#\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff]|^\.+$|jcr[:_]content|^_jcr/.test(name),
    )
  const paths = fc
    .array(names, { minLength: 1, maxLength: 5 })
    .map((all) => `/content/dam/${all.join('/')}.jpg`)

  it('that is the address of a path brings that path back, whatever its names are', () => {
    fc.assert(
      fc.property(paths, (path) => {
        const { href } = jsonAddressOf('https://author-p1-e2.adobeaemcloud.com', path)
        expect(referencesOf(understandAsset(href, null))).toMatchObject([
          { target: { path }, bucket: 'author-p1-e2', tier: 'author' },
        ])
      }),
      { numRuns: 2_000 },
    )
  })

  it('that is an asset ID with any words around it brings that ID back', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.lorem(), fc.lorem(), (each, before, after) => {
        const text = `${before} urn:aaid:aem:${each} ${after}`
        expect(referencesOf(understandAsset(text, null)).map(targetOf)).toEqual([`urn:aaid:aem:${each}`])
      }),
    )
  })
})
