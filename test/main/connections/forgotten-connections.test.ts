import { describe, expect, it } from 'vitest'
import { draftOf } from '../../support/drafts'
import { errorOf } from '../../support/failures'
import { openConnections, secretOf, textIn } from '../../support/open-connections'

describe('a forgotten connection', () => {
  it('is gone from file and keychain', async () => {
    const { folder, secrets, connections, restart } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    await connections.forget(id, false)
    expect([(await restart().list()).connections, secrets.kept.size, textIn(folder)]).toEqual([
      [],
      0,
      expect.not.stringContaining('Brand assets'),
    ])
  })

  it('is named as one that can be brought back', async () => {
    const { connections } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    await connections.forget(id, false)
    expect((await connections.list()).forgotten).toEqual([{ id, name: 'Brand assets' }])
  })

  it('comes first among those, the latest before the earlier', async () => {
    const { connections } = openConnections()
    for (const name of ['first', 'second']) {
      const { id } = await connections.save(draftOf({ name }), null)
      await connections.forget(id, false)
    }
    expect((await connections.list()).forgotten.map(({ name }) => name)).toEqual(['second', 'first'])
  })

  it('comes back with its secret and its date', async () => {
    const { connections, clock, restart } = openConnections()
    const saved = await connections.save(draftOf(), null)
    await connections.forget(saved.id, false)
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
    await connections.forget(id, false)
    await connections.restore(id)
    expect(await errorOf(connections.restore(id))).toEqual({ kind: 'gone' })
  })

  it('cannot be brought back after a restart', async () => {
    const { connections, restart } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    await connections.forget(id, false)
    expect(await errorOf(restart().restore(id))).toEqual({ kind: 'gone' })
  })

  it('that nobody knows says so', async () => {
    expect(await errorOf(openConnections().connections.forget('x', false))).toEqual({ kind: 'gone' })
  })

  it('can still be brought back when the keychain refused it at first', async () => {
    const { secrets, connections } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    await connections.forget(id, false)
    secrets.failWith('locked')
    expect(await errorOf(connections.restore(id))).toMatchObject({ problem: 'locked' })
    secrets.failWith(null)
    await connections.restore(id)
    expect(await secretOf(connections, id)).toBe('canary-secret')
  })

  it('gets a number behind its name when that was taken meanwhile', async () => {
    const { connections } = openConnections()
    const { id } = await connections.save(draftOf(), null)
    await connections.forget(id, false)
    await connections.save(draftOf(), null)
    await connections.restore(id)
    expect((await connections.all()).map(({ name }) => name)).toEqual(['Brand assets', 'Brand assets (2)'])
  })
})
