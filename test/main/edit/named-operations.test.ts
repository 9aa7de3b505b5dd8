import { describe, expect, it } from 'vitest'
import { namedOperations } from '../../../src/main/edit/named-operations'
import { writePatch } from '../../../src/main/edit/patch-operations'
import type { PathForm } from '../../../src/shared/edit'

const operations = [
  { op: 'replace', path: ['dc:title'], value: '"A"' },
  { op: 'add', path: ['dc:subject', 2], value: '"b"' },
  { op: 'remove', path: ['dc:subject', 0] },
  { op: 'add', path: ['status'], value: '1' },
  { op: 'add', path: ['dc:title2'], value: '1' },
]
const forms = ['asset-metadata', 'pointer', 'bare'] as const satisfies readonly PathForm[]

function problem(members: Record<string, unknown>): string {
  return JSON.stringify({
    type: 'https://api.adobeaemcloud.com/adobe/meta/errors/unprocessable_content',
    title: 'Unprocessable Content',
    status: 422,
    requestId: 'dc:title',
    ...members,
  })
}

describe.each(forms)('of a patch whose paths are written as %s', (form) => {
  const patch = writePatch(operations, form)
  it.each<[string, Record<string, unknown>, number[]]>([
    ['a sentence with its path', { detail: 'There is no value at /dc:subject/2.' }, [1]],
    ['a sentence with its whole path', { detail: '"/assetMetadata/dc:title" is no property.' }, [0]],
    ['a sentence with its field', { detail: 'The property dc:title is read-only.' }, [0]],
    ['a sentence with a field of several', { detail: 'dc:subject takes no more values' }, [1, 2]],
    ['a plain word in quotes', { detail: 'Unknown property "status"' }, [3]],
    ['a member path', { path: '/assetMetadata/dc:title2' }, [4]],
    ['a member field', { field: 'assetMetadata.dc:title' }, [0]],
    ['a plain word alone', { field: 'status' }, [3]],
    ['a member index', { index: 2 }, [2]],
    ['pointers into the patch', { errors: [{ pointer: '#/4/path' }, { pointer: '/0/value' }] }, [0, 4]],
    ['a position and a sentence', { index: 3, detail: 'dc:title' }, [3]],
  ])('names by %s', (_how, members, expected) => {
    expect(namedOperations(problem(members), patch)).toEqual(expected)
  })

  it.each<[string, Record<string, unknown>]>([
    ['says nothing', {}],
    ['has a number in its sentence', { detail: 'Operation 2 cannot be applied.' }],
    ['has a word of its sentence in common', { detail: 'The status of the asset does not allow this.' }],
    ['names another field', { detail: 'dc:title3 and xdc:title are read-only.' }],
    ['has a position beyond the patch', { index: 5 }],
    ['has members of the call alone', { instance: '/adobe/assets/status' }],
  ])('names none where the answer %s', (_how, members) => {
    expect(namedOperations(problem(members), patch)).toEqual([])
  })
})

it.each(['', 'null', '<html>/dc:title</html>', '[[[[[[[[["/dc:title"]]]]]]]]]'])(
  'names none for %j',
  (answer) => {
    expect(namedOperations(answer, writePatch(operations, 'pointer'))).toEqual([])
  },
)
