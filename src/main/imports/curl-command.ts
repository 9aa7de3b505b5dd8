import { parse } from 'shell-quote'
import type { RawReading } from './clean-credential'

/** A line that begins with curl, after a prompt of a shell or `TOKEN=$(`. */
const commandStart =
  /^(?:[ \t]*[$%][ \t]*|[^\r\n\u2028\u2029>'"=]*>[ \t]*|[ \t]*)(?:\w+=\$\()?curl(?:\.exe)?(?=[ \t^\\`\r\n])/im

/**
 * The token request as a cURL command ("View cURL command" of Adobe Developer Console, Postman, a browser), for bash,
 * Windows cmd or PowerShell; null when there is no cURL command. Parameters: adobe-dev-console,
 * ServerToServerAuthentication/ims.md.
 */
export function readCurlCommand(text: string): RawReading | null {
  const start = commandStart.exec(text)
  if (!start) return null
  const { url, parameters } = readWords(wordsOf(text.slice(start.index + start[0].length)))
  function all(name: string): string[] {
    return parameters.filter(([found]) => found === name).map(([, value]) => value)
  }
  const [grant = 'client_credentials'] = all('grant_type')
  if (url?.pathname.startsWith('/ims/exchange/jwt') || all('jwt_token').length > 0) {
    return { credentials: [], otherwise: 'jwt-credential' }
  }
  if (grant !== 'client_credentials') return { credentials: [], otherwise: 'user-auth-credential' }
  const [clientId] = all('client_id')
  const secrets = all('client_secret')
  const scopes = all('scope')
  const isTokenRequest = clientId !== undefined && (secrets.length > 0 || scopes.length > 0)
  return {
    credentials: isTokenRequest ? [{ names: [], clientId, secrets, scopes, imsHost: url?.origin }] : [],
    otherwise: 'no-credential',
  }
}

/** What the shell would hand to curl, up to the end of this command. */
function wordsOf(command: string): string[] {
  const forCmd = /\^\r?\n|\^["&%^]/.test(command)
  const line = forCmd ? fromCmd(command) : command.replace(/\\\r?\n/g, '').replace(/`\r?\n/g, ' ')
  const words: string[] = []
  for (const entry of parseWords(line)) {
    if (typeof entry !== 'string') {
      if (!('op' in entry) || entry.op !== 'glob') break
      words.push(entry.pattern)
    } else if (/^curl(?:\.exe)?$/i.test(entry)) break
    else words.push(entry)
  }
  return words
}

/** A variable has no value here; a control character in its place is refused by every reader of a field. */
function unknownVariable(name: string): string | undefined {
  return name === '' ? undefined : '\u0000'
}

function parseWords(line: string): ReturnType<typeof parse> {
  try {
    return parse<string>(line, unknownVariable)
  } catch {
    return []
  }
}

/**
 * Turns the quoting of Windows cmd into that of a POSIX shell: outside of quotes `^` frees the next character or
 * continues the line, `$` means nothing, and a backslash counts only before a quote.
 */
function fromCmd(command: string): string {
  return command
    .replace(/"[^"]*"|\^(\r?\n|[\s\S])/g, (all, freed: string | undefined) =>
      freed === undefined ? all : freed.endsWith('\n') ? ' ' : freed,
    )
    .replace(/\\(?!")/g, '\\\\')
    .replaceAll('$', '\\$')
}

type Parameter = readonly [name: string, value: string]

const longData = /^--(?:data(?:-ascii|-raw|-binary|-urlencode)?|form(?:-string)?)$/
/** `-d` or `-F`, alone, behind switches that take no value (`-sSd`), or with its value attached. */
const shortData = /^-[fgiIkLnNsSv]*([dF])([\s\S]*)$/

function readWords(words: readonly string[]): { url: URL | null; parameters: Parameter[] } {
  let url: URL | null = null
  const parameters: Parameter[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const short = shortData.exec(word)
    if (longData.test(word) || short) {
      const attached = short?.[2] ?? ''
      if (attached === '') index += 1
      const data = readData(short?.[1] ?? word, attached || (words[index] ?? ''))
      for (const parameter of data) parameters.push(parameter)
    } else {
      url ??= readTokenUrl(word)
    }
  }
  return { url, parameters: [...parameters, ...(url?.searchParams ?? [])] }
}

function readData(option: string, data: string): Parameter[] {
  const [, name = '', value = ''] = /^([^=@]*)=([\s\S]*)$/.exec(data) ?? []
  // What these hold behind the first equals sign is not encoded yet.
  if (option === '--data-urlencode' || option === 'F' || option.startsWith('--form')) return [[name, value]]
  return data.startsWith('@') ? [] : [...new URLSearchParams(data)]
}

function readTokenUrl(word: string): URL | null {
  if (!/^(?:https?:\/\/)?[\w.:[\]-]+\/ims\//i.test(word)) return null
  try {
    return new URL(/^https?:/i.test(word) ? word : `https://${word}`)
  } catch {
    return null
  }
}
