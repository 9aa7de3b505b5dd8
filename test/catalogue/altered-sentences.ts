import type { CauseId } from '../../src/shared/failure-catalogue'
import { html, json, type NearMiss, plain, problem, problemType, type Sent } from './near-miss'

type Sentence = {
  cause: CauseId
  status: number
  /** Last segment of the problem's type. */
  kind: string
  text: string
  /** What is left to say of the problem when this sentence is not its detail. */
  otherwise: CauseId
}

/** Sentences of AEM that were captured in the Experience League community (threads 250074, 250286, 250739). */
const sentences: readonly Sentence[] = [
  {
    cause: 'aem-client-not-allowlisted',
    status: 403,
    kind: 'forbidden',
    text: 'IMS Client ID not allowlisted. Allowlist the Client ID using the Configuration Pipeline.',
    otherwise: 'unknown-aem-answer',
  },
  {
    cause: 'aem-scopes-missing',
    status: 403,
    kind: 'forbidden',
    text: 'The access token is missing required scopes.',
    otherwise: 'unknown-aem-answer',
  },
  {
    cause: 'aem-path-unknown',
    status: 404,
    kind: 'not_found',
    text: 'No RequestProcessor can handle this request.',
    // A 404 with another detail is that of an asset which is not there.
    otherwise: 'aem-asset-not-found',
  },
]

type Alteration = [name: string, sent: Sent, expected: CauseId]

function stillTheSame({ cause, status, kind, text }: Sentence): Alteration[] {
  const members = { type: problemType(kind), title: 'Title', status, detail: text }
  return [
    ['in capitals', problem(status, { ...members, detail: text.toUpperCase() }), cause],
    ['in small letters', problem(status, { ...members, detail: text.toLowerCase() }), cause],
    ['with more behind it', problem(status, { ...members, detail: `${text} Request 42.` }), cause],
    [
      'with a type of http',
      problem(status, { ...members, type: members.type.replace('https', 'http') }),
      cause,
    ],
    ['as application/json', json(status, members), cause],
    ['without a type', problem(status, { title: 'Title', status, detail: text }), cause],
    ['with another status inside', problem(status, { ...members, status: 200 }), cause],
    ['with a status of text inside', problem(status, { ...members, status: `${status}`, title: {} }), cause],
  ]
}

function elsewhereInside({ status, kind, text, otherwise }: Sentence): Alteration[] {
  const members = { type: problemType(kind), title: 'Title', status, detail: 'Something else.' }
  return [
    ['in the title', problem(status, { ...members, title: text }), otherwise],
    ['in the instance', problem(status, { ...members, instance: text }), otherwise],
    ['in a description', problem(status, { ...members, description: text }), otherwise],
    ['in a message', problem(status, { ...members, message: text }), otherwise],
    ['in a list of errors', problem(status, { ...members, errors: [{ detail: text }] }), otherwise],
    ['as a list', problem(status, { ...members, detail: [text] }), otherwise],
    ['inside an object', problem(status, { ...members, detail: { text } }), otherwise],
    ['in a member below', json(status, { error: { ...members, detail: text } }), 'unknown-aem-answer'],
    ['in a list of problems', json(status, [{ ...members, detail: text }]), 'unknown-aem-answer'],
    ['as the whole JSON', json(status, text), 'unknown-aem-answer'],
    ['as JSON inside JSON', json(status, JSON.stringify({ ...members, detail: text })), 'unknown-aem-answer'],
    ['under the name Detail', problem(status, { ...members, Detail: text }), otherwise],
  ]
}

function otherText({ status, kind, text, otherwise }: Sentence): Alteration[] {
  function withDetail(detail: unknown): Sent {
    return problem(status, { type: problemType(kind), title: 'Title', status, detail })
  }
  return [
    ['with words before it', withDetail(`Audit: ${text}`), otherwise],
    ['in quotes', withDetail(`"${text}"`), otherwise],
    ['cut after three words', withDetail(text.split(' ').slice(0, 3).join(' ')), otherwise],
    ['without its spaces', withDetail(text.replaceAll(' ', '')), otherwise],
    ['with no detail at all', withDetail(undefined), otherwise],
    ['with an empty detail', withDetail(''), otherwise],
    ['with null for a detail', withDetail(null), otherwise],
  ]
}

function otherForm({ status, kind, text }: Sentence): Alteration[] {
  const whole = JSON.stringify({ type: problemType(kind), title: 'Title', status, detail: text })
  return [
    ['as plain text', plain(status, text), 'unknown-aem-answer'],
    ['as HTML', html(status, 'Error', text), 'aem-web-page'],
    ['as JSON cut before its end', { ...json(status, ''), body: whole.slice(0, -1) }, 'unknown-aem-answer'],
    ['as JSON with a prefix', { ...json(status, ''), body: `)]}'${whole}` }, 'unknown-aem-answer'],
  ]
}

function otherStatus({ kind, text }: Sentence): Alteration[] {
  function under(status: number): Sent {
    return problem(status, { type: problemType(kind), status, detail: text })
  }
  return [
    ['under status 400', under(400), 'unknown-aem-answer'],
    ['under status 401', under(401), 'aem-token-refused'],
    ['under status 410', under(410), 'unknown-aem-answer'],
    ['under status 429', under(429), 'aem-throttled'],
    ['under status 500', under(500), 'aem-unavailable'],
    ['under status 503', under(503), 'aem-unavailable'],
  ]
}

/** Each sentence of AEM in other places, forms and statuses. */
export const alteredSentences: readonly NearMiss[] = sentences.flatMap((sentence) =>
  [stillTheSame, elsewhereInside, otherText, otherForm, otherStatus]
    .flatMap((alter) => alter(sentence))
    .map(
      ([name, sent, expected]): NearMiss => ({
        name: `${sentence.cause}: its words ${name}`,
        from: 'aem',
        sent,
        expected,
      }),
    ),
)
