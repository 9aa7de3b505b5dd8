import fc from 'fast-check'
import jsonPatch from 'fast-json-patch'
import { describe, expect, it } from 'vitest'
import { compareMetadata, writeField } from '../../../src/main/edit/field-changes'
import { applyPatch, readPatch } from '../../../src/main/edit/hand-patch'
import { parseDocument } from '../../../src/main/edit/json-value'
import { operationsOf, writePatch } from '../../../src/main/edit/patch-operations'

/** fast-json-patch refuses this key, as a protection of its own. */
const key = fc
  .oneof(
    fc.constantFrom('dc:title', 'dc:subject', 'a/b', 'm~n', 'tiff:ImageWidth', '', '0', '-'),
    fc.string(),
  )
  .filter((text) => text !== '__proto__' && text !== '@key')
const scalar = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.boolean(),
  fc.constant(null),
)
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, scalar, tie('list'), tie('object')),
  list: fc.array(tie('any'), { maxLength: 5 }),
  object: fc.dictionary(key, tie('any'), { maxKeys: 5 }),
}))
const metadata = value.object

function bodyOf(fields: unknown): string {
  return `{"assetId":"urn:aaid:aem:1","assetMetadata":${JSON.stringify(fields)},"repositoryMetadata":{"repo:size":1.0}}`
}

function patchBetween(before: string, after: string): string {
  const changes = compareMetadata(parseDocument(before), parseDocument(after), 'digits')
  return writePatch(changes.flatMap(operationsOf), 'pointer')
}

/** Without prototypes and negative zeros, which JSON does not have. */
function plain(text: unknown): unknown {
  return JSON.parse(JSON.stringify(text))
}

it('makes of 10,000 pairs of metadata a patch by which another implementation gets from one to the other', () => {
  fc.assert(
    fc.property(metadata, metadata, (before, after) => {
      const patch = JSON.parse(patchBetween(bodyOf(before), bodyOf(after)))
      expect(jsonPatch.applyPatch(plain(before), patch, true).newDocument).toEqual(plain(after))
    }),
    { numRuns: 10_000 },
  )
})

it('is understood as it was meant when it is read back by hand', () => {
  fc.assert(
    fc.property(metadata, metadata, (before, after) => {
      const [body, edited] = [bodyOf(before), bodyOf(after)]
      const { operations, problems } = readPatch(patchBetween(body, edited))
      const { body: patched, problem } = applyPatch(parseDocument(body), operations)
      expect([problems, problem]).toEqual([[], null])
      expect(JSON.parse(patched.text)).toEqual(JSON.parse(edited))
    }),
    { numRuns: 2_000 },
  )
})

it('names the one field that was changed, and leaves every byte of the others', () => {
  fc.assert(
    fc.property(metadata, key, scalar, (fields, changed, now) => {
      const body = bodyOf(fields)
      const edited = writeField(parseDocument(body), [changed], JSON.stringify(now))
      const changes = compareMetadata(parseDocument(body), edited, 'digits')
      expect(changes.length).toBeLessThanOrEqual(1)
      expect(changes.every(({ path }) => path.length === 1 && path[0] === changed)).toBe(true)
      const back = changes.map(({ before }) => before)[0]
      if (back === undefined) expect(edited.text).toBe(body)
      else expect(writeField(edited, [changed], back).text).toBe(body)
    }),
    { numRuns: 2_000 },
  )
})

describe('a change of a list', () => {
  function long(items: readonly string[]) {
    return items.map((item) => `a tag with a name that is long enough: ${item}`)
  }
  function patch(before: unknown, after: unknown) {
    const [from, to] = [bodyOf({ list: before }), bodyOf({ list: after })]
    return JSON.parse(patchBetween(from, to)).map(
      ({ op, path }: { op: string; path: string }) => `${op} ${path}`,
    )
  }

  it('adds at the end', () => {
    expect(patch(long(['a', 'b']), long(['a', 'b', 'c']))).toEqual(['add /list/2'])
  })

  it('replaces one item', () => {
    expect(patch(long(['a', 'b', 'c']), long(['a', 'x', 'c']))).toEqual(['replace /list/1'])
  })

  it('removes from the last to the first', () => {
    expect(patch(long(['a', 'b', 'c', 'd']), long(['b', 'd']))).toEqual(['remove /list/2', 'remove /list/0'])
  })

  it('moves an item by taking it out and adding it', () => {
    expect(patch(long(['a', 'b', 'c']), long(['c', 'a', 'b']))).toEqual(['remove /list/2', 'add /list/0'])
  })

  it('replaces what is shorter as a whole', () => {
    expect(patch(['a'], ['b', 'c'])).toEqual(['replace /list'])
  })

  function person(name: string, role: string) {
    return { '@key': name, role, about: 'x'.repeat(300) }
  }

  it('names objects by their @key', () => {
    expect(
      patch(
        [person('ann', 'author'), person('bob', 'editor')],
        [person('ann', 'reader'), person('cy', 'author')],
      ),
    ).toEqual(['remove /list/bob', 'replace /list/ann/role', 'add /list/-'])
  })

  it('replaces a list of objects without keys, and one in another order', () => {
    expect(patch([{ role: 'author' }], [{ role: 'editor' }])).toEqual(['replace /list'])
    const [ann, bob] = [person('ann', 'author'), person('bob', 'editor')]
    expect(patch([ann, bob], [bob, ann])).toEqual(['replace /list'])
  })
})

it('keeps the digits of numbers, and takes 1.0 and 1 for two values', () => {
  const before = '{"assetMetadata":{"a":1,"b":12345678901234567890.10}}'
  const after = '{"assetMetadata":{"a":1.0,"b":12345678901234567890.10}}'
  expect(patchBetween(before, after)).toBe('[\n  {"op":"replace","path":"/a","value":1.0}\n]')
})

it('writes each documented form of a path', () => {
  const operation = { op: 'remove', path: ['dc:a/b', 'c~d'] }
  expect(
    (['asset-metadata', 'pointer', 'bare'] as const).map(
      (form) => JSON.parse(writePatch([operation], form))[0].path,
    ),
  ).toEqual(['/assetMetadata/dc:a~1b/c~0d', '/dc:a~1b/c~0d', 'dc:a~1b/c~0d'])
})

it('names a field without a name so that it is not all metadata', () => {
  const operation = { op: 'remove', path: [''] }
  expect(JSON.parse(writePatch([operation], 'bare'))).toEqual([{ op: 'remove', path: '/' }])
})
