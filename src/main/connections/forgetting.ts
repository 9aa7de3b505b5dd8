import { Failure } from '../failures/failure'
import { type ConnectionChanges, wholeConnection } from './connection-changes'
import { type ConnectionRecord, type SecretEntry, secretsOf } from './connection-record'
import type { ConnectionVault } from './connection-vault'
import { freeName } from './understand-connection'

export type Forgetting = {
  /**
   * Removes the record, then its secrets; tells whether the keychain did not let go of one, which stays noted for removal.
   *
   * Unless it is for good, the secrets are read before, so that the connection can be brought back; throws `keychain` when
   * they cannot be read, and has changed nothing.
   */
  forget: (id: string, forGood: boolean) => Promise<{ isSecretLeft: boolean }>
  /** Brings a forgotten connection back, until the program ends. Its name gets a number when it was taken meanwhile. */
  restore: (id: string) => Promise<void>
  /** Connections that can be brought back, newest first. */
  forgotten: () => { id: string; name: string }[]
}

/** What brings a connection back: its record, and its secrets by their accounts. */
type Remains = { record: ConnectionRecord; secrets: ReadonlyMap<string, string> }

export function createForgetting(vault: ConnectionVault, changes: ConnectionChanges): Forgetting {
  const remains = new Map<string, Remains>()

  async function readSecrets(record: ConnectionRecord, signal: AbortSignal): Promise<Map<string, string>> {
    const secrets = new Map<string, string>()
    for (const entry of secretsOf(record)) {
      const secret = await vault.readSecret(entry, signal).catch(nullIfMissing)
      if (secret !== null) secrets.set(entry.account, secret)
    }
    return secrets
  }

  async function forget(id: string, forGood: boolean): Promise<{ isSecretLeft: boolean }> {
    const record = await changes.make(id, 'forgotten', wholeConnection, async (signal) => {
      const secrets = forGood ? null : await readSecrets(await vault.find(id), signal)
      const removed = await vault.remove(id, signal)
      if (secrets !== null) remains.set(id, { record: removed, secrets })
      return removed
    })
    // For good, it was because the keychain does not answer: it would not now.
    if (!forGood) await vault.removeLeftovers()
    return { isSecretLeft: vault.isLeft(secretsOf(record)) }
  }

  return {
    forget: (id, forGood) => changes.waitFor(forget(id, forGood)),
    restore: (id) =>
      changes.make(id, 'restored', wholeConnection, (signal) =>
        vault.withNewSecrets(signal, async (store) => {
          const found = remains.get(id)
          if (!found) throw new Failure({ kind: 'gone' })
          const { record, secrets } = found
          async function storeAgain(former: SecretEntry | null): Promise<SecretEntry | null> {
            const secret = former && secrets.get(former.account)
            return secret ? { ...(await store(secret, former.place)), since: former.since } : null
          }
          const secret = await storeAgain(record.secret)
          const secondSecret = await storeAgain(record.secondSecret)
          await vault.put(id, (_, all) => {
            signal.throwIfAborted()
            return { ...record, name: freeName(record.name, all), secret, secondSecret }
          })
          remains.delete(id)
        }),
      ),
    forgotten: () => [...remains.values()].map(({ record: { id, name } }) => ({ id, name })).reverse(),
  }
}

/** A secret that is not there cannot be lost. */
function nullIfMissing(thrown: unknown): null {
  const isMissing =
    thrown instanceof Failure && thrown.error.kind === 'keychain' && thrown.error.problem === 'secret-missing'
  if (isMissing) return null
  throw thrown
}
