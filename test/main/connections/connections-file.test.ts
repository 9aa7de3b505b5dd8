import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
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
    await connections.settled()
    expect([saved.id, breaker.steps()]).toEqual([id, cleanUp])
  })
})
