import { parseJson } from '../input/parse-json'
import type { NamedValue } from './credential-parts'
import { resolveReferences } from './references'
import { readTextValues } from './text-values'

const mostValues = 20_000
const deepest = 40

/** What Adobe Developer Console keeps of other flows in the same credential. */
const otherFlows: ReadonlySet<string> = new Set(['jwt', 'oauth2', 'api_key'])

type Members = Readonly<Record<string, unknown>>

/**
 * Every name with its value in a document, with the objects that it stands in: flat or nested, as pairs of `key` or `name` with
 * `value` (Postman, Kubernetes, HAR), as texts such as `NAME=value` (Docker), and inside texts that are JSON or lines
 * themselves (secrets managers, config maps). Values that name another one are replaced by it.
 */
export function readDocumentValues(document: unknown): NamedValue[] {
  const found: NamedValue[] = []
  collect(document, [], found)
  const variables = new Map<string, string>()
  for (const { name, value } of found) {
    if (typeof value === 'string' && !variables.has(name)) variables.set(name, value)
  }
  return resolveReferences(found, variables)
}

function collect(node: unknown, within: readonly string[], found: NamedValue[]): void {
  if (within.length > deepest || found.length > mostValues) return
  if (Array.isArray(node)) collectList(node, within, found)
  else if (isMembers(node)) collectMembers(node, within, found)
}

function collectMembers(node: Members, within: readonly string[], found: NamedValue[]): void {
  const values = isKubernetesSecret(node) ? { ...node, data: decodeValues(node.data) } : node
  const isOfConsole = 'oauth_server_to_server' in node || 'integration_type' in node
  for (const [name, value] of Object.entries(values)) {
    if (name === '__proto__' || (isOfConsole && otherFlows.has(name))) continue
    if (isPlainList(value) || typeof value !== 'object' || value === null) {
      found.push({ name, value, within })
      if (typeof value === 'string') collectText(value, within, found)
    } else collect(value, [...within, name], found)
  }
}

function collectList(list: readonly unknown[], within: readonly string[], found: NamedValue[]): void {
  const pairs = list.flatMap((item) => pairIn(item) ?? [])
  if (pairs.length * 2 > list.length) {
    for (const { name, value } of pairs) found.push({ name, value, within })
    return
  }
  if (list.every((item) => typeof item === 'string')) {
    const lines = list.filter((item) => /^[\w.-]{1,100}=/.test(item))
    for (const value of readTextValues(lines.join('\n')).values) found.push({ ...value, within })
    return
  }
  for (const [index, item] of list.entries()) collect(item, [...within, `#${index + 1}`], found)
}

const valuesOfPair = ['value', 'initialValue', 'currentValue'] as const

/** The name and value of an entry in a list; one that is switched off is blank. */
function pairIn(item: unknown): { name: string; value: unknown } | null {
  if (!isMembers(item)) return null
  const name = item.key ?? item.name
  if (typeof name !== 'string' || !valuesOfPair.some((member) => member in item)) return null
  const isOff = item.enabled === false || item.disabled === true
  const value = valuesOfPair.map((member) => item[member]).find((each) => each !== undefined && each !== '')
  return { name, value: isOff ? null : (value ?? null) }
}

/** Texts that hold values themselves: JSON in JSON, and files in a config map. */
function collectText(text: string, within: readonly string[], found: NamedValue[]): void {
  if (text.length < 10) return
  if (/^\s*\{/.test(text)) collect(parseJson(text), within, found)
  else if (/\n/.test(text) && /[=:]/.test(text)) {
    for (const value of readTextValues(text).values)
      found.push({ ...value, within: [...within, ...value.within] })
  }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Lists of texts alone are values, such as scopes; those of assignments are not. */
function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && !/^\w+=/.test(item))
}

function isKubernetesSecret(node: Members): boolean {
  return node.kind === 'Secret' && isMembers(node.data)
}

/** Kubernetes keeps the values of a secret in base64. */
function decodeValues(data: unknown): Members {
  if (!isMembers(data)) return {}
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8').trim() : value,
    ]),
  )
}
