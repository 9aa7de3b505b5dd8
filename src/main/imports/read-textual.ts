import type { ImportRefusal } from '../../shared/imports'
import type { RawReading } from './clean-credential'
import { codeToLines } from './code-lines'
import { readCurlCommand } from './curl-command'
import { readHttpRequests } from './http-request'
import { type DocumentReading, readJsonDocument } from './json-document'
import { readNamedValues } from './named-values'
import { resolveValue } from './references'
import { findCurlCommands, type ShellCommand } from './shell-commands'
import { tablesToLines } from './table-lines'
import { parseLooseJson, parseYaml } from './text-document'
import { readTextValues } from './text-values'
import { parametersOf, readForm as parseForm, readTokenRequest, readTokenUrl } from './token-request'
import { xmlToLines } from './xml-lines'

/** Readings of a text that is no JSON as a whole. */
export function* readTextual(text: string, label: string): Generator<DocumentReading> {
  const commands = findCurlCommands(text)
  const outside = withoutCommands(text, commands)
  const { values, variables } = readTextValues(codeToLines(tablesToLines(xmlToLines(outside))))
  if (commands.length > 0) {
    const calls = commands.map((command) => readCurlCommand(command, variables))
    yield { format: 'curl', ...together(calls) }
    // What a call of IMS does not say is not looked for in its other words.
    if (calls.some(({ isTokenCall }) => isTokenCall)) {
      return yield { format: 'env', ...readNamedValues(values, { names: [label] }) }
    }
  }
  yield { format: 'http-request', ...together(readHttpRequests(outside, variables)) }
  yield { format: 'text', ...together(readForms(outside, variables)) }
  const inner = /[{[]/.test(text) && text.includes('"') ? parseLooseJson(text) : undefined
  if (inner !== undefined) yield readJsonDocument(inner, label)
  if (mayBeYaml(text)) {
    for (const document of parseYaml(text) ?? []) yield asSettings(readJsonDocument(document, label))
  }
  yield { format: 'env', ...readNamedValues(values, { names: [label] }) }
  yield { format: 'text', credentials: [], otherwise: refusalOfParts(text) }
}

/** What is in a text that holds no credential. */
function refusalOfParts(text: string): ImportRefusal {
  if (/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/.test(text)) return 'jwt-credential'
  return /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{2,}/.test(text) ? 'access-token' : 'not-understood'
}

function withoutCommands(text: string, commands: readonly ShellCommand[]): string {
  const kept: string[] = []
  let at = 0
  for (const { start, end } of commands) {
    kept.push(text.slice(at, start))
    at = Math.max(at, end)
  }
  return [...kept, text.slice(at)].join('')
}

function together(readings: readonly RawReading[]): RawReading {
  const refusals = readings.map(({ otherwise }) => otherwise)
  return {
    credentials: readings.flatMap(({ credentials }) => credentials),
    otherwise: refusals.find((refusal) => refusal !== 'no-credential') ?? refusals[0] ?? 'not-understood',
  }
}

const mostForms = 100
const longestForm = 8_000
const endsForm = /[\s"'`<>]/

/** The parameters of a token request in an address or in the code of any language. */
function readForms(text: string, variables: ReadonlyMap<string, string>): RawReading[] {
  const found: RawReading[] = []
  let end = 0
  for (const { index } of text.matchAll(/client_id=/g)) {
    if (index < end || found.length === mostForms) continue
    let start = index
    while (start > Math.max(end, index - longestForm) && !endsForm.test(text[start - 1] ?? '')) start -= 1
    end = index
    while (end < Math.min(text.length, index + longestForm) && !endsForm.test(text[end] ?? '')) end += 1
    const form = text.slice(start, end)
    if (form.includes('&')) found.push(readForm(form, variables))
  }
  return found
}

function readForm(form: string, variables: ReadonlyMap<string, string>): RawReading {
  const url = readTokenUrl(/https?:\/\/.*$/i.exec(form)?.[0] ?? '')
  const parameters = url === null ? parseForm(form.replace(/^.*\?/, '')) : parametersOf(url)
  return readTokenRequest({
    url,
    parameters: parameters.map(([name, value]) => [name, resolveValue(value, variables)]),
    login: null,
  })
}

/** Names of a credential with a colon behind them. */
function mayBeYaml(text: string): boolean {
  return /(?:client|api)[-_ ]?(?:id|secrets?|key)["']?\s{0,20}:|(?:name|key):\s{0,9}["']?[\w.-]{0,40}client|kind:\s{0,9}["']?Secret/i.test(
    text,
  )
}

/** What was read like JSON, and is none. */
function asSettings(reading: DocumentReading): DocumentReading {
  return reading.format === 'json' ? { ...reading, format: 'env' } : reading
}
