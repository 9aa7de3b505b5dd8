import { parseArgs } from 'node:util'
import type { Environment } from '../../shared/connections'
import { findCredential } from '../failures/redact'
import type { CommandOption, CommandWords } from './find-command'

/** What the connection to check or to read from is. */
export type CredentialSource =
  | { kind: 'connections'; names: readonly string[] }
  | { kind: 'all' }
  | { kind: 'demo' }
  | { kind: 'file'; path: string }
  | { kind: 'variables'; clientId: string; secret: string; scopes: string }

/** What a file or the environment does not tell of a connection; empty where it was not named. */
export type ConnectionExtras = {
  bucket: string
  environment: Environment | null
  imsHost: string
  aemHost: string
}

export const reportFormats = ['text', 'json', 'junit', 'html'] as const
export type ReportFormat = (typeof reportFormats)[number]

type Common = { source: CredentialSource; extras: ConnectionExtras; asset: string; output: string | null }

export type CheckCommand = Common & {
  name: 'check'
  withRights: boolean
  confirmedName: string
  allowsUnproven: boolean
  format: ReportFormat
}
export type ReadCommand = Common & { name: 'read' }
export type Command = CheckCommand | ReadCommand

export type UsageProblem =
  | { code: 'usage.secret' | 'usage.no-credential' | 'usage.asset-needed' | 'usage.one-connection' }
  | { code: 'usage.option'; detail: string }
  | { code: 'usage.several-sources'; names: string }
  | { code: 'usage.format'; format: string }
  | { code: 'usage.environment'; environment: string }

export type ParsedCommand = { command: Command } | { problem: UsageProblem } | { help: true }

const options = {
  connection: { type: 'string', multiple: true },
  all: { type: 'boolean' },
  from: { type: 'string' },
  demo: { type: 'boolean' },
  bucket: { type: 'string' },
  environment: { type: 'string' },
  'ims-host': { type: 'string' },
  'aem-host': { type: 'string' },
  asset: { type: 'string' },
  rights: { type: 'boolean' },
  confirm: { type: 'string' },
  'allow-not-proven': { type: 'boolean' },
  format: { type: 'string' },
  output: { type: 'string' },
  help: { type: 'boolean' },
} as const satisfies Record<CommandOption, { type: 'string' | 'boolean'; multiple?: boolean }>

const environments: readonly Environment[] = ['development', 'stage', 'production']
const secretOption = /^--?(?:client[-_]?)?(?:secret|password|token)\b/i

/**
 * Understands the words after a command's name. `isForChromium` tells of switches that only Chromium takes.
 *
 * Secrets come from the variables CLIENT_ID, CLIENT_SECRET and SCOPES, and are refused as words: every program of the computer can
 * read those of another.
 */
export function parseCommand(
  { name, words }: CommandWords,
  variables: Readonly<Record<string, string | undefined>>,
  isForChromium: (word: string) => boolean,
): ParsedCommand {
  const own = words.filter((word) => !isForChromium(word))
  if (own.some((word) => secretOption.test(word) || findCredential(word) !== null)) {
    return { problem: { code: 'usage.secret' } }
  }
  const parsed = readOptions(own)
  if (parsed.problem) return { problem: parsed.problem }
  const { values } = parsed
  if (values.help) return { help: true }
  const { format = 'text', environment } = values
  const known = reportFormats.find((candidate) => candidate === format)
  if (known === undefined) return { problem: { code: 'usage.format', format } }
  const named = environments.find((candidate) => candidate === environment) ?? null
  if (environment !== undefined && named === null) {
    return { problem: { code: 'usage.environment', environment } }
  }
  const source = findSource(values, variables)
  if ('code' in source) return { problem: source }
  const common: Common = {
    source,
    extras: {
      bucket: values.bucket ?? '',
      environment: named,
      imsHost: values['ims-host'] ?? '',
      aemHost: values['aem-host'] ?? '',
    },
    asset: values.asset ?? '',
    output: values.output ?? null,
  }
  if (name === 'read') return readCommand(common)
  return {
    command: {
      ...common,
      name: 'check',
      withRights: values.rights ?? false,
      confirmedName: values.confirm ?? '',
      allowsUnproven: values['allow-not-proven'] ?? false,
      format: known,
    },
  }
}

function readOptions(words: string[]) {
  try {
    return { values: parseArgs({ args: words, options, strict: true }).values }
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : ''
    return { problem: { code: 'usage.option', detail } as const }
  }
}

type Values = NonNullable<ReturnType<typeof readOptions>['values']>

function findSource(
  { connection, all, from, demo }: Values,
  { CLIENT_ID = '', CLIENT_SECRET = '', SCOPES = '' }: Readonly<Record<string, string | undefined>>,
): CredentialSource | UsageProblem {
  const named: CredentialSource[] = [
    ...(connection === undefined ? [] : [{ kind: 'connections', names: connection } as const]),
    ...(all ? [{ kind: 'all' } as const] : []),
    ...(from === undefined ? [] : [{ kind: 'file', path: from } as const]),
    ...(demo ? [{ kind: 'demo' } as const] : []),
  ]
  if (named.length > 1) {
    return { code: 'usage.several-sources', names: '--connection, --all, --from, --demo' }
  }
  const [only] = named
  if (only) return only
  if (CLIENT_ID === '' && CLIENT_SECRET === '') return { code: 'usage.no-credential' }
  return { kind: 'variables', clientId: CLIENT_ID, secret: CLIENT_SECRET, scopes: SCOPES }
}

function readCommand(common: Common): ParsedCommand {
  const { source, asset } = common
  const isOne = source.kind !== 'all' && !(source.kind === 'connections' && source.names.length > 1)
  if (!isOne) return { problem: { code: 'usage.one-connection' } }
  if (asset.trim() === '' && source.kind !== 'demo') return { problem: { code: 'usage.asset-needed' } }
  return { command: { ...common, name: 'read' } }
}
