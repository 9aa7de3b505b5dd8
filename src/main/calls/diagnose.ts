import { type CauseId, failureCatalogue } from '../../shared/failure-catalogue'
import type { Cause, Refusal, Signal } from '../../shared/failure-signal'
import type { Evidence, MessageValues } from '../../shared/result'
import { Failure } from '../failures/failure'
import { redact } from '../failures/redact'
import { parseJson } from '../input/parse-json'
import { type HttpAnswer, HttpProblem } from './http'
import { isNetworkPage } from './network-page'

/** What was seen of one exchange, whether an answer came or not. */
export type Observation = {
  from: 'ims' | 'aem'
  method: 'read' | 'write'
  status: number | null
  network: string | null
  refused: Refusal | null
  /** Where a redirect pointed. */
  target?: string | null
  /** The same token has just read what was to be changed. */
  readWorked?: boolean
  /** Header `Server` of the answer. */
  server?: string | null
  /** The body as text; empty when none came. */
  body: string
}

type Member = 'error' | 'error_description' | 'detail' | 'type' | 'error_code'

/** An observation as the signals see it. */
type Seen = Observation & {
  members: Partial<Record<Member, string>>
  isJson: boolean
  /** Asked for at most once: long pages take milliseconds. */
  isNetworkPage: () => boolean
}

function lookAt(observed: Observation): Seen {
  const parsed = parseJson(observed.body)
  const isJson = parsed !== undefined
  let fromNetwork: boolean | null = null
  return {
    ...observed,
    members: readMembers(parsed),
    isJson,
    isNetworkPage: () => {
      fromNetwork ??= !isJson && isNetworkPage(observed.body, observed.status)
      return fromNetwork
    },
  }
}

/** Members of an error body, of which only strings count: an answer may hold anything under those names. */
function readMembers(parsed: unknown): Partial<Record<Member, string>> {
  if (typeof parsed !== 'object' || parsed === null) return {}
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => typeof value === 'string'))
}

function lastSegment(uri: string): string {
  return uri.split('/').at(-1) ?? ''
}

function holds(signal: Signal, seen: Seen): boolean {
  const { members } = seen
  function matches(pattern: RegExp | undefined, text: string | null | undefined): boolean {
    return pattern === undefined || (typeof text === 'string' && pattern.test(text))
  }
  return (
    (signal.from === 'any' || signal.from === seen.from) &&
    (signal.method === undefined || signal.method === seen.method) &&
    (signal.status === undefined || (seen.status !== null && signal.status.includes(seen.status))) &&
    (signal.refused === undefined || signal.refused === seen.refused) &&
    (signal.readWorked === undefined || seen.readWorked === true) &&
    matches(signal.target, seen.target) &&
    matches(signal.network, seen.network) &&
    matches(signal.page, seen.refused === 'html' ? seen.body : null) &&
    matches(signal.server, seen.isJson ? null : seen.server) &&
    // A text without the member has no code that could be one of OAuth's.
    matches(signal.error, members.error ?? '') &&
    matches(signal.description, members.error_description) &&
    matches(signal.detail, members.detail) &&
    matches(signal.problemType, members.type === undefined ? undefined : lastSegment(members.type)) &&
    matches(signal.gatewayCode, members.error_code) &&
    (signal.isNetworkPage === undefined || seen.isNetworkPage())
  )
}

/** The cause of a failure by the catalogue; what is in no row is one of the `unknown-…` causes, never a guess. */
export function findCause(observed: Observation): CauseId {
  const seen = lookAt(observed)
  for (const [id, cause] of Object.entries(failureCatalogue) as [CauseId, Cause][]) {
    if (cause.signals.some((signal) => holds(signal, seen))) return id
  }
  if (seen.network !== null) return 'unknown-network'
  return seen.from === 'ims' ? 'unknown-ims-answer' : 'unknown-aem-answer'
}

/** What was asked, for the evidence; `values` fill the words of the cause. */
export type Asked = {
  from: 'ims' | 'aem'
  method: 'GET' | 'POST' | 'PATCH'
  url: URL
  at: number
  values: MessageValues
  /** For a change: the same token has just read what is to be changed. */
  readWorked?: boolean
}

/** The proxy script of the system's settings: Chromium has an error of its own for one that has to be used. */
const proxyScriptFailed = /ERR_(PAC|MANDATORY_PROXY)/

const longestExcerpt = 500
const longestWaitSeconds = 3_600

/** One paragraph of an answer for people to read: without secrets, controls and excess. */
export function excerptOf(body: string): string {
  return redact(body.slice(0, 20_000))
    .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
    .trim()
    .slice(0, longestExcerpt)
}

/** It is logged and shown as it is, so that a text of another kind counts as none. */
const requestIdForm = /^[\w.:+/=-]{1,100}$/

function requestIdOf(headers: HttpAnswer['headers'], body: string): string | null {
  const fromBody = /"requestId"\s*:\s*"([^"]*)"/.exec(body)?.[1]
  const found = [headers['x-request-id'], headers['x-debug-id'], fromBody]
  return found.find((id) => id !== undefined && requestIdForm.test(id)) ?? null
}

/** Seconds or a date in one of the forms of HTTP (RFC 9110 section 10.2.3); `Date.parse` alone takes far more for a date. */
function secondsToWait(headers: HttpAnswer['headers'], now: number): MessageValues {
  const value = headers['retry-after']?.trim() ?? ''
  const isDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*GMT$/.test(value)
  const seconds = isDate ? (Date.parse(value) - now) / 1_000 : Number(/^\d+$/.exec(value)?.[0])
  return seconds > 0 ? { retryAfterSeconds: Math.min(Math.ceil(seconds), longestWaitSeconds) } : {}
}

/** What may be shown and kept of an exchange; an empty `body` keeps the answer itself out of it. */
export function evidenceOf(asked: Asked, seen: Partial<HttpAnswer>, body: string): Evidence {
  return {
    method: asked.method,
    url: `${asked.url.origin}${asked.url.pathname}`,
    status: seen.status ?? null,
    contentType: seen.headers?.['content-type']?.slice(0, 100) ?? null,
    requestId: seen.headers ? requestIdOf(seen.headers, body) : null,
    excerpt: excerptOf(body),
    at: new Date(asked.at).toISOString(),
    durationMs: Math.round(seen.durationMs ?? 0),
  }
}

/** The failure for an unexpected answer. */
export function answerFailure(
  asked: Asked,
  answer: HttpAnswer,
  body: string,
  refused: Refusal | null,
): Failure {
  const cause = findCause({
    from: asked.from,
    method: asked.method === 'PATCH' ? 'write' : 'read',
    status: answer.status,
    network: null,
    refused,
    readWorked: asked.readWorked === true,
    server: answer.headers.server ?? null,
    body,
  })
  const values = { ...asked.values, status: answer.status, ...secondsToWait(answer.headers, asked.at) }
  return new Failure({ kind: 'failure', cause, values, evidence: evidenceOf(asked, answer, body) })
}

/** The failure for an exchange without an answer. Other throwables pass as they are. */
export function networkFailure(asked: Asked, thrown: unknown): unknown {
  if (!(thrown instanceof HttpProblem)) return thrown
  const { network, refused, status, target } = thrown
  const cause = findCause({ from: asked.from, method: 'read', status, network, refused, target, body: '' })
  const values = {
    ...asked.values,
    detail: network ?? '',
    ...(proxyScriptFailed.test(network ?? '') ? { proxyScript: 'failed' } : {}),
    // Where certificates are trusted differs from system to system.
    ...(cause === 'tls-not-trusted' ? { system: process.platform } : {}),
    target: target === null ? '' : originOf(target),
  }
  const evidence = evidenceOf(asked, status === null ? {} : { status }, network ?? refused ?? '')
  return new Failure({ kind: 'failure', cause, values, evidence })
}

function originOf(target: string): string {
  try {
    return new URL(target).host || target.slice(0, 100)
  } catch {
    return target.slice(0, 100)
  }
}
