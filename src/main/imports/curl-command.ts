import type { RawReading } from './clean-credential'
import { resolveValue } from './references'
import type { ShellCommand } from './shell-commands'
import { expandVariables, splitWords } from './shell-words'
import {
  type Parameter,
  parametersOf,
  readBasic,
  readForm,
  readLogin,
  readTokenRequest,
  readTokenUrl,
  type TokenRequest,
} from './token-request'

type Variables = ReadonlyMap<string, string>

/**
 * A token request as a cURL command ("View cURL command" of Adobe Developer Console, Postman, a browser, a script), for bash,
 * Windows cmd or PowerShell.
 */
export function readCurlCommand(
  command: ShellCommand,
  variables: Variables,
): RawReading & { isTokenCall: boolean } {
  const { words, hereString } = splitWords(command.words, variables)
  const fed = command.input
  const input = hereString ?? (fed?.isLiteral ? fed.text : expandVariables(fed?.text ?? '', variables))
  const request = readOptions(words, input)
  const parameters = request.parameters.map(
    ([name, value]) => [name, resolveValue(value, variables)] as const,
  )
  return { ...readTokenRequest({ ...request, parameters }), isTokenCall: request.url !== null }
}

/** An option with the value that follows it, or that is attached to it behind switches which take none (`-sSd`). */
const longOption =
  /^--(?:expand-)?(data|data-ascii|data-raw|data-binary|data-urlencode|form|form-string|url-query|json|user|header|config|variable)(?:=([\s\S]*))?$/
const shortOption = /^-[fgGiIkLnNsSv]*([dFuHK])([\s\S]*)$/
const longNames: Readonly<Record<string, string>> = {
  d: 'data',
  F: 'form',
  u: 'user',
  H: 'header',
  K: 'config',
}

function readOptions(words: readonly string[], input: string): TokenRequest {
  let url: URL | null = null
  let login: TokenRequest['login'] = null
  const parameters: Parameter[] = []
  const named = new Map<string, string>()
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const [, long, afterSign] = longOption.exec(word) ?? []
    const [, short = '', attached = ''] = shortOption.exec(word) ?? []
    const option = long ?? longNames[short]
    if (option === undefined) {
      url ??= readTokenUrl(word)
      continue
    }
    const isAttached = long === undefined ? attached !== '' : afterSign !== undefined
    if (!isAttached) index += 1
    const given = (isAttached ? (long === undefined ? attached : afterSign) : words[index]) ?? ''
    const value = word.startsWith('--expand-') ? expandNames(given, named) : given
    if (option === 'user') login = readLogin(value)
    else if (option === 'header') login ??= readAuthorization(value)
    else if (option === 'variable') named.set(...splitAt(value, '='))
    else if (option === 'config') {
      const inner = value === '-' ? readOptions(wordsOfConfig(input), input) : null
      login ??= inner?.login ?? null
      url ??= inner?.url ?? null
      for (const parameter of inner?.parameters ?? []) parameters.push(parameter)
    } else for (const parameter of readData(option, value, input)) parameters.push(parameter)
  }
  const inAddress = url !== null && url.username !== '' ? readLogin(`${url.username}:${url.password}`) : null
  return { url, parameters: [...parameters, ...parametersOf(url)], login: login ?? inAddress }
}

function splitAt(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** `{{name}}` and `{{name:trim:url}}` of `--variable` (curl 8.3). */
function expandNames(text: string, named: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{(\w+)(?::[\w:]*)?\}\}/g, (found, name: string) => named.get(name) ?? found)
}

function readAuthorization(header: string): TokenRequest['login'] {
  const [name, value] = splitAt(header, ':')
  return /^authorization$/i.test(name.trim()) ? readBasic(value) : null
}

/** The lines of a config file of curl: `data = "…"`, `user: id:secret`, `url "…"`. */
function wordsOfConfig(config: string): string[] {
  return config.split('\n').flatMap((line) => {
    const [, name = '', quoted, bare = ''] =
      /^\s*(?:--?)?([a-z-]{1,30})[ \t]*[=: \t][ \t]*(?:"((?:[^"\\]|\\.)*)"|(.*?))[ \t]*$/.exec(line) ?? []
    const value = quoted === undefined ? bare : quoted.replace(/\\(.)/g, '$1')
    return name === '' ? [] : name === 'url' ? [value] : [`--${name}`, value]
  })
}

function readData(option: string, data: string, input: string): Parameter[] {
  if (option === 'form' || option === 'form-string') return [readField(data, option)]
  if (option === 'data-urlencode' || option === 'url-query') {
    if (option === 'url-query' && data.startsWith('+')) return readForm(data.slice(1))
    const [, name = '', value = ''] = /^([^=@]*)=([\s\S]*)$/.exec(data) ?? []
    // What these hold behind the first equals sign is not encoded yet.
    return [[name.trim(), value]]
  }
  const text = data === '@-' ? input : data
  if (text.startsWith('@')) return []
  return /^\s*\{/.test(text) ? readJsonBody(text) : readForm(text)
}

/** A field of `--form`; quotes around its value are not part of it (curl, Postman), and neither is its type. */
function readField(data: string, option: string): Parameter {
  const [name, value] = splitAt(data, '=')
  if (option === 'form-string') return [name, value]
  const quoted = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(value)?.[1]
  return [name, quoted === undefined ? value.replace(/;type=[^;]*$/, '') : quoted.replace(/\\(["\\])/g, '$1')]
}

function readJsonBody(text: string): Parameter[] {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null) return []
    return Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    )
  } catch {
    return []
  }
}
