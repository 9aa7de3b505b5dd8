import { describe, expect, it } from 'vitest'
import type { Connections } from '../../../src/main/connections/connections'
import {
  type Breaker,
  breakingFile,
  breakingSecrets,
  createBreaker,
  createRefusal,
  type Effect,
} from '../../support/breaking'
import { draftOf } from '../../support/drafts'
import { createMemorySecretStore } from '../../support/memory-secret-store'
import { accountsOf } from '../../support/open-connections'
import { tempFolder } from '../../support/serve'
import { createSettableClock } from '../../support/settable-clock'
import { connectionsFileIn, startConnections } from '../../support/start-connections'

/** What a program does to the connection that is there, whose secrets are `current` and `second`. */
type Act = (connections: Connections, id: string) => Promise<unknown>

const acts: readonly [string, Act][] = [
  [
    'adds a connection',
    (connections) => connections.save(draftOf({ name: 'Another', secret: 'another' }), null),
  ],
  ['replaces a secret', (connections, id) => connections.save(draftOf({ id, secret: 'new' }), null)],
  [
    'replaces a secret for this session only',
    (connections, id) => connections.save(draftOf({ id, secret: 'new', keepSecretIn: 'session' }), null),
  ],
  ['replaces the second secret', (connections, id) => connections.saveSecondSecret(id, 'new')],
  ['promotes the second secret', (connections, id) => connections.promoteSecret(id)],
  ['forgets the second secret', (connections, id) => connections.forgetSecondSecret(id)],
  ['forgets a connection', (connections, id) => connections.forget(id, false)],
  ['forgets a connection for good', (connections, id) => connections.forget(id, true)],
  [
    'brings a connection back',
    async (connections, id) => {
      await connections.forget(id, false)
      await connections.restore(id)
    },
  ],
]

type CreateBreaker = (step: number | null, effect: Effect) => Breaker

/** Does it in a program in which that step breaks. */
async function breakAt(act: Act, createBreaker: CreateBreaker, step: number | null, effect: Effect) {
  const folder = tempFolder()
  const clock = createSettableClock()
  const secrets = createMemorySecretStore()
  function restart() {
    return startConnections(connectionsFileIn(folder), secrets, clock)
  }
  const first = restart()
  const { id } = await first.save(draftOf({ secret: 'current' }), null)
  await first.saveSecondSecret(id, 'second')
  await first.settled()
  const breaker = createBreaker(step, effect)
  const connections = startConnections(
    breakingFile(connectionsFileIn(folder), breaker),
    breakingSecrets(secrets, breaker),
    clock,
  )
  await act(connections, id).catch(() => undefined)
  await connections.settled()
  return { id, steps: breaker.steps(), folder, secrets, connections, restart }
}

type Broken = Awaited<ReturnType<typeof breakAt>>

/** What `look` finds after each step that can break, with its effect or without. */
async function atEveryStep<T>(act: Act, createBreaker: CreateBreaker, look: (after: Broken) => Promise<T>) {
  const { steps } = await breakAt(act, createBreaker, null, 'after')
  const found: T[] = []
  for (let step = 1; step <= steps; step++) {
    for (const effect of ['before', 'after'] as const) {
      found.push(await look(await breakAt(act, createBreaker, step, effect)))
    }
  }
  return found
}

async function secretsOf(connections: Connections, id: string) {
  const record = await connections.find(id)
  return [await connections.readSecret(record), await connections.readSecret(record, 'second')]
}

/** Accounts that a connection names and the keychain has not. */
async function missing({ folder, secrets }: Broken): Promise<string[]> {
  const { named, inKeychain } = await accountsOf(folder, secrets)
  return named.filter((account) => !inKeychain.includes(account))
}

/** Secrets that nobody needs and the next use of the keychain does not remove. */
async function leftOver({ folder, secrets, restart }: Broken): Promise<string[]> {
  const next = restart()
  await next.save(draftOf({ name: 'After the restart', secret: 'after' }), null)
  await next.settled()
  const { named, inKeychain } = await accountsOf(folder, secrets)
  return inKeychain.filter((account) => !named.includes(account))
}

describe.each<[string, CreateBreaker]>([
  ['is ended', createBreaker],
  ['is refused a step', createRefusal],
])('a program that %s', (_name, create) => {
  it.each(acts)('while it %s has every secret that a connection names', async (_act, act) => {
    expect((await atEveryStep(act, create, missing)).flat()).toEqual([])
  })

  it.each(acts)('while it %s leaves no secret behind for ever', async (_act, act) => {
    expect((await atEveryStep(act, create, leftOver)).flat()).toEqual([])
  })

  it('while it promotes a secret has both', async () => {
    const promote: Act = (connections, id) => connections.promoteSecret(id)
    const found = await atEveryStep(promote, create, ({ restart, id }) => secretsOf(restart(), id))
    expect(new Set(found.map(String))).toEqual(new Set(['current,second', 'second,current']))
  })

  it('while it replaces a secret has the old one or the new one, and the other', async () => {
    const replace: Act = (connections, id) => connections.save(draftOf({ id, secret: 'new' }), null)
    const found = await atEveryStep(replace, create, ({ restart, id }) => secretsOf(restart(), id))
    expect(new Set(found.map(String))).toEqual(new Set(['current,second', 'new,second']))
  })

  it('while it forgets a connection has it whole, or not at all', async () => {
    const forget: Act = (connections, id) => connections.forget(id, false)
    const found = await atEveryStep(forget, create, async ({ restart, id }) => {
      const next = restart()
      return (await next.all()).length === 0 ? 'gone' : String(await secretsOf(next, id))
    })
    expect(new Set(found)).toEqual(new Set(['current,second', 'gone']))
  })
})

it('a connection whose bringing back was refused a step can still be brought back', async () => {
  const restore: Act = async (connections, id) => {
    await connections.forget(id, false)
    await connections.restore(id)
  }
  const found = await atEveryStep(restore, createRefusal, async ({ connections, id }) => {
    const { forgotten } = await connections.list()
    if (forgotten.length > 0) await connections.restore(id)
    return String(await secretsOf(connections, id))
  })
  expect(new Set(found)).toEqual(new Set(['current,second']))
})
