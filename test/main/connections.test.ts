import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Connections } from '../../src/main/services/connections'
import type { Connection } from '../../src/shared/connection'
import type { KeychainProblem } from '../../src/shared/result'
import { draftOf } from './drafts'
import { errorOf } from './failures'
import { openConnections } from './open-connections'

const secretOf = async (connections: Connections, id: string): Promise<string | null> =>
  connections.readSecret(await connections.find(id))

const everythingIn = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

const editOf = ({ id }: Connection, typed: Parameters<typeof draftOf>[0] = {}) =>
  draftOf({ id, secret: '', ...typed })

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
    expect(everythingIn(folder)).not.toContain('canary')
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

  it.each(['__proto__', 'constructor', 'a/b', '😀', 'x'.repeat(120), '\u202eevil'])(
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

  it('keeps a connection that was to be forgotten', async () => {
    const { secrets, connections, restart } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    secrets.failWith('locked')
    expect(await errorOf(connections.forget(id))).toMatchObject({ problem: 'locked' })
    secrets.failWith(null)
    expect(await secretOf(restart(), id)).toBe('canary-secret')
  })
})

describe('a secret for this session only', () => {
  const forSession = draftOf({ keepSecretIn: 'session' })

  it('is used while the program runs, and shown to be that', async () => {
    const { connections } = openConnections()
    const saved = await connections.save(forSession, null)
    expect([saved.secret, await secretOf(connections, saved.id)]).toEqual([
      { place: 'session', since: '2026-03-01T12:00:00.000Z' },
      'canary-secret',
    ])
  })

  it('needs no keychain', async () => {
    const { secrets, connections } = openConnections()
    secrets.failWith('absent')
    expect((await connections.save(forSession, null)).secret.place).toBe('session')
  })

  it('is gone after a restart, and the connection says so', async () => {
    const { connections, restart } = openConnections()
    const { id } = await connections.save(forSession, null)
    const after = restart()
    expect([(await after.list()).connections[0]?.secret, await secretOf(after, id)]).toEqual([
      { place: 'nowhere' },
      null,
    ])
  })

  it('is in no file and not in the keychain', async () => {
    const { folder, secrets, connections } = openConnections()
    await connections.save(forSession, null)
    expect([everythingIn(folder).includes('canary'), secrets.kept.size]).toEqual([false, 0])
  })

  it('is kept when another field is edited', async () => {
    const { connections } = openConnections()
    const saved = await connections.save(forSession, null)
    await connections.save(editOf(saved, { name: 'New name' }), null)
    expect(await secretOf(connections, saved.id)).toBe('canary-secret')
  })

  it('gives way to one in the keychain', async () => {
    const { connections, restart } = openConnections()
    const saved = await connections.save(forSession, null)
    const edited = await connections.save(editOf(saved, { secret: 'second' }), null)
    expect([edited.secret.place, await secretOf(restart(), saved.id)]).toEqual(['keychain', 'second'])
  })

  it('does not come into the keychain by being forgotten and restored', async () => {
    const { secrets, connections } = openConnections()
    const saved = await connections.save(draftOf(), null)
    await connections.save(editOf(saved, { secret: 'only here', keepSecretIn: 'session' }), null)
    await connections.forget(saved.id)
    await connections.restore(saved.id)
    expect([[...secrets.kept.values()], await secretOf(connections, saved.id)]).toEqual([
      ['canary-secret'],
      'only here',
    ])
  })
})

describe('a forgotten connection', () => {
  it('is gone from file and keychain', async () => {
    const { folder, secrets, connections, restart } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    await connections.forget(id)
    expect([(await restart().list()).connections, secrets.kept.size, everythingIn(folder)]).toEqual([
      [],
      0,
      expect.not.stringContaining('Brand assets'),
    ])
  })

  it('is named as one that can be brought back', async () => {
    const { connections } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    expect((await connections.forget(id)).forgotten).toEqual([{ id, name: 'Brand assets' }])
  })

  it('comes first among those, the latest before the earlier', async () => {
    const { connections } = openConnections()
    for (const name of ['first', 'second']) {
      const { id } = await connections.save(draftOf({ name }), null)
      await connections.forget(id)
    }
    expect((await connections.list()).forgotten.map(({ name }) => name)).toEqual(['second', 'first'])
  })

  it('comes back with its secret and its date', async () => {
    const { connections, clock, restart } = openConnections()
    const saved = await connections.save(draftOf(), null)
    await connections.forget(saved.id)
    clock.pass(60_000)
    await connections.restore(saved.id)
    const after = restart()
    expect([(await after.list()).connections, await secretOf(after, saved.id)]).toEqual([
      [saved],
      'canary-secret',
    ])
  })

  it('cannot be brought back twice', async () => {
    const { connections } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    await connections.forget(id)
    await connections.restore(id)
    expect(await errorOf(connections.restore(id))).toEqual({ kind: 'gone' })
  })

  it('cannot be brought back after a restart', async () => {
    const { connections, restart } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    await connections.forget(id)
    expect(await errorOf(restart().restore(id))).toEqual({ kind: 'gone' })
  })

  it('that nobody knows says so', async () => {
    expect(await errorOf(openConnections().connections.forget('x'))).toEqual({ kind: 'gone' })
  })

  it('can still be brought back when the keychain refused it at first', async () => {
    const { secrets, connections } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    await connections.forget(id)
    secrets.failWith('locked')
    expect(await errorOf(connections.restore(id))).toMatchObject({ problem: 'locked' })
    secrets.failWith(null)
    await connections.restore(id)
    expect(await secretOf(connections, id)).toBe('canary-secret')
  })
})

describe('a second secret, while secrets are rotated', () => {
  const withOther = async () => {
    const opened = openConnections()
    const { id } = await opened.connections.save(draftOf({ secret: 'current' }), null)
    await opened.connections.saveOtherSecret(id, 'other')
    const both = async (connections = opened.connections) => {
      const record = await connections.find(id)
      return [await connections.readSecret(record), await connections.readSecret(record, 'other')]
    }
    return { ...opened, id, both }
  }

  it('stands beside the current one', async () => {
    const { both, restart } = await withOther()
    expect(await both(restart())).toEqual(['current', 'other'])
  })

  it('changes places with it when promoted', async () => {
    const { id, connections, both, restart } = await withOther()
    await connections.promoteSecret(id)
    expect(await both(restart())).toEqual(['other', 'current'])
  })

  it('is gone from the keychain when forgotten', async () => {
    const { id, secrets, connections } = await withOther()
    await connections.forgetOtherSecret(id)
    expect([...secrets.kept.values()]).toEqual(['current'])
  })

  it('leaves nothing of the one before when replaced', async () => {
    const { id, secrets, connections } = await withOther()
    await connections.saveOtherSecret(id, 'third')
    expect([...secrets.kept.values()].sort()).toEqual(['current', 'third'])
  })

  it('is held to the rules of every secret', async () => {
    const { id, connections } = await withOther()
    expect(await errorOf(connections.saveOtherSecret(id, 'a\nb'))).toMatchObject({
      problems: [{ field: 'otherSecret', code: 'secret-line-break' }],
    })
  })

  it('comes back with a forgotten connection', async () => {
    const { id, connections, both } = await withOther()
    await connections.forget(id)
    await connections.restore(id)
    expect(await both()).toEqual(['current', 'other'])
  })

  it('cannot be promoted when there is none', async () => {
    const { connections } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    expect(await errorOf(connections.promoteSecret(id))).toEqual({ kind: 'gone' })
  })
})
