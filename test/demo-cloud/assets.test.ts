import { describe, expect, it } from 'vitest'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { type Answer, call, json, metadataUrl, signIn, startCloud } from './client'

async function read(cloud: DemoCloud, pathPart: string): Promise<Answer> {
  const found = cloud.assets.find(({ path }) => path.includes(pathPart))
  return call(metadataUrl(cloud, found?.assetId), { headers: await signIn(cloud, 'Reader') })
}

describe('demo assets', () => {
  it('are two dozen or more, with URNs and paths of their own, the readable ones first', async () => {
    const { assets } = await startCloud()
    const firstFailing = assets.findIndex(({ failing }) => failing)
    expect(firstFailing).toBeGreaterThanOrEqual(24)
    expect(assets.slice(firstFailing).every(({ failing }) => failing)).toBe(true)
    expect(new Set(assets.map(({ assetId }) => assetId)).size).toBe(assets.length)
    expect(new Set(assets.map(({ path }) => path)).size).toBe(assets.length)
    for (const { assetId, path } of assets) {
      expect(assetId).toMatch(
        /^urn:aaid:aem:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      )
      expect(path).toMatch(/^\/content\/dam\/[^/].*[^/]$/)
    }
  })

  it('can all be read as JSON, and say where they are', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Reader')
    for (const { assetId, path } of cloud.assets.filter(({ failing }) => !failing)) {
      const answer = await call(metadataUrl(cloud, assetId), { headers })
      expect([path, answer.status]).toEqual([path, 200])
      expect(json(answer)).toMatchObject({ assetId, repositoryMetadata: { 'repo:path': path } })
    }
  })

  it('hold many scripts', async () => {
    const cloud = await startCloud()
    const bodies = await Promise.all(
      ['zelt', '富士山', '설악산', 'veste', 'κατάλογος', '价目表', 'คู่มือ', 'הסכם', 'पॉडकास्ट', 'دليل'].map(
        (part) => read(cloud, part),
      ),
    )
    const text = bodies.map(({ body }) => body.toString('utf8')).join('')
    const scripts = ['Latin', 'Hiragana', 'Hangul', 'Greek', 'Han', 'Thai', 'Hebrew', 'Devanagari', 'Arabic']
    for (const script of scripts) expect(text).toMatch(new RegExp(`\\p{Script=${script}}{2}`, 'u'))
  })

  it.each([
    ['catalogue-archive', 1_000_000, 3_000_000],
    ['one-hundred-thousand', 4_000_000, 12_000_000],
    ['IMG_0001', 0, 1200],
    ['harbour', 3000, 15_000],
  ])('%s is between %i and %i bytes', async (part, least, most) => {
    const cloud = await startCloud()
    const { length } = (await read(cloud, part)).body
    expect(length).toBeGreaterThan(least)
    expect(length).toBeLessThan(most)
  })

  it('one is nested ten thousand levels deep', async () => {
    const cloud = await startCloud()
    const text = (await read(cloud, 'ten-thousand-levels')).body.toString()
    expect(text).toContain('[{"a":["bottom"]}]')
    expect(text.match(/[[{]/g)?.length).toBeGreaterThan(10_000)
  })

  it.each([
    ['poster-a1', 'aem:checkedOutBy', 'tomas.berg@fjordline.example'],
    ['quarantine', 'dam:avScanStatus', 'INFECTED'],
    ['DSC_9981', 'aem:assetState', 'Processing'],
    ['banner_v1', 'repo:state', 'DISCARDED'],
    ['banner_v1', 'repo:size', '268812'],
    ['summer-60s', 'isPublishedToDynamicMedia', true],
  ])('%s has %s', async (part, field, value) => {
    const cloud = await startCloud()
    expect(json(await read(cloud, part)).repositoryMetadata).toMatchObject({ [field]: value })
  })
})

describe('the hostile asset', () => {
  it.each([
    '"10": "first of three numbered keys",\n  "9": "second",\n  "a": "third"',
    '"dc:title": "The same key again"',
    '"__proto__": {"polluted": true}',
    '"number:unsafe": 9007199254740993,',
    '"number:uint64": 18446744073709551615,',
    '"number:one": 1.0,',
    '"number:exponent": 1E2,',
    '"number:negativeZero": -0,',
    '"number:overflow": 1e400,',
    '"number:digits": 0.1000000000000000055,',
    '"text:loneSurrogate": "before \\ud800 after"',
    '"text:nul": "before \\u0000 after"',
    '"text:bidi": "invoice\\u202egpj.exe"',
    '"text:rawBidi": "invoice\u202egpj.exe"',
    '"text:nfc": "\u00c5",\n  "text:nfd": "A\u030a"',
    '"caf\\u00e9": "NFC",\n  "cafe\\u0301": "NFD twin of the key above"',
    '"html:image": "<img src=x onerror=alert(1)>"',
    '"template:mustache": "{{7*7}}"',
    `"template:dollar": "$${'{7*7}'}"`,
    '"url:javascript": "javascript:alert(1)"',
    '"empty:listOfNull": [null]',
    '"": "empty key",\n  " ": "space as key"',
  ])('sends these bytes: %j', async (text) => {
    const cloud = await startCloud()
    const { body } = await read(cloud, '/hostile/')
    expect(body.includes(Buffer.from(text, 'utf8'))).toBe(true)
  })

  it('has a string of 10,000 characters and 60 levels', async () => {
    const cloud = await startCloud()
    const answer = await read(cloud, '/hostile/')
    expect(json(answer)).toHaveProperty(['assetMetadata', 'text:long', 'length'], 10_000)
    expect(answer.body.toString()).toContain(`${'{"level":['.repeat(30)}"bottom"`)
  })

  it('keeps its odd bytes when another field is patched', async () => {
    const cloud = await startCloud()
    const before = (await read(cloud, '/hostile/')).body.toString()
    const assetId = cloud.assets.find(({ path }) => path.includes('/hostile/'))?.assetId
    const headers = {
      ...(await signIn(cloud, 'Editor')),
      'if-match': '*',
      'content-type': 'application/json-patch+json',
    }
    const body = '[{"op":"add","path":"/patched","value":1.10}]'
    await call(metadataUrl(cloud, assetId), { method: 'PATCH', headers, body })
    const after = (await read(cloud, '/hostile/')).body.toString()
    const end = '},"repositoryMetadata"'
    function metadataOf(text: string): string {
      return text.slice(0, text.indexOf(end)).trimEnd()
    }
    expect(metadataOf(after)).toBe(`${metadataOf(before)},"patched":1.10`)
  })
})
