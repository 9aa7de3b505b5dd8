import type { CauseId } from '../../src/shared/failure-catalogue'
import { html, json, type NearMiss, plain, type Sent } from './near-miss'

type ImsError = { cause: CauseId; error: string; description: string }

const errors: readonly ImsError[] = [
  { cause: 'ims-secret-refused', error: 'invalid_client', description: 'invalid client_secret parameter' },
  { cause: 'ims-client-id-unknown', error: 'invalid_client', description: 'invalid client_id parameter' },
  { cause: 'ims-scope-refused', error: 'invalid_scope', description: 'The requested scope is invalid' },
  { cause: 'ims-grant-refused', error: 'unauthorized_client', description: 'client is not authorized' },
]

function alter({ cause, error, description }: ImsError): [string, Sent, CauseId][] {
  const members = { error, error_description: description }
  const unknown: CauseId = 'unknown-ims-answer'
  return [
    ['with status 401', json(401, members), cause],
    ['as application/problem+json', { ...json(400, members), type: 'application/problem+json' }, cause],
    ['with status 200', json(200, members), 'ims-token-unusable'],
    ['with status 404', json(404, members), unknown],
    ['with status 429', json(429, members), 'ims-throttled'],
    ['with status 500', json(500, members), 'ims-unavailable'],
    ['in capitals', json(400, { ...members, error: error.toUpperCase() }), unknown],
    ['with a code that starts alike', json(400, { ...members, error: `${error}_x` }), unknown],
    ['with a code that ends alike', json(400, { ...members, error: `x_${error}` }), unknown],
    ['under errorCode', json(400, { errorCode: error, error_description: description }), unknown],
    ['in the description alone', json(400, { error_description: `${error}: ${description}` }), unknown],
    ['under another code', json(400, { ...members, error: 'ride_PLAN-7' }), unknown],
    [
      'in an object, as other services have it',
      json(400, { error: { code: error, message: description } }),
      unknown,
    ],
    ['in a list', json(400, [members]), unknown],
    ['with a list for a code', json(400, { ...members, error: [error] }), unknown],
    ['as plain text', plain(400, `${error}: ${description}`), unknown],
    ['as HTML', html(400, error, description), 'ims-not-ims'],
    ['cut before its end', { ...json(400, ''), body: JSON.stringify(members).slice(0, -1) }, unknown],
  ]
}

/** Each error of IMS in other places, forms and statuses, and from AEM. */
export const alteredImsErrors: readonly NearMiss[] = errors.flatMap((error) => [
  ...alter(error).map(
    ([name, sent, expected]): NearMiss => ({
      name: `${error.cause}: ${error.error} ${name}`,
      from: 'ims',
      sent,
      expected,
    }),
  ),
  {
    name: `${error.cause}: ${error.error} from AEM`,
    from: 'aem' as const,
    sent: json(400, { error: error.error, error_description: error.description }),
    expected: 'unknown-aem-answer' as const,
  },
])
