import { describe, expect, it } from 'vitest'
import type { KeychainProblem } from '../../../src/shared/result'
import { draftOf, editOf } from '../../support/drafts'
import { errorOf } from '../../support/failures'
import { openConnections, secretOf } from '../../support/open-connections'

const troubles: KeychainProblem[] = ['absent', 'locked', 'hung', 'refused', 'not-loaded']

async function withConnection() {
  const opened = openConnections()
  const saved = await opened.connections.save(draftOf(), null)
  return { ...opened, saved, id: saved.id }
}

describe('a connection whose secret the keychain does not give', () => {
  it.each(troubles)('is not forgotten, and that is said (%s)', async (problem) => {
    const { id, secrets, connections, restart } = await withConnection()
    secrets.failWhen(problem, (operation) => operation === 'get')
    const error = await errorOf(connections.forget(id, false))
    secrets.failWith(null)
    expect([error, await secretOf(connections, id), await secretOf(restart(), id)]).toMatchObject([
      { kind: 'keychain', problem },
      'canary-secret',
      'canary-secret',
    ])
  })

  it('is forgotten for good when that is what is wanted', async () => {
    const { id, secrets, connections, restart } = await withConnection()
    secrets.failWith('locked')
    await connections.forget(id, true)
    const { connections: left, forgotten } = await connections.list()
    expect([left, forgotten, await restart().all()]).toEqual([[], [], []])
  })

  it('is forgotten for good without waiting for the keychain', async () => {
    const { id, secrets, connections } = await withConnection()
    secrets.hold()
    await connections.forget(id, true)
    expect(await connections.all()).toEqual([])
  })

  it('is forgotten when the secret is not there at all', async () => {
    const { id, secrets, connections } = await withConnection()
    secrets.kept.clear()
    await connections.forget(id, false)
    expect((await connections.list()).forgotten).toEqual([{ id, name: 'Brand assets' }])
  })
})

describe('a secret that the keychain does not let go of', () => {
  async function forgottenWithTwo() {
    const opened = await withConnection()
    await opened.connections.saveSecondSecret(opened.id, 'other')
    let deletes = 0
    opened.secrets.failWhen('locked', (operation) => operation === 'delete' && ++deletes === 2)
    return { ...opened, outcome: await opened.connections.forget(opened.id, false) }
  }

  it('is said to be left', async () => {
    const { outcome } = await forgottenWithTwo()
    expect(outcome).toEqual({ isSecretLeft: true })
  })

  it('leaves nothing of its connection in the program', async () => {
    const { connections, restart } = await forgottenWithTwo()
    expect([await connections.all(), await restart().all()]).toEqual([[], []])
  })

  it('goes with the next secret that is read', async () => {
    const { secrets, connections, restart } = await forgottenWithTwo()
    secrets.failWith('locked')
    const { id } = await connections.save(draftOf({ keepSecretIn: 'session' }), null)
    secrets.failWith(null)
    const after = restart()
    await after.save(draftOf({ id, secret: 'stored' }), null)
    await secretOf(after, id)
    await after.settled()
    expect([...secrets.kept.values()]).toEqual(['stored'])
  })

  it('is said to be left of a rotation, too', async () => {
    const { id, secrets, connections } = await withConnection()
    await connections.saveSecondSecret(id, 'other')
    secrets.failWhen('refused', (operation) => operation === 'delete')
    const outcome = await connections.forgetSecondSecret(id)
    expect(outcome).toMatchObject({ connection: { secondSecret: null }, isSecretLeft: true })
  })

  it('is not said to be left when it is gone', async () => {
    const { id, connections } = await withConnection()
    expect(await connections.forget(id, false)).toEqual({ isSecretLeft: false })
  })
})

describe('a keychain that does not answer', () => {
  it('keeps no secret waiting that goes to memory alone', async () => {
    const { saved, secrets, connections } = await withConnection()
    secrets.hold()
    const hanging = errorOf(connections.save(editOf(saved, { secret: 'for the keychain' }), null))
    await connections.save(editOf(saved, { secret: 'only here', keepSecretIn: 'session' }), null)
    expect([await secretOf(connections, saved.id), await hanging]).toEqual([
      'only here',
      { kind: 'cancelled' },
    ])
  })

  it('keeps no other connection waiting', async () => {
    const { saved, secrets, connections } = await withConnection()
    secrets.hold()
    void connections.save(draftOf({ name: 'Another' }), null)
    const renamed = await connections.save(editOf(saved, { name: 'New name' }), null)
    expect(renamed.name).toBe('New name')
  })

  it('keeps no other field of the same connection waiting', async () => {
    const { id, saved, secrets, connections } = await withConnection()
    const { letGo } = secrets.hold()
    const storing = connections.saveSecondSecret(id, 'other')
    await connections.save(editOf(saved, { name: 'New name' }), null)
    letGo()
    await storing
    const { name, secondSecret } = await connections.find(id)
    expect([name, secondSecret?.place]).toEqual(['New name', 'keychain'])
  })

  it('does not bring a forgotten connection back when it answers', async () => {
    const { saved, secrets, connections } = await withConnection()
    const { letGo } = secrets.hold()
    const hanging = errorOf(connections.save(editOf(saved, { secret: 'second' }), null))
    await connections.forget(saved.id, true)
    letGo()
    expect([await hanging, await connections.all()]).toEqual([{ kind: 'cancelled' }, []])
  })

  it('does not make two connections of one name when it answers', async () => {
    const { secrets, connections } = openConnections()
    const { letGo } = secrets.hold()
    const first = errorOf(connections.save(draftOf(), null))
    await connections.save(draftOf({ secret: 'only here', keepSecretIn: 'session' }), null)
    letGo()
    expect(await first).toMatchObject({ problems: [{ field: 'name', code: 'name-taken' }] })
    await connections.settled()
    expect([(await connections.all()).length, secrets.kept.size]).toEqual([1, 0])
  })

  it('is waited for before the program may end', async () => {
    const { id, secrets, connections } = await withConnection()
    const { letGo } = secrets.hold()
    const forgetting = connections.forget(id, false)
    const settled = connections.settled().then(() => secrets.kept.size)
    letGo()
    await forgetting
    expect(await settled).toBe(0)
  })
})

describe('work that is under way while secrets are rotated', () => {
  it('gets the new secret when the old one was removed', async () => {
    const { saved, connections } = await withConnection()
    const before = await connections.find(saved.id)
    await connections.save(editOf(saved, { secret: 'second' }), null)
    await connections.settled()
    expect(await connections.readSecret(before)).toBe('second')
  })

  it('gets the new secret when the old one is removed while it is read', async () => {
    const { saved, secrets, connections } = await withConnection()
    const before = await connections.find(saved.id)
    const { letGo } = secrets.hold()
    const reading = connections.readSecret(before)
    await connections.save(editOf(saved, { secret: 'only here', keepSecretIn: 'session' }), null)
    secrets.kept.clear()
    letGo()
    expect(await reading).toBe('only here')
  })

  it('is told when the connection was forgotten', async () => {
    const { id, connections } = await withConnection()
    const before = await connections.find(id)
    await connections.forget(id, false)
    expect(await errorOf(connections.readSecret(before))).toEqual({ kind: 'gone' })
  })

  it('ends when it is cancelled, whatever the keychain does', async () => {
    const { id, secrets, connections } = await withConnection()
    const record = await connections.find(id)
    secrets.hold()
    const controller = new AbortController()
    const reading = connections.readSecret(record, 'current', controller.signal)
    controller.abort('enough')
    await expect(reading).rejects.toBe('enough')
  })
})
