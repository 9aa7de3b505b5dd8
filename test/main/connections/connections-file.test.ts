import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Connections } from '../../../src/main/connections/connections'
import { Failure } from '../../../src/main/failures/failure'
import { breakingFile, breakingSecrets, createBreaker } from '../../support/breaking'
import { draftOf } from '../../support/drafts'
import { errorOf } from '../../support/failures'
import { createMemorySecretStore } from '../../support/memory-secret-store'
import { openConnections } from '../../support/open-connections'
import { tempFolder } from '../../support/serve'
import { createSettableClock } from '../../support/settable-clock'
import { connectionsFileIn, startConnections } from '../../support/start-connections'

describe('a connections file that cannot be understood', () => {
  const broken: readonly [string, string][] = [
    ['an empty one', ''],
    ['a truncated one', '{"version":1,"connections":[{"id":"x"'],
    ['one of another kind', '[]'],
    ['one with wrong types', '{"version":1,"connections":{},"accountsToRemove":[]}'],
    ['one without members', '{}'],
    ['one of a newer version', '{"version":2,"connections":[],"accountsToRemove":[]}'],
    ['a huge one', `${' '.repeat(32_000_001)}{"version":1,"connections":[],"accountsToRemove":[]}`],
  ]

  it.each(broken)('is put aside as it was: %s', async (_name, content) => {
    const { folder, connections } = openConnections()
    writeFileSync(join(folder, 'connections.json'), content)
    const { setAside } = await connections.list()
    expect(readFileSync(setAside ?? '', 'utf8') === content).toBe(true)
  })

  it.each(broken)('leaves the program with no connections: %s', async (_name, content) => {
    const { folder, connections } = openConnections()
    writeFileSync(join(folder, 'connections.json'), content)
    expect((await connections.list()).connections).toEqual([])
  })

  it('is not written over by the next save', async () => {
    const { folder, connections } = openConnections()
    writeFileSync(join(folder, 'connections.json'), 'mine')
    await connections.save(draftOf(), null)
    expect(readFileSync((await connections.list()).setAside ?? '', 'utf8')).toBe('mine')
  })

  it('leaves the keychain as it is', async () => {
    const { folder, secrets, connections, restart } = openConnections()
    await connections.save(draftOf(), null)
    writeFileSync(join(folder, 'connections.json'), 'mine')
    await restart().save(draftOf({ secret: 'second' }), null)
    expect([...secrets.kept.values()]).toEqual(['canary-secret', 'second'])
  })

  it('is put aside once when two ask at the same time', async () => {
    const { folder, connections } = openConnections()
    writeFileSync(join(folder, 'connections.json'), 'mine')
    await Promise.all([connections.list(), connections.list()])
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^connections\.unreadable-\d+\.json$/)])
  })

  it('is not told of when all is well', async () => {
    const { connections, restart } = openConnections()
    await connections.save(draftOf(), null)
    expect((await restart().list()).setAside).toBeNull()
  })
})

describe('a disk that does not do it', () => {
  it('keeps a connection from being saved, with the path', async () => {
    const folder = join(tempFolder(), 'a-file')
    writeFileSync(folder, 'not a folder')
    const { connections } = openConnections(folder)
    expect(await errorOf(connections.list())).toMatchObject({
      kind: 'storage',
      path: join(folder, 'connections.json'),
    })
  })

  it('is asked again by the next call', async () => {
    const { folder, connections } = openConnections()
    const path = join(folder, 'connections.json')
    mkdirSync(path)
    await errorOf(connections.list())
    renameSync(path, `${path}-aside`)
    expect((await connections.list()).connections).toEqual([])
  })

  it('does not undo a save whose clean-up it refused', async () => {
    const folder = tempFolder()
    const secrets = createMemorySecretStore()
    const clock = createSettableClock()
    const { id } = await startConnections(connectionsFileIn(folder), secrets, clock).save(draftOf(), null)
    const cleanUp = 5
    const breaker = createBreaker(cleanUp, 'before')
    const connections = startConnections(
      breakingFile(connectionsFileIn(folder), breaker),
      breakingSecrets(secrets, breaker),
      clock,
    )
    const saved = await connections.save(draftOf({ id, secret: 'second' }), null)
    expect([saved.id, breaker.steps()]).toEqual([id, cleanUp])
  })
})

function problemOf(thrown: unknown): unknown {
  return thrown instanceof Failure && thrown.error.kind === 'keychain' ? thrown.error.problem : thrown
}

describe('a program that is ended', () => {
  type Act = (connections: Connections, id: string) => Promise<unknown>
  const acts: readonly [string, Act][] = [
    [
      'adds a connection',
      (connections) => connections.save(draftOf({ name: 'Another', secret: 'another' }), null),
    ],
    ['replaces a secret', (connections, id) => connections.save(draftOf({ id, secret: 'second' }), null)],
    ['keeps a second secret', (connections, id) => connections.saveOtherSecret(id, 'other')],
    ['forgets a connection', (connections, id) => connections.forget(id)],
    [
      'restores a connection',
      async (connections, id) => {
        await connections.forget(id)
        await connections.restore(id)
      },
    ],
  ]

  /** Does it in a program that is ended at that step, and starts another one. */
  async function endAt(act: Act, step: number | null, effect: 'before' | 'after') {
    const folder = tempFolder()
    const clock = createSettableClock()
    const secrets = createMemorySecretStore()
    const { id } = await startConnections(connectionsFileIn(folder), secrets, clock).save(draftOf(), null)
    const breaker = createBreaker(step, effect)
    const dying = startConnections(
      breakingFile(connectionsFileIn(folder), breaker),
      breakingSecrets(secrets, breaker),
      clock,
    )
    await act(dying, id).catch(() => undefined)
    return {
      steps: breaker.steps(),
      secrets,
      next: startConnections(connectionsFileIn(folder), secrets, clock),
    }
  }

  /** Every way in which it can be ended, with what the check says of the program after it. */
  async function atEveryStep(
    act: Act,
    check: (after: Awaited<ReturnType<typeof endAt>>) => Promise<unknown>,
  ) {
    const { steps } = await endAt(act, null, 'after')
    const found: unknown[] = []
    for (let step = 1; step <= steps; step++) {
      for (const effect of ['before', 'after'] as const) {
        found.push(await check(await endAt(act, step, effect)))
      }
    }
    return found
  }

  it.each(acts)(
    'while it %s starts again with every secret that it shows, or says that it is missing',
    async (_name, act) => {
      const found = await atEveryStep(act, async ({ next }) =>
        Promise.all((await next.all()).map((record) => next.readSecret(record).catch(problemOf))),
      )
      const allowed = ['canary-secret', 'another', 'second', 'secret-missing']
      expect(found.flat().filter((secret) => !allowed.includes(String(secret)))).toEqual([])
    },
  )

  it.each(acts)(
    'while it %s leaves nothing in the keychain that the next save does not remove',
    async (_name, act) => {
      const found = await atEveryStep(act, async ({ next, secrets }) => {
        await next.save(draftOf({ name: 'After the restart', secret: 'after' }), null)
        const records = await next.all()
        const named = records.flatMap(({ secret, otherSecret }) => [secret?.account, otherSecret?.account])
        return [...secrets.kept.keys()].filter((account) => !named.includes(account))
      })
      expect(found.flat()).toEqual([])
    },
  )

  it('while it replaces a secret never loses both', async () => {
    const replace: Act = (connections, id) => connections.save(draftOf({ id, secret: 'second' }), null)
    const found = await atEveryStep(replace, async ({ next }) => {
      const [record] = await next.all()
      return record && next.readSecret(record)
    })
    expect(found.filter((secret) => secret !== 'canary-secret' && secret !== 'second')).toEqual([])
  })
})
