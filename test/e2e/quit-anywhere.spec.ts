import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect } from '@playwright/test'
import { type ConnectionsFile, openConnectionsFile } from '../../src/main/connections/connection-record'
import type { ConnectionDraft } from '../../src/shared/connections'
import { draftOf } from '../support/drafts'
import { createRandom, type Random } from '../support/random'
import {
  type ScriptedSecretService,
  startScriptedSecretService,
  type Treatment,
} from '../support/scripted-secret-service'
import { needsLinux } from './support/linux'
import { isRunning, processesUnder } from './support/processes'
import { openProgram, type Program } from './support/program'
import { test } from './support/test'

/*
 * A program with a keychain of every mood does anything to its connections and is ended at any moment. Whatever happens, each
 * connection is there whole or gone with its secrets.
 */

needsLinux('a Secret Service')

/** `QUIT_RUNS=200 QUIT_SEED=7 npm test -- --e2e test/e2e/quit-anywhere.spec.ts` for more of them, or for the same again. */
const runs = Number(process.env.QUIT_RUNS ?? 8)
const seed = Number(process.env.QUIT_SEED ?? Math.floor(Math.random() * 1_000_000))

/** Longer than a start of the keychain's process and all that an act asks of a keychain that answers. */
const longestMs = 2_500

type Mood = {
  name: string
  /** The moment at which the program is to be ended: at some call of the keychain, or after some time. */
  moment: Promise<unknown>
}

/** Puts the service into a mood for the calls to come. */
function setMood({ script, lock }: ScriptedSecretService, random: Random): Mood {
  const name = random.oneOf(['ready', 'slow', 'dismissing', 'locked', 'silent', 'dying', 'dying'])
  const turning = random.below(9)
  const ending = random.below(12)
  const dying = random.oneOf<Treatment>(['dies-before-it', 'dies-after-it'])
  const reached = new EventEmitter()
  let calls = 0
  function treat(): Treatment {
    const call = calls++
    if (call === ending) reached.emit('moment')
    if (name === 'slow') return { answeredAfterMs: random.below(250) }
    if (call < turning) return 'answered'
    return name === 'silent' ? 'ignored' : name === 'dying' ? dying : 'answered'
  }
  script.onCall = treat
  script.onPrompt = () => (name === 'dismissing' ? 'dismissed' : 'accepted')
  if (name === 'dismissing' || name === 'locked') lock()
  const atCall = once(reached, 'moment')
  const afterMs = random.below(longestMs)
  return { name, moment: Promise.race([random.below(3) === 0 ? atCall : delay(afterMs), delay(longestMs)]) }
}

async function soothe({ script, unlock, revive }: ScriptedSecretService): Promise<void> {
  script.onCall = () => 'answered'
  script.onPrompt = () => 'accepted'
  unlock()
  await revive()
}

type Act = { operation: string; input: unknown }
type Known = ConnectionsFile['connections']

/** Each secret says of which connection it is. */
function createActs(random: Random) {
  let made = 0
  function draft(record: Known[number] | null, typed: Partial<ConnectionDraft> = {}): ConnectionDraft {
    const name = record?.name ?? `Connection ${++made}`
    return draftOf({
      id: record?.id ?? null,
      name,
      secret: `${name}: secret ${++made}`,
      keepSecretIn: random.below(4) === 0 ? 'session' : 'keychain',
      ...typed,
    })
  }
  return (known: Known): Act[] => {
    const record = known.length < 3 ? null : (known[random.below(known.length)] ?? null)
    const add = { operation: 'saveConnection', input: draft(null) }
    if (record === null) return [add]
    const connectionId = record.id
    const secret = `${record.name}: other secret ${++made}`
    const saveOther = { operation: 'saveSecondSecret', input: { connectionId, secret } }
    const forget = { operation: 'forgetConnection', input: { connectionId, forGood: random.below(4) === 0 } }
    const restore = { operation: 'restoreConnection', input: { connectionId } }
    return random.oneOf<Act[]>([
      [add],
      [{ operation: 'saveConnection', input: draft(record) }],
      [{ operation: 'saveConnection', input: draft(record, { secret: '', environment: 'production' }) }],
      [saveOther],
      [saveOther, forget],
      [{ operation: 'promoteSecret', input: { connectionId } }],
      [{ operation: 'forgetSecondSecret', input: { connectionId } }],
      [forget],
      [forget, restore],
      [forget, restore, { operation: 'promoteSecret', input: { connectionId } }],
    ])
  }
}

/** Begins acts in the window, one after the other or all at once, and does not wait for their end. */
async function begin({ page }: Program, acts: readonly Act[], inTurn: boolean): Promise<void> {
  await page.evaluate(
    ({ wanted, waits }) => {
      const { desktop } = globalThis as unknown as {
        desktop: Record<string, (input: unknown) => Promise<unknown>>
      }
      void (async () => {
        for (const { operation, input } of wanted) {
          const done = desktop[operation]?.(input)
          if (waits) await done
        }
      })()
    },
    { wanted: acts, waits: inTurn },
  )
}

type Ending = 'window closed' | 'quit' | 'terminated' | 'killed'

/** Ends a program, and waits until nothing of it runs. */
async function end({ app, page }: Program, ending: Ending): Promise<void> {
  const child = app.process()
  const running = processesUnder(child.pid ?? 0)
  const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null
  if (ending === 'window closed') await page.close()
  if (ending === 'quit') await app.evaluate((electron) => electron.app.quit()).catch(() => undefined)
  if (ending === 'terminated') child.kill('SIGTERM')
  if (ending === 'killed') child.kill('SIGKILL')
  await exited
  while (running.some(isRunning)) await delay(20)
}

type State = { file: ConnectionsFile; secrets: ReadonlyMap<string, string> }

async function stateOf(userData: string, service: ScriptedSecretService): Promise<State> {
  const file = await openConnectionsFile(join(userData, 'connections.json')).read()
  const secrets = new Map(service.secrets())
  // A trial write that was cut off; the next one removes it.
  secrets.delete('trial')
  return { file: file ?? { version: 1, connections: [], accountsToRemove: [] }, secrets }
}

function accountsOf({ secret, otherSecret }: Known[number]): string[] {
  return [secret, otherSecret].flatMap((stored) => stored?.account ?? [])
}

/** What is not as it has to be, in words. */
function faultsOf({ file, secrets }: State): string[] {
  const named = file.connections.flatMap(accountsOf)
  const lost = file.connections.flatMap((record) =>
    accountsOf(record)
      .filter((account) => !secrets.get(account)?.startsWith(`${record.name}:`))
      .map((account) => `${record.name} has ${secrets.get(account) ?? 'no secret'}`),
  )
  const orphans = [...secrets]
    .filter(([account]) => !named.includes(account) && !file.accountsToRemove.includes(account))
    .map(([, secret]) => `${secret} is nobody's`)
  return [...lost, ...orphans]
}

// The seed is no part of the title: each worker draws its own, and Playwright finds a test by its title.
test(`every connection is whole or gone with its secrets, ${runs} times`, async ({ userData }) => {
  test.setTimeout(60_000 + runs * 30_000)
  const service = await startScriptedSecretService()
  const env = { DBUS_SESSION_BUS_ADDRESS: service.bus.environment.DBUS_SESSION_BUS_ADDRESS }
  const random = createRandom(seed)
  const chooseActs = createActs(random)
  const story: string[] = []
  try {
    for (let run = 1; run <= runs; run++) {
      const before = await stateOf(userData, service)
      const program = await openProgram({ userData, env })
      const acts = Array.from({ length: 1 + random.below(3) }, () =>
        chooseActs(before.file.connections),
      ).flat()
      const ending = random.oneOf<Ending>(['window closed', 'quit', 'terminated', 'killed'])
      const mood = setMood(service, random)
      story.push(`${mood.name}: ${acts.map(({ operation }) => operation).join(', ')}; ${ending}`)
      await begin(program, acts, random.below(3) !== 0)
      await mood.moment
      await end(program, ending)
      await soothe(service)
      expect(
        faultsOf(await stateOf(userData, service)),
        `QUIT_SEED=${seed}, run ${run}, ${story.at(-1)}`,
      ).toEqual([])
    }
    const last = await openProgram({ userData, env })
    await begin(
      last,
      [{ operation: 'saveConnection', input: draftOf({ name: 'Last', secret: 'Last: secret' }) }],
      true,
    )
    await expect
      .poll(async () => {
        const { file, secrets } = await stateOf(userData, service)
        return [file.accountsToRemove, secrets.size - file.connections.flatMap(accountsOf).length]
      })
      .toEqual([[], 0])
    await last.close()
  } finally {
    await test.info().attach('story', { body: story.join('\n'), contentType: 'text/plain' })
    await service.close()
  }
})
