import type { OutgoingHttpHeaders } from 'node:http'
import type { Reply } from '../http/replies'
import type { Switches } from '../switches'

const kinds = {
  bad_request: [400, 'Bad Request'],
  unauthorized: [401, 'Unauthorized'],
  forbidden: [403, 'Forbidden'],
  not_found: [404, 'Not Found'],
  method_not_allowed: [405, 'Method Not Allowed'],
  not_acceptable: [406, 'Not Acceptable'],
  conflict: [409, 'Conflict'],
  precondition_failed: [412, 'Precondition Failed'],
  unsupported_media_type: [415, 'Unsupported Media Type'],
  unprocessable_content: [422, 'Unprocessable Content'],
  precondition_required: [428, 'Precondition Required'],
  too_many_requests: [429, 'Too Many Requests'],
  internal_error: [500, 'Internal Server Error'],
  service_unavailable: [503, 'Service Unavailable'],
} as const satisfies Record<string, readonly [number, string]>

type ProblemKind = keyof typeof kinds

/** Sentences of AEM that were captured in the Experience League community (threads 250074, 784101, 250303, 250286, 250739). */
export const capturedDetails = {
  notAllowListed: 'IMS Client ID not allowlisted. Allowlist the Client ID using the Configuration Pipeline.',
  missingScopes: 'The access token is missing required scopes.',
  noRequestProcessor: 'No RequestProcessor can handle this request.',
} as const

/** Sentences that no public source holds: guesses, so a client must not depend on them. */
export const guessedDetails = {
  unauthorized: 'The access token is missing, invalid or expired.',
  noRight: 'The technical account does not have permission to perform this operation on the resource.',
  unknownAccount: 'The technical account is not known in this environment.',
  noAsset: 'The requested asset does not exist.',
  noFolder: 'The requested folder does not exist.',
  noCursor: 'The cursor is not valid.',
  notIndexed: 'The query is not backed by an index. Use allowUnindexedSearch=true to run it.',
  noRendition: 'The requested rendition does not exist.',
  anyNotFound: 'The requested resource could not be found.',
  noExperimentalHeader: 'This operation is experimental. Send X-Adobe-Accept-Experimental: 1 to use it.',
  etagConflict: 'The If-Match header does not match the current ETag of the resource.',
  notPatched: 'The patch cannot be applied to the metadata of the asset.',
  noIfMatch: 'The If-Match header is required.',
  exists: 'The resource exists, which the If-None-Match header rules out.',
  conflict: 'The resource was changed by somebody else in the meantime.',
} as const

export type ProblemMaker = (kind: ProblemKind, detail: string, options?: ProblemOptions) => Reply

interface ProblemOptions {
  status?: number
  headers?: OutgoingHttpHeaders
  /** Beside those that AEM's problems have. */
  members?: Readonly<Record<string, unknown>>
}

/**
 * Makes `application/problem+json` answers (RFC 7807) with the members of AEM's: type, title, status, detail. A `requestId` was
 * seen in captured 404 bodies and not in captured 403 bodies; the other kinds have it by guess.
 */
export function createProblemMaker(switches: Switches, requestId: string): ProblemMaker {
  return (kind, detail, { status: otherStatus, headers = {}, members = {} } = {}) => {
    const [usualStatus, title] = kinds[kind]
    const status = otherStatus ?? usualStatus
    const type = `${switches.problemTypeScheme}://api.adobeaemcloud.com/adobe/meta/errors/${kind}`
    const shown = kind === 'not_found' ? notFoundDetail(switches, detail) : detail
    const body = {
      type,
      title,
      status,
      detail: shown,
      ...members,
      ...(kind === 'forbidden' ? {} : { requestId }),
    }
    return {
      status,
      headers: { 'content-type': 'application/problem+json', ...headers },
      body: JSON.stringify(body),
    }
  }
}

/** Undefined members do not reach the wire. */
function notFoundDetail({ notFoundText }: Switches, specific: string): string | undefined {
  return { specific, constant: guessedDetails.anyNotFound, none: undefined }[notFoundText]
}
