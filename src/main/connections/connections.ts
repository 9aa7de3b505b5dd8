import { randomUUID } from 'node:crypto'
import type { WhichSecret } from '../../shared/check'
import type { Connection, ConnectionDraft, ConnectionList } from '../../shared/connections'
import type { Clock } from '../calls/clock'
import { Failure } from '../failures/failure'
import { problemOf } from '../input/text-rules'
import { createOneAtATime } from '../one-at-a-time'
import type { ConnectionChange, ConnectionChanged } from './connection-changed'
import { type ConnectionRecord, describeConnection } from './connection-record'
import { understandDraft, readSecret as understandSecret } from './connection-rules'
import type { ConnectionVault } from './connection-vault'

/** What an imported credential brings beside the fields of the form. */
export type ImportedSecrets = { secrets: readonly string[]; technicalAccountEmail: string | null }

export type Connections = {
  list: () => Promise<ConnectionList>
  /** The record of a connection; throws `gone` when there is none. */
  find: (id: string) => Promise<ConnectionRecord>
  all: () => Promise<readonly ConnectionRecord[]>
  /** Understands and keeps what was typed, or throws `input`, `keychain` or `storage` and has changed nothing. */
  save: (draft: ConnectionDraft, imported: ImportedSecrets | null) => Promise<Connection>
  /** Adds a record that needs no secret of its own. */
  add: (record: ConnectionRecord) => Promise<Connection>
  /** Removes the keychain entries and the record. */
  forget: (id: string) => Promise<ConnectionList>
  /** Brings a forgotten connection back, until the program ends. */
  restore: (id: string) => Promise<ConnectionList>
  /** Keeps a second secret beside the current one, while secrets are rotated. */
  saveOtherSecret: (id: string, typed: string) => Promise<Connection>
  /** Makes the second secret the current one, and the current one the second. */
  promoteSecret: (id: string) => Promise<Connection>
  forgetOtherSecret: (id: string) => Promise<Connection>
  /** A secret of a connection, or null when there is none; throws `keychain` when it cannot be had. */
  readSecret: (record: ConnectionRecord, which?: WhichSecret) => Promise<string | null>
}

type EditRecord = (record: ConnectionRecord) => Promise<ConnectionRecord>

type SessionSecret = { secret: string; since: string }
/** Secrets that were in the keychain, and `sessionSecret`, which never was and must not get there. */
type Forgotten = {
  record: ConnectionRecord
  secret: string | null
  otherSecret: string | null
  sessionSecret: SessionSecret | null
}

/** The connections of the user; `changed` is told of every change once it is saved, before its caller has the answer. */
export function createConnections(
  vault: ConnectionVault,
  clock: Clock,
  changed: ConnectionChanged,
): Connections {
  const inMemory = new Map<string, SessionSecret>()
  const forgotten = new Map<string, Forgotten>()
  const queue = createOneAtATime()

  function describe(record: ConnectionRecord): Connection {
    return describeConnection(record, inMemory.get(record.id)?.since ?? null, clock.now())
  }

  function keepInMemory(id: string, secret: string): void {
    inMemory.set(id, { secret, since: new Date(clock.now()).toISOString() })
  }

  async function list(): Promise<ConnectionList> {
    return {
      connections: (await vault.records()).map(describe),
      setAside: vault.setAside(),
      forgotten: [...forgotten.values()].map(({ record: { id, name } }) => ({ id, name })).reverse(),
    }
  }

  const readSecret: Connections['readSecret'] = async (record, which = 'current') => {
    const sessionSecret = which === 'current' ? inMemory.get(record.id) : undefined
    if (sessionSecret) return sessionSecret.secret
    const stored = which === 'current' ? record.secret : record.otherSecret
    return stored ? vault.readSecret(stored) : null
  }

  async function understand(draft: ConnectionDraft, known: ConnectionRecord | null, imported: boolean) {
    const hasSecret =
      imported ||
      (known !== null && (known.kind === 'demo' || known.secret !== null || inMemory.has(known.id)))
    const typed = known?.kind === 'demo' ? { ...draft, bucket: known.bucket } : draft
    const reading = understandDraft(typed, hasSecret)
    const problems = reading.ok ? [] : reading.problems
    const records = await vault.records()
    if (records.some(({ id, name }) => id !== draft.id && name === draft.name.trim())) {
      problems.push({ field: 'name', code: 'name-taken', values: {} })
    }
    if (!reading.ok || problems.length > 0) throw new Failure({ kind: 'input', problems })
    return reading.value
  }

  const save: Connections['save'] = async (draft, imported) => {
    const known = draft.id === null ? null : await vault.find(draft.id)
    const { secret: typed, ...fields } = await understand(draft, known, (imported?.secrets.length ?? 0) > 0)
    const [first, second] = imported?.secrets ?? []
    const secret = typed ?? first ?? null
    const inKeychain = draft.keepSecretIn === 'keychain'
    const record: ConnectionRecord = {
      ...fields,
      scopes: [...fields.scopes],
      id: known?.id ?? randomUUID(),
      kind: known?.kind ?? 'adobe',
      environment: draft.environment,
      secret: secret !== null && inKeychain ? await vault.storeSecret(secret) : (known?.secret ?? null),
      otherSecret:
        second !== undefined && inKeychain ? await vault.storeSecret(second) : (known?.otherSecret ?? null),
      technicalAccountEmail: imported?.technicalAccountEmail ?? known?.technicalAccountEmail ?? null,
    }
    await vault.put(record)
    if (secret !== null && inKeychain) {
      inMemory.delete(record.id)
      await vault.removeLeftovers()
    } else if (secret !== null) {
      keepInMemory(record.id, secret)
    }
    return describe(record)
  }

  async function forget(id: string): Promise<ConnectionList> {
    const record = await vault.find(id)
    async function readStored(stored: ConnectionRecord['secret']) {
      return stored ? vault.readSecret(stored).catch(() => null) : null
    }
    const secret = await readStored(record.secret)
    const otherSecret = await readStored(record.otherSecret)
    await vault.remove(record)
    forgotten.set(id, { record, secret, otherSecret, sessionSecret: inMemory.get(id) ?? null })
    inMemory.delete(id)
    return list()
  }

  async function restore(id: string): Promise<ConnectionList> {
    const entry = forgotten.get(id)
    if (!entry) throw new Failure({ kind: 'gone' })
    const { record, secret, otherSecret, sessionSecret } = entry
    async function storeAgain(stored: ConnectionRecord['secret'], value: string | null) {
      return stored && value ? { ...(await vault.storeSecret(value)), since: stored.since } : null
    }
    await vault.put({
      ...record,
      secret: await storeAgain(record.secret, secret),
      otherSecret: await storeAgain(record.otherSecret, otherSecret),
    })
    if (sessionSecret) inMemory.set(id, sessionSecret)
    forgotten.delete(id)
    return list()
  }

  async function change(id: string, edit: EditRecord): Promise<Connection> {
    const record = await edit(await vault.find(id))
    await vault.put(record)
    await vault.removeLeftovers()
    return describe(record)
  }

  /** Changes a connection in turn, and tells of it. */
  async function tell<T>(
    id: (done: T) => string,
    what: ConnectionChange,
    work: () => Promise<T>,
  ): Promise<T> {
    const done = await queue.run(work)
    await changed(id(done), what)
    return done
  }
  function changeSecrets(id: string, edit: EditRecord): Promise<Connection> {
    return tell(idOf, 'secrets-changed', () => change(id, edit))
  }

  return {
    list,
    find: vault.find,
    all: vault.records,
    save: (draft, imported) =>
      tell(idOf, draft.id === null ? 'added' : 'edited', () => save(draft, imported)),
    add: (record) =>
      tell(idOf, 'added', async () => {
        await vault.put(record)
        return describe(record)
      }),
    forget: (id) =>
      tell(
        () => id,
        'forgotten',
        () => forget(id),
      ),
    restore: (id) =>
      tell(
        () => id,
        'restored',
        () => restore(id),
      ),
    saveOtherSecret: (id, typed) =>
      changeSecrets(id, async (record) => {
        const reading = understandSecret(typed)
        if (!reading.ok) throw new Failure({ kind: 'input', problems: [problemOf('otherSecret', reading)] })
        return { ...record, otherSecret: await vault.storeSecret(reading.value) }
      }),
    promoteSecret: (id) =>
      changeSecrets(id, async (record) => {
        if (record.otherSecret === null) throw new Failure({ kind: 'gone' })
        inMemory.delete(id)
        return { ...record, secret: record.otherSecret, otherSecret: record.secret }
      }),
    forgetOtherSecret: (id) => changeSecrets(id, async (record) => ({ ...record, otherSecret: null })),
    readSecret,
  }
}

function idOf({ id }: Connection): string {
  return id
}
