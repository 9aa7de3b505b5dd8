import { describe, expect, it } from 'vitest'
import { draftOf, editOf } from '../../support/drafts'
import { errorOf } from '../../support/failures'
import { openConnections, secretOf, textIn } from '../../support/open-connections'

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
      { place: 'missing' },
      null,
    ])
  })

  it('is in no file and not in the keychain', async () => {
    const { folder, secrets, connections } = openConnections()
    await connections.save(forSession, null)
    expect([textIn(folder).includes('canary'), secrets.kept.size]).toEqual([false, 0])
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
    await connections.forget(saved.id, false)
    await connections.restore(saved.id)
    expect([[...secrets.kept.values()], await secretOf(connections, saved.id)]).toEqual([[], 'only here'])
  })

  it('takes the place of the one in the keychain, which does not serve after a restart', async () => {
    const { connections, restart } = openConnections()
    const saved = await connections.save(draftOf(), null)
    await connections.save(editOf(saved, { secret: 'only here', keepSecretIn: 'session' }), null)
    const after = restart()
    expect([(await after.list()).connections[0]?.secret, await secretOf(after, saved.id)]).toEqual([
      { place: 'missing' },
      null,
    ])
  })

  it('lets the one whose place it took go from the keychain as soon as that works', async () => {
    const { secrets, connections } = openConnections()
    const saved = await connections.save(draftOf(), null)
    secrets.failWith('locked')
    await connections.save(editOf(saved, { secret: 'only here', keepSecretIn: 'session' }), null)
    secrets.failWith(null)
    await connections.save(draftOf({ name: 'Another', secret: 'another' }), null)
    await connections.settled()
    expect([...secrets.kept.values()]).toEqual(['another'])
  })

  it('stays beside another one that is promoted, and can be promoted again', async () => {
    const { connections } = openConnections()
    const saved = await connections.save(forSession, null)
    await connections.saveSecondSecret(saved.id, 'second')
    const promoted = await connections.promoteSecret(saved.id)
    const record = await connections.find(saved.id)
    const both = [await connections.readSecret(record), await connections.readSecret(record, 'second')]
    await connections.promoteSecret(saved.id)
    expect([promoted.secondSecret?.place, both, await secretOf(connections, saved.id)]).toEqual([
      'session',
      ['second', 'canary-secret'],
      'canary-secret',
    ])
  })

  it('is not written down by being promoted', async () => {
    const { folder, secrets, connections } = openConnections()
    const saved = await connections.save(forSession, null)
    await connections.saveSecondSecret(saved.id, 'second')
    await connections.promoteSecret(saved.id)
    expect([textIn(folder).includes('canary'), [...secrets.kept.values()]]).toEqual([false, ['second']])
  })
})

describe('a second secret, while secrets are rotated', () => {
  async function withOther() {
    const opened = openConnections()
    const { id } = await opened.connections.save(draftOf({ secret: 'current' }), null)
    await opened.connections.saveSecondSecret(id, 'second')
    async function both(connections = opened.connections) {
      const record = await connections.find(id)
      return [await connections.readSecret(record), await connections.readSecret(record, 'second')]
    }
    return { ...opened, id, both }
  }

  it('stands beside the current one', async () => {
    const { both, restart } = await withOther()
    expect(await both(restart())).toEqual(['current', 'second'])
  })

  it('changes places with it when promoted', async () => {
    const { id, connections, both, restart } = await withOther()
    await connections.promoteSecret(id)
    expect(await both(restart())).toEqual(['second', 'current'])
  })

  it('is gone from the keychain when forgotten', async () => {
    const { id, secrets, connections } = await withOther()
    await connections.forgetSecondSecret(id)
    expect([...secrets.kept.values()]).toEqual(['current'])
  })

  it('leaves nothing of the one before when replaced', async () => {
    const { id, secrets, connections } = await withOther()
    await connections.saveSecondSecret(id, 'third')
    await connections.settled()
    expect([...secrets.kept.values()].sort()).toEqual(['current', 'third'])
  })

  it('is held to the rules of every secret', async () => {
    const { id, connections } = await withOther()
    expect(await errorOf(connections.saveSecondSecret(id, 'a\nb'))).toMatchObject({
      problems: [{ field: 'secondSecret', code: 'secret-line-break' }],
    })
  })

  it('comes back with a forgotten connection', async () => {
    const { id, connections, both } = await withOther()
    await connections.forget(id, false)
    await connections.restore(id)
    expect(await both()).toEqual(['current', 'second'])
  })

  it('cannot be promoted when there is none', async () => {
    const { connections } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    expect(await errorOf(connections.promoteSecret(id))).toEqual({ kind: 'gone' })
  })
})
