import type { RawReading } from './clean-credential'
import { resolveValue } from './references'
import {
  type Parameter,
  parametersOf,
  readBasic,
  readForm,
  readTokenRequest,
  readTokenUrl,
} from './token-request'

/** The line of a request: method, address or path, and with some programs the version. */
const requestLine =
  /^[ \t]{0,20}(?:POST|GET)[ \t]{1,20}(\S{1,4000})(?:[ \t]{1,20}HTTP\/[\d.]{1,3})?[ \t]{0,20}$/gim
const mostRequests = 50
const longestRequest = 100_000

/** Token requests as HTTP writes them down: `.http` files, the log of a proxy, a page of documentation. */
export function readHttpRequests(text: string, variables: ReadonlyMap<string, string>): RawReading[] {
  const starts = [...text.matchAll(requestLine)].slice(0, mostRequests)
  return starts.flatMap(({ index, 0: line, 1: target = '' }, at) => {
    const start = index + line.length
    const end = Math.min(starts[at + 1]?.index ?? text.length, start + longestRequest)
    const reading = readRequest(target, text.slice(start + 1, end), variables)
    return reading === null ? [] : [reading]
  })
}

function readRequest(
  target: string,
  rest: string,
  variables: ReadonlyMap<string, string>,
): RawReading | null {
  const lines = rest.split(/\n###/, 1)[0]?.split('\n') ?? []
  const blank = lines.findIndex((line) => line.trim() === '')
  const head = blank < 0 ? lines : lines.slice(0, blank)
  const headers = new Map(head.flatMap((line) => headerIn(line) ?? []))
  const body = blank < 0 ? '' : lines.slice(blank + 1).join('\n')
  // The parameters of an address may stand on lines of their own below it.
  const more = head.map((line) => line.trim()).filter((line) => /^[?&]/.test(line))
  const host = target.startsWith('/') ? (headers.get('host') ?? '') : ''
  const url =
    readTokenUrl(`${host}${target}${more.join('')}`) ??
    readTokenUrl(target.replace(/^\{\{[^}]*\}\}/, 'ims.invalid'))
  if (url === null) return null
  const parameters = [...readBody(body, headers.get('content-type') ?? ''), ...parametersOf(url)]
  const login =
    readBasic(headers.get('authorization') ?? '') ?? readPlainBasic(headers.get('authorization') ?? '')
  return readTokenRequest({
    url: url.hostname === 'ims.invalid' ? null : url,
    parameters: parameters.map(([name, value]) => [name, resolveValue(value, variables)]),
    login: login && {
      user: resolveValue(login.user, variables),
      password: resolveValue(login.password, variables),
    },
  })
}

function headerIn(line: string): [string, string][] | null {
  const [, name, value = ''] = /^[ \t]*([\w-]{1,80}):[ \t]*(.*)$/.exec(line) ?? []
  return name === undefined ? null : [[name.toLowerCase(), value.trim()]]
}

/** `Basic id secret` and `Basic id:secret`, which the HTTP clients of editors encode themselves. */
function readPlainBasic(header: string): { user: string; password: string } | null {
  const [, user, password] = /^Basic\s+([^\s:]+)[\s:]+(\S+)$/i.exec(header) ?? []
  return user === undefined || password === undefined ? null : { user, password }
}

/** The lines of a form that follow one another, joined by the `&` that may be missing between them. */
function formIn(body: string): string {
  const lines = body
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const last = lines.findIndex(
    (line, at) => at > 0 && !/^&|^[\w.-]{1,60}=/.test(line) && !lines[at - 1]?.endsWith('&'),
  )
  return lines
    .slice(0, last < 0 ? lines.length : last)
    .map((line) => line.replace(/^&|&$/g, ''))
    .join('&')
}

function readBody(body: string, type: string): Parameter[] {
  const boundary = /^multipart\/form-data/i.test(type)
    ? /boundary="?([^";\s]{1,200})/i.exec(type)?.[1]
    : undefined
  if (boundary === undefined) return readForm(formIn(body))
  return body.split(`--${boundary}`).flatMap((part) => {
    const [, name, value] = /name="([^"]{1,200})"[^\n]*\n(?:[^\n]+\n)*\n([\s\S]*)$/.exec(part) ?? []
    return name === undefined || value === undefined ? [] : [[name, value.trim()] as const]
  })
}
