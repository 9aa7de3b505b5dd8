import { describe, expect, it } from 'vitest'
import { type Answer, call, metadataUrl, signIn, startCloud } from './client'

/** The answer to a change of an asset whose metadata is the given document. */
async function patch(document: string, ...operations: string[]): Promise<Answer> {
  const cloud = await startCloud()
  const headers = {
    ...(await signIn(cloud, 'Editor')),
    'content-type': 'application/json-patch+json',
    'if-match': '*',
  }
  const setUp = `{"op":"replace","path":"","value":${document}}`
  const body = `[${[setUp, ...operations].join(',')}]`
  return call(metadataUrl(cloud), { method: 'PATCH', headers, body })
}

/** The text of the metadata after a change that has to be applied. */
async function patched(document: string, ...operations: string[]): Promise<string> {
  const answer = await patch(document, ...operations)
  const text = answer.body.toString('utf8')
  const found = /"assetMetadata":(.*),"repositoryMetadata":/s.exec(text)?.[1]
  if (answer.status !== 200 || found === undefined) throw new Error(text)
  return found
}

/** What comes of a change: 200 applied, 400 no patch of metadata, 422 cannot be applied. */
async function outcome(document: string, operation: string): Promise<number | null> {
  return (await patch(document, operation)).status
}

describe('JSON Patch on text', () => {
  it.each([
    ['adds a member at the end', '{"a":1}', '{"op":"add","path":"/b","value":2}', '{"a":1,"b":2}'],
    ['adds to an empty object', '{}', '{"op":"add","path":"/b","value":2}', '{"b":2}'],
    ['adds over an existing member', '{"a":1}', '{"op":"add","path":"/a","value":[2]}', '{"a":[2]}'],
    ['inserts into an array', '{"a":[1,3]}', '{"op":"add","path":"/a/1","value":2}', '{"a":[1,2,3]}'],
    ['appends to an array', '{"a":[1]}', '{"op":"add","path":"/a/-","value":2}', '{"a":[1,2]}'],
    ['appends to an empty array', '{"a":[]}', '{"op":"add","path":"/a/-","value":2}', '{"a":[2]}'],
    ['replaces the whole', '{"a":1}', '{"op":"replace","path":"","value":{"b":2}}', '{"b":2}'],
    ['removes the first member', '{"a":1,"b":2}', '{"op":"remove","path":"/a"}', '{"b":2}'],
    ['removes the last member', '{"a":1,"b":2}', '{"op":"remove","path":"/b"}', '{"a":1}'],
    ['removes the only member', '{"a":1}', '{"op":"remove","path":"/a"}', '{}'],
    ['removes the last item of a compact array', '{"a":[1,2]}', '{"op":"remove","path":"/a/1"}', '{"a":[1]}'],
    ['moves', '{"a":1,"b":{}}', '{"op":"move","from":"/a","path":"/b/c"}', '{"b":{"c":1}}'],
    ['copies', '{"a":[1]}', '{"op":"copy","from":"/a","path":"/b"}', '{"a":[1],"b":[1]}'],
    ['unescapes ~1 before ~0', '{"a/b":1,"~1":2}', '{"op":"remove","path":"/~01"}', '{"a/b":1}'],
    ['reaches an empty key', '{"":1,"a":2}', '{"op":"remove","path":"/"}', '{"a":2}'],
    [
      'drops the prefix assetMetadata',
      '{"a":1}',
      '{"op":"replace","path":"/assetMetadata/a","value":2}',
      '{"a":2}',
    ],
    [
      'finds keyed items by @key',
      '{"a":[{"@key":"x","v":1}]}',
      '{"op":"replace","path":"/a/x/v","value":2}',
      '{"a":[{"@key":"x","v":2}]}',
    ],
    ['adds once', '{"a":["x"]}', '{"op":"addUnique","path":"/a","value":"x"}', '{"a":["x"]}'],
    ['removes all equal items', '{"a":[1,2,1]}', '{"op":"removeAll","path":"/a","value":1}', '{"a":[2]}'],
    [
      'removes the first equal item',
      '{"a":[1,2,1]}',
      '{"op":"removeFirst","path":"/a","value":1}',
      '{"a":[2,1]}',
    ],
    ['removes what may be missing', '{"a":1}', '{"op":"removeIfExists","path":"/b"}', '{"a":1}'],
  ])('%s', async (_name, document, operation, expected) => {
    expect(await patched(document, operation)).toBe(expected)
  })

  it('keeps every byte that it does not change', async () => {
    const document =
      '{ "a": 9007199254740993,\n  "__proto__": 1.0, "d": 1, "d": "\\ud800",\t"10": -0, "9": 1E2 }'
    expect(await patched(document, '{"op":"add","path":"/z","value":true}')).toBe(
      document.replace(' }', ',"z":true }'),
    )
  })

  it('changes the last of two members with the same key, which is the one that counts', async () => {
    expect(await patched('{"a":1,"a":2}', '{"op":"replace","path":"/a","value":3}')).toBe('{"a":1,"a":3}')
  })

  it('writes new values with the digits that were sent', async () => {
    const text = await patched('{}', '{"op":"add","path":"/n","value":18446744073709551615}')
    expect(text).toBe('{"n":18446744073709551615}')
  })

  it('adds __proto__ as an ordinary key', async () => {
    expect(await patched('{}', '{"op":"add","path":"/__proto__","value":1}')).toBe('{"__proto__":1}')
  })

  it.each([
    ['same number, other spelling', '{"a":1.0}', '{"op":"test","path":"/a","value":1}', 200],
    [
      'numbers that only a double confuses',
      '{"a":9007199254740993}',
      '{"op":"test","path":"/a","value":9007199254740992}',
      422,
    ],
    [
      'members in another order',
      '{"a":{"x":1,"y":2}}',
      '{"op":"test","path":"/a","value":{"y":2,"x":1}}',
      200,
    ],
    ['items in another order', '{"a":[1,2]}', '{"op":"test","path":"/a","value":[2,1]}', 422],
    ['text and number', '{"a":"1"}', '{"op":"test","path":"/a","value":1}', 422],
    ['null and missing', '{"a":null}', '{"op":"test","path":"/b","value":null}', 422],
  ] as const)('tests equality: %s', async (_name, document, operation, expected) => {
    expect(await outcome(document, operation)).toBe(expected)
  })

  it.each([
    ['adding below a missing parent', '{}', '{"op":"add","path":"/a/b","value":1}'],
    ['adding beyond the end', '{"a":[]}', '{"op":"add","path":"/a/1","value":1}'],
    ['an index with a leading zero', '{"a":[1,2]}', '{"op":"remove","path":"/a/01"}'],
    ['removing a missing member', '{}', '{"op":"remove","path":"/a"}'],
    ['moving a value into itself', '{"a":{"b":1}}', '{"op":"move","from":"/a","path":"/a/c"}'],
    ['replacing the metadata by an array', '{}', '{"op":"replace","path":"","value":[]}'],
  ])('cannot apply %s', async (_name, document, operation) => {
    expect(await outcome(document, operation)).toBe(422)
  })

  it.each([
    ['a change of repositoryMetadata', '{"op":"add","path":"/repositoryMetadata/repo:name","value":"x"}'],
    ['a copy out of it', '{"op":"copy","from":"/repositoryMetadata/repo:name","path":"/a"}'],
    ['~2 in a pointer', '{"op":"add","path":"/a~2","value":1}'],
    ['~ at the end of a pointer', '{"op":"add","path":"/a~","value":1}'],
    ['~2 in from', '{"op":"copy","from":"/a~2","path":"/b"}'],
  ])('refuses %s with 400', async (_name, operation) => {
    expect(await outcome('{"a":1}', operation)).toBe(400)
  })
})
