import { randomUUID } from 'node:crypto'
import type { Clock } from '../calls/clock'
import { Failure } from '../failures/failure'
import type { JsonFile } from '../files/json-file'
import type { SecretStore } from '../keychain/secret-store'
import { createOneAtATime } from '../one-at-a-time'
import {
  type ConnectionRecord,
  type ConnectionsFile,
  fromFile,
  type SecretEntry,
  secretsOf,
  toFile,
} from './connection-record'

/** Stores a new secret for a record that is about to name it. In memory it is stored without the keychain. */
export type StoreSecret = (secret: string, place: SecretEntry['place']) => Promise<SecretEntry>

type MakeRecord = (before: ConnectionRecord | null, all: readonly ConnectionRecord[]) => ConnectionRecord

export type ConnectionVault = {
  records: () => Promise<readonly ConnectionRecord[]>
  /** Throws `gone` when there is no such connection. */
  find: (id: string) => Promise<ConnectionRecord>
  /**
   * Adds or replaces a record. `make` is given the one of this moment, or null, and all; nothing else changes them until
   * what it makes is in the file, and what it throws keeps everything as it is.
   */
  put: (id: string, make: MakeRecord) => Promise<ConnectionRecord>
  /** Removes a record; its secrets are to be removed from then on. Throws `gone`, or the signal's reason. */
  remove: (id: string, signal: AbortSignal) => Promise<ConnectionRecord>
  /** Lets `work` store new secrets. Those that no record names when it has ended are to be removed. */
  withNewSecrets: <T>(signal: AbortSignal, work: (store: StoreSecret) => Promise<T>) => Promise<T>
  /** Throws the keychain's `Failure`, or the signal's reason. */
  readSecret: (entry: SecretEntry, signal?: AbortSignal) => Promise<string>
  /** Removes from the keychain what no record names, as far as that lets us. */
  removeLeftovers: () => Promise<void>
  /** Whether one of these secrets is still to be removed from the keychain. */
  isLeft: (secrets: readonly SecretEntry[]) => boolean
  /** When everything has been written, or could not be. */
  settled: () => Promise<void>
  setAside: () => string | null
}

type Content = { records: readonly ConnectionRecord[]; accountsToRemove: readonly string[] }

/**
 * Records in a file and their secrets in the keychain, kept in step.
 *
 * The file is always written first: a new secret is noted there as an account to remove, then stored under that account, then
 * named by its record; one that goes is noted before it is removed. A program that is ended in between finds and removes what
 * nobody needs, and no record ever names a secret that is not there. Only the file is waited for in turn: a keychain that
 * hangs holds up nothing but what needs it.
 */
export function createConnectionVault(
  file: JsonFile<ConnectionsFile>,
  keychain: SecretStore,
  clock: Clock,
): ConnectionVault {
  let content: Content | null = null
  let loading: Promise<ConnectionsFile | null> | null = null
  const changes = createOneAtATime()
  const cleaning = createOneAtATime()
  const inMemory = new Map<string, string>()
  /** Accounts of new secrets that a record is about to name. */
  const awaited = new Set<string>()

  async function read(): Promise<Content> {
    loading ??= file.read().catch((thrown: unknown) => {
      loading = null
      throw thrown
    })
    const loaded = await loading
    content ??= {
      records: (loaded?.connections ?? []).map(fromFile),
      accountsToRemove: loaded?.accountsToRemove ?? [],
    }
    return content
  }

  /** Changes records and accounts to remove in one step. Accounts that records no longer name come to those by themselves. */
  function change(edit: (before: Content) => Partial<Content>): Promise<{ before: Content; after: Content }> {
    return changes.run(async () => {
      const before = await read()
      const edited = { ...before, ...edit(before) }
      const named = namedIn(edited)
      const dropped = before.records.flatMap(secretsOf).filter(({ place }) => place === 'keychain')
      const noted = new Set([...edited.accountsToRemove, ...dropped.map(({ account }) => account)])
      const after = {
        records: edited.records,
        accountsToRemove: [...noted].filter((account) => !named.has(account)),
      }
      await file.write({
        version: 1,
        connections: after.records.map(toFile),
        accountsToRemove: after.accountsToRemove,
      })
      content = after
      dropFromMemory()
      return { before, after }
    })
  }

  function dropFromMemory(): void {
    if (content === null) return
    const named = namedIn(content)
    for (const account of inMemory.keys()) {
      if (!named.has(account) && !awaited.has(account)) inMemory.delete(account)
    }
  }

  async function find(id: string): Promise<ConnectionRecord> {
    return findIn(await read(), id)
  }

  function isLeftover(account: string): boolean {
    return content?.accountsToRemove.includes(account) === true && !awaited.has(account)
  }

  async function clean(): Promise<void> {
    const removed = new Set<string>()
    for (const account of (await read()).accountsToRemove) {
      // A record may name it by now.
      if (!isLeftover(account)) continue
      const isRemoved = await keychain.delete(account).then(
        () => true,
        () => false,
      )
      // After one refusal the keychain would refuse the others as well, each up to its deadline.
      if (!isRemoved) break
      removed.add(account)
    }
    if (removed.size === 0) return
    // Whatever stays noted is tried again.
    await change(({ accountsToRemove }) => ({
      accountsToRemove: accountsToRemove.filter((account) => !removed.has(account)),
    })).catch(() => undefined)
  }

  /** Called when the keychain has just worked: a hung one would keep others waiting. */
  function cleanSoon(): void {
    if (content?.accountsToRemove.some(isLeftover)) void cleaning.run(clean)
  }

  async function storeInKeychain(account: string, secret: string, signal: AbortSignal): Promise<void> {
    await change(({ accountsToRemove }) => ({ accountsToRemove: [...accountsToRemove, account] }))
    await keychain.set(account, secret, signal)
  }

  return {
    records: async () => (await read()).records,
    find,
    put: async (id, make) => {
      const { after } = await change(({ records }) => {
        const before = records.find((record) => record.id === id) ?? null
        const made = make(before, records)
        return {
          records: before ? records.map((record) => (record === before ? made : record)) : [...records, made],
        }
      })
      return findIn(after, id)
    },
    remove: async (id, signal) => {
      const { before } = await change((content) => {
        signal.throwIfAborted()
        const removed = findIn(content, id)
        return { records: content.records.filter((record) => record !== removed) }
      })
      return findIn(before, id)
    },
    withNewSecrets: async (signal, work) => {
      const accounts: string[] = []
      let hasWorked = false
      try {
        return await work(async (secret, place) => {
          const account = randomUUID()
          accounts.push(account)
          awaited.add(account)
          if (place === 'session') {
            inMemory.set(account, secret)
          } else {
            await storeInKeychain(account, secret, signal)
            hasWorked = true
          }
          return { account, place, since: new Date(clock.now()).toISOString() }
        })
      } finally {
        for (const account of accounts) awaited.delete(account)
        dropFromMemory()
        if (hasWorked) cleanSoon()
      }
    },
    readSecret: async ({ account, place }, signal) => {
      if (place === 'session') return inMemory.get(account) ?? Promise.reject(secretMissing())
      const secret = await keychain.get(account, signal)
      cleanSoon()
      return secret
    },
    removeLeftovers: () => cleaning.run(clean),
    isLeft: (secrets) => secrets.some(({ account }) => isLeftover(account)),
    settled: async () => {
      await cleaning.idle()
      await changes.idle()
    },
    setAside: file.setAside,
  }
}

function namedIn({ records }: Content): ReadonlySet<string> {
  return new Set(records.flatMap(secretsOf).map(({ account }) => account))
}

function findIn({ records }: Content, id: string): ConnectionRecord {
  const record = records.find((candidate) => candidate.id === id)
  if (!record) throw new Failure({ kind: 'gone' })
  return record
}

function secretMissing(): Failure {
  return new Failure({ kind: 'keychain', problem: 'secret-missing', detail: '' })
}
