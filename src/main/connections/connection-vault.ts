import { randomUUID } from 'node:crypto'
import type { Clock } from '../calls/clock'
import { Failure } from '../failures/failure'
import type { JsonFile } from '../files/json-file'
import type { SecretStore } from '../keychain/secret-store'
import {
  type ConnectionRecord,
  type ConnectionsFile,
  noConnections,
  type StoredSecret,
} from './connection-record'

export type ConnectionVault = {
  records: () => Promise<readonly ConnectionRecord[]>
  /** Throws `gone` when there is no such connection. */
  find: (id: string) => Promise<ConnectionRecord>
  /** Adds or replaces a record; secrets that it no longer names are to be removed. */
  put: (record: ConnectionRecord) => Promise<void>
  /** Removes the keychain entries of a record, then the record; keeps both when the keychain refuses. */
  remove: (record: ConnectionRecord) => Promise<void>
  /** Keeps a secret in the keychain under an account of its own. */
  storeSecret: (secret: string) => Promise<StoredSecret>
  readSecret: (stored: StoredSecret) => Promise<string>
  /**
   * Removes keychain entries that no record needs. Call it only when the keychain has just worked: a hung one would
   * keep the user waiting for each of them.
   */
  removeLeftovers: () => Promise<void>
  setAside: () => string | null
}

function accountsOf({ secret, otherSecret }: ConnectionRecord): string[] {
  return [secret, otherSecret].flatMap((stored) => (stored === null ? [] : [stored.account]))
}

/**
 * Records in a file and their secrets in the keychain, kept in step.
 *
 * A secret is first noted in the file as an account to remove, then written under that account, then taken over: a
 * program that is ended in between finds and removes what nobody needs.
 */
export function createConnectionVault(
  file: JsonFile<ConnectionsFile>,
  secrets: SecretStore,
  clock: Clock,
): ConnectionVault {
  let content: ConnectionsFile | null = null
  let loading: Promise<ConnectionsFile | null> | null = null

  async function read(): Promise<ConnectionsFile> {
    loading ??= file.read().catch((thrown: unknown) => {
      loading = null
      throw thrown
    })
    const loaded = await loading
    content ??= loaded ?? noConnections
    return content
  }

  /** Writes records and the accounts that none of them names any more. */
  async function write(connections: readonly ConnectionRecord[], accounts: readonly string[]): Promise<void> {
    const needed = new Set(connections.flatMap(accountsOf))
    const next: ConnectionsFile = {
      version: 1,
      connections: [...connections],
      accountsToRemove: [...new Set(accounts)].filter((account) => !needed.has(account)),
    }
    await file.write(next)
    content = next
  }

  function removes(account: string): Promise<boolean> {
    return secrets.delete(account).then(
      () => true,
      () => false,
    )
  }

  return {
    records: async () => (await read()).connections,
    find: async (id) => {
      const record = (await read()).connections.find((candidate) => candidate.id === id)
      if (!record) throw new Failure({ kind: 'gone' })
      return record
    },
    put: async (record) => {
      const { connections, accountsToRemove } = await read()
      const replaced = connections.find(({ id }) => id === record.id)
      const next = replaced
        ? connections.map((other) => (other === replaced ? record : other))
        : [...connections, record]
      await write(next, [...accountsToRemove, ...(replaced ? accountsOf(replaced) : [])])
    },
    remove: async (record) => {
      for (const account of accountsOf(record)) await secrets.delete(account)
      const { connections, accountsToRemove } = await read()
      await write(
        connections.filter(({ id }) => id !== record.id),
        accountsToRemove,
      )
    },
    storeSecret: async (secret) => {
      const account = randomUUID()
      const { connections, accountsToRemove } = await read()
      await write(connections, [...accountsToRemove, account])
      await secrets.set(account, secret)
      return { account, since: new Date(clock.now()).toISOString() }
    },
    readSecret: ({ account }) => secrets.get(account),
    removeLeftovers: async () => {
      const { accountsToRemove } = await read()
      const stay: string[] = []
      for (const account of accountsToRemove) {
        // After one refusal the keychain would refuse the others as well, each up to its deadline.
        if (stay.length > 0 || !(await removes(account))) stay.push(account)
      }
      if (accountsToRemove.length === 0) return
      // What was asked for is done by now. Accounts that stay noted are tried again.
      await write((await read()).connections, stay).catch(() => undefined)
    },
    setAside: file.setAside,
  }
}
