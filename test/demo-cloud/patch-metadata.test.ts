import { describe, expect, it } from 'vitest'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { type Answer, call, json, metadataUrl, signIn, startCloud } from './client'

const titlePatch = '[{"op":"replace","path":"/dc:title","value":"foo"}]'

function patch(cloud: DemoCloud, headers: Record<string, string>, body = titlePatch): Promise<Answer> {
  const defaults = { 'content-type': 'application/json-patch+json', 'if-match': '*' }
  return call(metadataUrl(cloud), { method: 'PATCH', headers: { ...defaults, ...headers }, body })
}

function without(headers: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))
}

describe('PATCH metadata', () => {
  it('changes the metadata and the ETag, and says who did it and when', async () => {
    const cloud = await startCloud({ clock: () => Date.parse('2026-06-01T00:00:00.000Z') })
    const headers = await signIn(cloud, 'Editor')
    const { etag = '' } = (await call(metadataUrl(cloud), { headers })).headers
    const answer = await patch(cloud, { ...headers, 'if-match': etag })
    expect(answer.status).toBe(200)
    expect(answer.headers.etag).not.toBe(etag)
    const read = await call(metadataUrl(cloud), { headers })
    expect(read.body.equals(answer.body)).toBe(true)
    expect(json(read)).toMatchObject({
      assetMetadata: { 'dc:title': 'foo' },
      repositoryMetadata: {
        'repo:modifyDate': '2026-06-01T00:00:00.000Z',
        'repo:modifiedBy': expect.stringMatching(/@techacct\.adobe\.com$/),
        'repo:etag': answer.headers.etag,
      },
    })
  })

  it('makes a new ETag even when nothing changes and the clock stands still', async () => {
    const cloud = await startCloud({ clock: () => 1_600_000_000_000 })
    const headers = await signIn(cloud, 'Editor')
    const answers = [await patch(cloud, headers), await patch(cloud, headers), await patch(cloud, headers)]
    expect(new Set(answers.map(({ headers: { etag } }) => etag)).size).toBe(3)
  })

  it('is refused to a read-only account before the precondition is looked at', async () => {
    const cloud = await startCloud()
    const headers = { ...(await signIn(cloud, 'Reader')), 'if-match': '"impossible"' }
    const answer = await patch(cloud, headers)
    expect([answer.status, answer.headers['content-type']]).toEqual([403, 'application/problem+json'])
    expect(json(answer).detail).not.toMatch(/allowlist|scopes/)
  })

  it('is refused after the precondition when the switch says so', async () => {
    const cloud = await startCloud({ switches: { rightsBeforePrecondition: false } })
    const headers = await signIn(cloud, 'Reader')
    expect((await patch(cloud, { ...headers, 'if-match': '"impossible"' })).status).toBe(412)
    expect((await patch(cloud, headers)).status).toBe(403)
  })

  it('of two that start from the same ETag, only the first is applied', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Editor')
    const { etag = '' } = (await call(metadataUrl(cloud), { headers })).headers
    const answers = await Promise.all(
      ['first', 'second'].map((value) =>
        patch(cloud, { ...headers, 'if-match': etag }, JSON.stringify([{ op: 'add', path: '/race', value }])),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(json(answers.find(({ status }) => status === 412) ?? answers[0] ?? never()).title).toBe(
      'Precondition Failed',
    )
  })

  it('does not take a weak ETag', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Editor')
    const { etag = '' } = (await call(metadataUrl(cloud), { headers })).headers
    expect((await patch(cloud, { ...headers, 'if-match': `W/${etag}` })).status).toBe(412)
  })

  it.each([
    [428, 428],
    [400, 400],
    [null, 200],
  ] as const)('without If-Match, switch %s answers %s', async (missingIfMatchStatus, status) => {
    const cloud = await startCloud({ switches: { missingIfMatchStatus } })
    const headers = { ...(await signIn(cloud, 'Editor')), 'content-type': 'application/json-patch+json' }
    const answer = await call(metadataUrl(cloud), { method: 'PATCH', headers, body: titlePatch })
    expect(answer.status).toBe(status)
  })

  it('answers 415 with Accept-Patch to another content type', async () => {
    const cloud = await startCloud()
    const answer = await patch(cloud, {
      ...(await signIn(cloud, 'Editor')),
      'content-type': 'application/json',
    })
    expect([answer.status, answer.headers['accept-patch']]).toEqual([415, 'application/json-patch+json'])
  })

  it.each([
    '',
    '{',
    '{}',
    '[1]',
    '[{"op":"add"}]',
    '[{"op":"frobnicate","path":"/a"}]',
    '[{"op":"add","path":"/a"}]',
    '[{"op":"add","path":"dc:title","value":1}]',
    '[{"op":"add","path":"/repositoryMetadata/repo:name","value":"x"}]',
  ])('answers 400 to a body that is no JSON Patch: %s', async (body) => {
    const cloud = await startCloud()
    expect((await patch(cloud, await signIn(cloud, 'Editor'), body)).status).toBe(400)
  })

  it.each([
    '[{"op":"replace","path":"/no:such","value":1}]',
    '[{"op":"test","path":"/dc:title","value":"other"}]',
    '[{"op":"remove","path":""}]',
  ])('answers 422 to a patch that cannot be applied: %s', async (body) => {
    const cloud = await startCloud()
    expect((await patch(cloud, await signIn(cloud, 'Editor'), body)).status).toBe(422)
  })

  it('applies all operations or none', async () => {
    const cloud = await startCloud()
    const headers = await signIn(cloud, 'Editor')
    const before = await call(metadataUrl(cloud), { headers })
    const body = '[{"op":"remove","path":"/dc:title"},{"op":"test","path":"/dc:creator","value":[]}]'
    expect((await patch(cloud, headers, body)).status).toBe(422)
    const after = await call(metadataUrl(cloud), { headers })
    expect(after.body.equals(before.body)).toBe(true)
  })

  it('answers 204 when the switch says so', async () => {
    const cloud = await startCloud({ switches: { patchedStatus: 204 } })
    const answer = await patch(cloud, await signIn(cloud, 'Editor'))
    expect([answer.status, answer.body.length]).toEqual([204, 0])
  })

  it('lets the experimental header be left out', async () => {
    const cloud = await startCloud()
    const headers = without(await signIn(cloud, 'Editor'), 'x-adobe-accept-experimental')
    expect((await patch(cloud, headers)).status).toBe(200)
  })
})

describe('path forms of PATCH', () => {
  const forms = {
    pointer: '/dc:title',
    'asset-metadata': '/assetMetadata/dc:title',
    bare: 'dc:title',
  } as const
  type Form = keyof typeof forms

  async function statusOf(taken: readonly Form[], form: Form): Promise<number | null> {
    const cloud = await startCloud({ switches: { patchPaths: taken } })
    const body = JSON.stringify([{ op: 'replace', path: forms[form], value: 'foo' }])
    return (await patch(cloud, await signIn(cloud, 'Editor'), body)).status
  }

  it.each(['pointer', 'asset-metadata', 'bare'] as const)(
    'takes %s when the switch says so',
    async (form) => {
      expect(await statusOf([form], form)).toBe(200)
    },
  )

  it.each([
    ['pointer', 422],
    ['asset-metadata', 422],
    ['bare', 400],
  ] as const)('refuses %s with %i when the switch says so', async (form, status) => {
    const others = (['pointer', 'asset-metadata', 'bare'] as const).filter((each) => each !== form)
    expect(await statusOf(others, form)).toBe(status)
  })

  it('changes the same field by each of them', async () => {
    const cloud = await startCloud({ switches: { patchPaths: ['pointer', 'asset-metadata', 'bare'] } })
    const headers = await signIn(cloud, 'Editor')
    for (const [form, path] of Object.entries(forms)) {
      const body = JSON.stringify([{ op: 'replace', path, value: form }])
      expect(json(await patch(cloud, headers, body)).assetMetadata).toMatchObject({ 'dc:title': form })
    }
  })
})

describe('a conflict', () => {
  it('answers 409 to a stale If-Match when the switch says so', async () => {
    const cloud = await startCloud({ switches: { staleIfMatchStatus: 409 } })
    const answer = await patch(cloud, { ...(await signIn(cloud, 'Editor')), 'if-match': '"stale"' })
    expect([answer.status, json(answer).title]).toEqual([409, 'Conflict'])
  })

  it('answers 409 to the first change of the asset that shows it, and makes the next', async () => {
    const cloud = await startCloud()
    const headers = {
      ...(await signIn(cloud, 'Editor')),
      'content-type': 'application/json-patch+json',
      'if-match': '*',
    }
    const found = cloud.assets.find(({ path }) => path.includes('conflict-once'))
    const url = metadataUrl(cloud, found?.assetId)
    const statuses = [
      (await call(url, { headers })).status,
      (await call(url, { method: 'PATCH', headers, body: titlePatch })).status,
      (await call(url, { method: 'PATCH', headers, body: titlePatch })).status,
    ]
    expect(statuses).toEqual([200, 409, 200])
  })
})

function never(): never {
  throw new Error('No answer')
}

describe('an operation that cannot be applied', () => {
  const body = '[{"op":"remove","path":"/dc:title"},{"op":"remove","path":"/no:such"}]'
  it.each([
    ['sentence', { detail: 'There is no value at /no:such.' }],
    ['path', { path: '/no:such' }],
    ['index', { index: 1 }],
    ['errors', { errors: [{ detail: 'There is no value at /no:such.', pointer: '#/1/path' }] }],
  ] as const)('is named as the switch says: %s', async (patchProblemNames, members) => {
    const cloud = await startCloud({ switches: { patchProblemNames } })
    expect(json(await patch(cloud, await signIn(cloud, 'Editor'), body))).toMatchObject(members)
  })

  it('is not named when the switch says so', async () => {
    const cloud = await startCloud({ switches: { patchProblemNames: 'nothing' } })
    const answer = await patch(cloud, await signIn(cloud, 'Editor'), body)
    expect([answer.status, answer.body.toString().includes('no:such')]).toEqual([422, false])
  })

  it('is one of a computed field when the switch says so', async () => {
    const cloud = await startCloud({ switches: { computedFieldsReadOnly: true } })
    const answer = await patch(
      cloud,
      await signIn(cloud, 'Editor'),
      '[{"op":"set","path":"/dam:size","value":1}]',
    )
    expect(json(answer)).toMatchObject({ status: 422, detail: '"dam:size" is read-only.' })
  })
})
