import { randomUUID } from 'node:crypto'
import type { SecretSlot } from '../../shared/check'
import type { Connection, ConnectionDraft, ConnectionList } from '../../shared/connections'
import type { Clock } from '../calls/clock'
import { cancelled, Failure } from '../failures/failure'
import { problemOf } from '../input/text-rules'
import { hostsOf } from './aem-hosts'
import type { ConnectionChanged } from './connection-changed'
import { type ConnectionPart, createConnectionChanges, wholeConnection } from './connection-changes'
import { type ConnectionRecord, describeConnection, type SecretEntry } from './connection-record'
import { readSecret as understandSecret } from './connection-rules'
import type { ConnectionVault } from './connection-vault'
import { createForgetting, type Forgetting } from './forgetting'
import { freeName, understandConnection } from './understand-connection'

/** What an imported credential brings beside the fields of the form. */
export type ImportedSecrets = { secrets: readonly string[]; technicalAccountEmail: string | null }

export type Connections = {
  list: () => Promise<ConnectionList>
  /** The record of a connection; throws `gone` when there is none. */
  find: (id: string) => Promise<ConnectionRecord>
  all: () => Promise<readonly ConnectionRecord[]>
  /** Understands and stores what was typed, or throws `input`, `keychain` or `storage` and has changed nothing. */
  save: (draft: ConnectionDraft, imported: ImportedSecrets | null) => Promise<Connection>
  /** Says whether metadata may be changed with a connection. */
  allowChanges: (id: string, isAllowed: boolean) => Promise<Connection>
  /** Adds a record that needs no secret of its own; its name gets a number when it is taken. */
  add: (record: ConnectionRecord) => Promise<Connection>
  forget: Forgetting['forget']
  restore: Forgetting['restore']
  /** Stores a second secret beside the current one, while secrets are rotated. */
  saveSecondSecret: (id: string, typed: string) => Promise<Connection>
  /** Makes the second secret the current one, and the current one the second. */
  promoteSecret: (id: string) => Promise<Connection>
  forgetSecondSecret: (id: string) => Promise<{ connection: Connection; isSecretLeft: boolean }>
  /**
   * A secret of a connection, or null when there is none; throws `keychain` when it cannot be had. It is the one of this
   * moment, but only for where `record` sends it: work that began before the connection was changed to another client ID or
   * IMS host ends as cancelled, and as `gone` when it was forgotten.
   */
  readSecret: (record: ConnectionRecord, slot?: SecretSlot, signal?: AbortSignal) => Promise<string | null>
  /** When all changes under way have been made, or could not be. */
  settled: () => Promise<void>
}

/** The connections of the user; `changed` is called after every saved change, before its caller has the answer. */
export function createConnections(
  vault: ConnectionVault,
  clock: Clock,
  changed: ConnectionChanged,
): Connections {
  const changes = createConnectionChanges(changed)
  const { forget, restore, forgotten } = createForgetting(vault, changes)

  function describe(record: ConnectionRecord): Connection {
    return describeConnection(record, clock.now())
  }

  async function save(
    id: string,
    draft: ConnectionDraft,
    imported: ImportedSecrets | null,
    signal: AbortSignal,
  ): Promise<Connection> {
    const [first, second] = imported?.secrets ?? []
    function understand(all: readonly ConnectionRecord[]) {
      return understandConnection(draft, all, imported?.secrets.length ?? 0)
    }
    // Before the first keychain call; again after its answer, which may take a minute.
    understand(await vault.records())
    return vault.withNewSecrets(signal, async (store) => {
      async function storeNew(secret: string | undefined): Promise<SecretEntry | null> {
        return secret === undefined ? null : store(secret, draft.keepSecretIn)
      }
      const secret = await storeNew(draft.secret === '' ? first : draft.secret)
      const secondSecret = await storeNew(second)
      const record = await vault.put(id, (before, all) => {
        signal.throwIfAborted()
        const { secret: _, scopes, ...fields } = understand(all)
        const isSameCredential = before?.clientId === fields.clientId
        return {
          ...fields,
          id,
          kind: before?.kind ?? 'adobe',
          environment: draft.environment,
          scopes: [...scopes],
          secret: secret ?? before?.secret ?? null,
          secondSecret: secondSecret ?? before?.secondSecret ?? null,
          technicalAccountEmail:
            imported?.technicalAccountEmail ?? (isSameCredential ? before.technicalAccountEmail : null),
          allowsChanges:
            before !== null && isSamePlace(before, { ...fields, environment: draft.environment })
              ? before.allowsChanges
              : null,
        }
      })
      return describe(record)
    })
  }

  type Edit = (record: ConnectionRecord) => Partial<ConnectionRecord>

  /** Changes a connection that is there as it is when its turn in the file comes. */
  async function edit(id: string, signal: AbortSignal, change: Edit): Promise<ConnectionRecord> {
    return vault.put(id, (before) => {
      signal.throwIfAborted()
      if (before === null) throw new Failure({ kind: 'gone' })
      return { ...before, ...change(before) }
    })
  }

  function changeSecrets(
    id: string,
    parts: readonly ConnectionPart[],
    work: (signal: AbortSignal) => Promise<ConnectionRecord>,
  ): Promise<Connection> {
    return changes.make(id, 'secrets-changed', parts, work).then(describe)
  }

  const forgetSecondSecret: Connections['forgetSecondSecret'] = async (id) => {
    const { secondSecret } = await vault.find(id)
    const connection = await changeSecrets(id, ['other secret'], (signal) =>
      edit(id, signal, () => ({ secondSecret: null })),
    )
    await vault.removeLeftovers()
    return { connection, isSecretLeft: secondSecret !== null && vault.isLeft([secondSecret]) }
  }

  const readSecret: Connections['readSecret'] = async (record, slot = 'current', signal) => {
    const entry = secretFor(record, await vault.find(record.id), slot)
    if (entry === null) return null
    try {
      return await vault.readSecret(entry, signal)
    } catch (thrown) {
      if (signal?.aborted) throw thrown
      const now = secretFor(record, await vault.find(record.id), slot)
      // Replaced while it was being read, and removed.
      if (now?.account !== entry.account) return readSecret(record, slot, signal)
      throw thrown
    }
  }

  return {
    list: async () => ({
      connections: (await vault.records()).map(describe),
      setAside: vault.setAside(),
      forgotten: forgotten(),
    }),
    find: vault.find,
    all: vault.records,
    save: (draft, imported) => {
      const id = draft.id ?? randomUUID()
      return changes.make(id, draft.id === null ? 'added' : 'edited', ['fields'], (signal) =>
        save(id, draft, imported, signal),
      )
    },
    add: (record) =>
      changes.make(record.id, 'added', wholeConnection, async () =>
        describe(await vault.put(record.id, (_, all) => ({ ...record, name: freeName(record.name, all) }))),
      ),
    allowChanges: (id, isAllowed) =>
      changes
        .make(id, 'changes-allowed', ['fields'], (signal) =>
          edit(id, signal, () => ({ allowsChanges: isAllowed })),
        )
        .then(describe),
    forget,
    restore,
    saveSecondSecret: (id, typed) =>
      changeSecrets(id, ['other secret'], async (signal) => {
        const reading = understandSecret(typed)
        if (!reading.ok) throw new Failure({ kind: 'input', problems: [problemOf('secondSecret', reading)] })
        const record = await vault.find(id)
        return vault.withNewSecrets(signal, async (store) => {
          const secondSecret = await store(reading.value, 'keychain')
          return edit(id, signal, (now) => {
            requireSameDestination(record, now)
            return { secondSecret }
          })
        })
      }),
    promoteSecret: (id) =>
      changeSecrets(id, wholeConnection, (signal) =>
        edit(id, signal, ({ secret, secondSecret }) => {
          if (secondSecret === null) throw new Failure({ kind: 'gone' })
          return { secret: secondSecret, secondSecret: secret }
        }),
      ),
    forgetSecondSecret: (id) => changes.waitFor(forgetSecondSecret(id)),
    readSecret,
    settled: async () => {
      await changes.settled()
      await vault.settled()
    },
  }
}

type Place = Pick<ConnectionRecord, 'environment' | 'clientId' | 'bucket' | 'imsHost' | 'aemHost'>

/** Whether a connection, once edited, changes the same environment as the same client: leave was given for that one. */
function isSamePlace(before: Place, now: Place): boolean {
  return (
    before.environment === now.environment &&
    before.clientId === now.clientId &&
    hostsOf(before).aem === hostsOf(now).aem
  )
}

/** The secret of a connection as it is now, for where `record` says that it goes. */
function secretFor(record: ConnectionRecord, now: ConnectionRecord, slot: SecretSlot): SecretEntry | null {
  requireSameDestination(record, now)
  return slot === 'current' ? now.secret : now.secondSecret
}

/** Ends work that began with a record whose secrets go to another client or IMS host by now. */
function requireSameDestination(record: ConnectionRecord, now: ConnectionRecord): void {
  const isElsewhere = now.clientId !== record.clientId || hostsOf(now).ims !== hostsOf(record).ims
  if (isElsewhere) throw cancelled()
}
