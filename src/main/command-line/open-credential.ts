import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ConnectionDraft } from '../../shared/connections'
import { decodeText } from '../../shared/decode-text'
import { largestImportBytes } from '../../shared/imports'
import { type ConnectionsFile, openConnectionsFile } from '../connections/connection-record'
import type { JsonFile } from '../files/json-file'
import { readCredentials } from '../imports/read-credentials'
import type { Services } from '../services'
import { sayCommand, sayImport } from './command-language'
import { CommandProblem } from './command-output'
import type { ConnectionExtras, CredentialSource } from './parse-command'

/** The connections of the app, as they are: a window may be open, and is the only one that changes them. */
function readOnly(path: string): JsonFile<ConnectionsFile> {
  return {
    ...openConnectionsFile(path),
    write: async () => {
      throw new Error('The command line changes no connection')
    },
  }
}

/** Connections of this command alone, in memory. */
function inMemory(): JsonFile<ConnectionsFile> {
  let content: ConnectionsFile | null = null
  return {
    read: async () => content,
    write: async (changed) => {
      content = changed
    },
    setAside: () => null,
  }
}

export function connectionsFileFor(source: CredentialSource, path: string): JsonFile<ConnectionsFile> {
  return source.kind === 'connections' || source.kind === 'all' ? readOnly(path) : inMemory()
}

export type OpenedCredential = { connectionIds: readonly string[]; demoAssetId: string | null }

/** The connections that a command is about. Throws `CommandProblem`, or a `Failure` of kind `input` or `storage`. */
export async function openCredential(
  source: CredentialSource,
  extras: ConnectionExtras,
  { connections, demo }: Services,
): Promise<OpenedCredential> {
  switch (source.kind) {
    case 'connections':
    case 'all':
      return { connectionIds: await findStored(source, connections), demoAssetId: null }
    case 'demo': {
      const { connection, assetId } = await demo.open()
      return { connectionIds: [connection.id], demoAssetId: assetId }
    }
    case 'file': {
      const draft = await draftFromFile(source.path, extras)
      return { connectionIds: [(await connections.save(draft, null)).id], demoAssetId: null }
    }
    case 'variables': {
      const { clientId, secret, scopes } = source
      const named = { name: sayCommand('environment.name'), clientId, secret, scopes }
      const draft = completeDraft(named, extras, {})
      return { connectionIds: [(await connections.save(draft, null)).id], demoAssetId: null }
    }
  }
}

async function findStored(
  source: Extract<CredentialSource, { kind: 'connections' | 'all' }>,
  connections: Services['connections'],
): Promise<string[]> {
  const all = await connections.all()
  if (all.length === 0) throw new CommandProblem(sayCommand('no-connections'))
  if (source.kind === 'all') return all.map(({ id }) => id)
  return source.names.map((name) => {
    const found = all.find((record) => record.name === name.trim())
    if (found) return found.id
    const names = all.map((record) => record.name).join(', ')
    throw new CommandProblem(sayCommand('no-connection', { name, names }))
  })
}

type Named = Pick<ConnectionDraft, 'name' | 'clientId' | 'secret' | 'scopes'>

/** What the command names counts more than what the file says. */
function completeDraft(
  named: Named,
  extras: ConnectionExtras,
  said: Partial<ConnectionExtras>,
): ConnectionDraft {
  return {
    ...named,
    id: null,
    environment: extras.environment ?? said.environment ?? 'development',
    bucket: extras.bucket || (said.bucket ?? ''),
    imsHost: extras.imsHost || (said.imsHost ?? ''),
    aemHost: extras.aemHost || (said.aemHost ?? ''),
    keepSecretIn: 'session',
    imported: null,
  }
}

async function draftFromFile(path: string, extras: ConnectionExtras): Promise<ConnectionDraft> {
  const reading = readCredentials(await readCredentialFile(path), basename(path))
  if ('refusal' in reading) {
    const { refusal } = reading
    const detail = `${sayImport(`refusal.${refusal}.title`)}. ${sayImport(`refusal.${refusal}.why`)}`
    throw new CommandProblem(sayCommand('file.refused', { path, detail }))
  }
  const [found, ...others] = reading.credentials
  if (found === undefined || others.length > 0) {
    throw new CommandProblem(sayCommand('file.several', { path, count: reading.credentials.length }))
  }
  const { leftOut } = found
  const hosts = [leftOut.imsHost, leftOut.aemHost].filter((host) => host !== null)
  if (hosts.length > 0 && extras.imsHost === '' && extras.aemHost === '') {
    throw new CommandProblem(sayCommand('file.left-out', { path, hosts: hosts.join(', ') }))
  }
  const named = {
    name: found.name || basename(path),
    clientId: found.clientId,
    secret: found.secrets[0] ?? '',
    scopes: found.scopes.join(', '),
  }
  return completeDraft(named, extras, {
    environment: found.environment,
    bucket: found.bucket ?? '',
    imsHost: found.imsHost ?? '',
    aemHost: found.aemHost ?? '',
  })
}

async function readCredentialFile(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > largestImportBytes) return ' '.repeat(largestImportBytes + 1)
    return decodeText(await readFile(path))
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : ''
    throw new CommandProblem(sayCommand('file.unreadable', { path, detail }))
  }
}
