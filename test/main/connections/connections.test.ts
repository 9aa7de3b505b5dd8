import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { KeychainProblem } from '../../../src/shared/result'
import { draftOf, editOf } from '../../support/drafts'
import { errorOf } from '../../support/failures'
import { openConnections, secretOf, textIn } from '../../support/open-connections'

describe('a saved connection', () => {
  it('is there after a restart, with all but the secret in the file', async () => {
    const { connections, restart } = openConnections()
    await connections.save(draftOf({ imsHost: 'ims.example' }), null)
    expect((await restart().list()).connections).toMatchObject([
      {
        id: expect.any(String),
        kind: 'adobe',
        name: 'Brand assets',
        environment: 'stage',
        bucket: 'author-p1-e2',
        clientId: 'client-1',
        scopes: ['openid', 'AdobeID'],
        imsHost: 'https://ims.example',
        aemHost: null,
        secret: { place: 'keychain', since: '2026-03-01T12:00:00.000Z' },
      },
    ])
  })

  it('has its secret in the keychain after a restart', async () => {
    const { connections, restart } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    expect(await secretOf(restart(), id)).toBe('canary-secret')
  })

  it('leaves its secret in no file', async () => {
    const { folder, connections } = openConnections()
    await connections.save(draftOf(), null)
    expect(textIn(folder)).not.toContain('canary')
  })

  it('does not bring its secret or its keychain account back', async () => {
    const { secrets, connections } = openConnections()
    const saved = await connections.save(draftOf(), null)
    const [account] = secrets.kept.keys()
    expect(JSON.stringify([saved, await connections.list()])).not.toMatch(new RegExp(`canary|${account}`))
  })

  it('has a keychain account that says nothing of its name', async () => {
    const { secrets, connections } = openConnections()
    await connections.save(draftOf({ name: 'a/b' }), null)
    expect([...secrets.kept.keys()]).toEqual([
      expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
    ])
  })

  it.each(['__proto__', 'constructor', 'a/b', '😀', 'x'.repeat(120), '\u05d0bc'])(
    'may have the name %j',
    async (name) => {
      const { connections, restart } = openConnections()
      const { id } = await connections.save(draftOf({ name }), null)
      const after = restart()
      expect([(await after.find(id)).name, await secretOf(after, id)]).toEqual([name, 'canary-secret'])
    },
  )

  it('stands beside the others in the order of their making', async () => {
    const { connections, restart } = openConnections()
    for (const name of ['b', 'a', 'c']) await connections.save(draftOf({ name }), null)
    expect((await restart().list()).connections.map(({ name }) => name)).toEqual(['b', 'a', 'c'])
  })

  it('is kept whole when many are saved at once', async () => {
    const { connections, restart } = openConnections()
    const names = Array.from({ length: 20 }, (_, index) => `connection ${index}`)
    await Promise.all(names.map((name) => connections.save(draftOf({ name, secret: `of ${name}` }), null)))
    const after = restart()
    const kept = await Promise.all(
      (await after.all()).map(async ({ id, name }) => [name, await secretOf(after, id)]),
    )
    expect(kept).toEqual(names.map((name) => [name, `of ${name}`]))
  })
})

describe('a draft that is wrong', () => {
  it('is refused with every field that is, before anything is stored', async () => {
    const { folder, secrets, connections } = openConnections()
    const error = await errorOf(connections.save(draftOf({ name: '', secret: 'a\nb' }), null))
    expect([error, readdirSync(folder), secrets.kept.size]).toMatchObject([
      { kind: 'input', problems: [{ field: 'name' }, { field: 'secret' }] },
      [],
      0,
    ])
  })

  it.each(['Brand assets', '  Brand assets '])('is refused when its name is taken: %j', async (name) => {
    const { connections } = openConnections()
    await connections.save(draftOf(), null)
    expect(await errorOf(connections.save(draftOf({ name }), null))).toEqual({
      kind: 'input',
      problems: [{ field: 'name', code: 'name-taken', values: {} }],
    })
  })

  it('is not refused for its own name', async () => {
    const { connections } = openConnections()
    const saved = await connections.save(draftOf(), null)
    expect(await connections.save(editOf(saved), null)).toEqual(saved)
  })

  it('of a connection that is gone says so', async () => {
    const { connections } = openConnections()
    expect(await errorOf(connections.save(draftOf({ id: 'other' }), null))).toEqual({ kind: 'gone' })
  })
})

describe('an edited connection', () => {
  it('keeps its secret and its date when none was typed', async () => {
    const { connections, clock, restart } = openConnections()
    const saved = await connections.save(draftOf(), null)
    clock.pass(60_000)
    const edited = await connections.save(editOf(saved, { name: 'New name' }), null)
    expect([edited.secret, await secretOf(restart(), saved.id)]).toEqual([saved.secret, 'canary-secret'])
  })

  it('has a new secret when one was typed, since then', async () => {
    const { connections, clock, restart } = openConnections()
    const saved = await connections.save(draftOf(), null)
    clock.pass(60_000)
    const edited = await connections.save(editOf(saved, { secret: 'second' }), null)
    expect([edited.secret, await secretOf(restart(), saved.id)]).toEqual([
      { place: 'keychain', since: '2026-03-01T12:01:00.000Z' },
      'second',
    ])
  })

  it('leaves nothing of the replaced secret in the keychain', async () => {
    const { secrets, connections } = openConnections()
    const saved = await connections.save(draftOf(), null)
    await connections.save(editOf(saved, { secret: 'second' }), null)
    await connections.settled()
    expect([...secrets.kept.values()]).toEqual(['second'])
  })

  it('shares no secret with another', async () => {
    const { connections } = openConnections()
    const first = await connections.save(draftOf({ name: 'first', secret: 'of the first' }), null)
    const second = await connections.save(draftOf({ name: 'second', secret: 'of the second' }), null)
    await connections.save(editOf(first, { name: 'first', secret: 'new of the first' }), null)
    expect([await secretOf(connections, first.id), await secretOf(connections, second.id)]).toEqual([
      'new of the first',
      'of the second',
    ])
  })
})

describe('a keychain that does not do it', () => {
  const problems: KeychainProblem[] = ['absent', 'locked', 'hung', 'refused', 'not-loaded']

  it.each(problems)('(%s) keeps a new connection from being saved', async (problem) => {
    const { secrets, connections, restart } = openConnections()
    secrets.failWith(problem)
    const error = await errorOf(connections.save(draftOf(), null))
    expect([error, (await restart().list()).connections]).toMatchObject([{ kind: 'keychain', problem }, []])
  })

  it('keeps the old secret when it does not keep the new one', async () => {
    const { secrets, connections, restart } = openConnections()
    const saved = await connections.save(draftOf(), null)
    secrets.keepNothing()
    const error = await errorOf(connections.save(editOf(saved, { name: 'New', secret: 'second' }), null))
    const after = restart()
    expect([error, (await after.find(saved.id)).name, await secretOf(after, saved.id)]).toMatchObject([
      { kind: 'keychain', problem: 'not-kept' },
      'Brand assets',
      'canary-secret',
    ])
  })

  it('does not keep other fields from being saved', async () => {
    const { secrets, connections } = openConnections()
    const saved = await connections.save(draftOf(), null)
    secrets.failWith('locked')
    expect(await connections.save(editOf(saved, { name: 'New name' }), null)).toMatchObject({
      name: 'New name',
    })
  })

  it('says so when a secret is read, and the connection stays', async () => {
    const { secrets, connections } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    secrets.failWith('locked')
    const error = await errorOf(secretOf(connections, id))
    expect([error, (await connections.list()).connections.length]).toMatchObject([{ problem: 'locked' }, 1])
  })

  it('says so when a secret was removed by another program', async () => {
    const { secrets, connections } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    secrets.kept.clear()
    expect(await errorOf(secretOf(connections, id))).toMatchObject({ problem: 'secret-missing' })
  })
})
