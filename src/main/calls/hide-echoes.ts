import { hideSecret, hideSecretInBytes, redact } from '../failures/redact'
import { parseJson } from '../input/parse-json'
import { type HttpAnswer, HttpProblem, type HttpRequest, type SendHttp } from './http'

/** A text of an earlier request counts only when it is too long to be a word of somebody's metadata. */
const shortestEarlier = 20
const mostEarlier = 20

/** What is secret in a request, as it is: the token of a call, the client secret of a token request. */
function secretsOf({ headers, body }: HttpRequest): { token: string | null; clientSecret: string | null } {
  const authorization = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization')
  return {
    token: authorization?.[1].replace(/^\S+ /, '') ?? null,
    clientSecret: new URLSearchParams(body ?? '').get('client_secret'),
  }
}

/** The token that an answer of IMS grants: its own headers may name it as well. */
function grantedTokens(body: Uint8Array): readonly string[] {
  const parsed = parseJson(Buffer.from(body).toString('utf8'))
  const token =
    typeof parsed === 'object' && parsed !== null && 'access_token' in parsed ? parsed.access_token : null
  return typeof token === 'string' ? [token] : []
}

/**
 * Takes out of everything that comes back what was secret in the requests, this one and those before it: out of headers, body
 * and the target of a redirect. A host that echoes a token or a secret could bring it to the page, a copied request, a report,
 * a file or the log. Headers lose what merely looks like a credential too; of a body all other bytes stay.
 */
export function hideEchoes(send: SendHttp): SendHttp {
  const earlier: string[] = []

  function remember(secrets: readonly string[]): void {
    for (const secret of secrets) {
      if (secret.length < shortestEarlier || earlier.includes(secret)) continue
      earlier.push(secret)
      if (earlier.length > mostEarlier) earlier.shift()
    }
  }

  return async (request) => {
    const { token, clientSecret } = secretsOf(request)
    const sent = [token, clientSecret].filter((secret) => secret !== null)
    remember(sent)
    const secrets = [...new Set([...sent, ...earlier])]
    function cleanHeaders(headers: HttpAnswer['headers'], granted: readonly string[]): HttpAnswer['headers'] {
      return Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          redact([...secrets, ...granted].reduce(hideSecret, value)),
        ]),
      )
    }
    try {
      const answer = await send({
        ...request,
        onHeaders: ({ status, headers }) =>
          request.onHeaders?.({ status, headers: cleanHeaders(headers, []) }),
      })
      const granted = clientSecret === null ? [] : grantedTokens(answer.body)
      // IMS may grant the same token again, which is a valid answer.
      const body = (clientSecret === null ? secrets : sent).reduce(hideSecretInBytes, answer.body)
      return { ...answer, headers: cleanHeaders(answer.headers, granted), body }
    } catch (thrown) {
      throw thrown instanceof HttpProblem ? cleanProblem(thrown, secrets) : thrown
    }
  }
}

function cleanProblem(problem: HttpProblem, secrets: readonly string[]): HttpProblem {
  const { network, refused, target, status } = problem
  return new HttpProblem({
    ...(network === null ? {} : { network }),
    ...(refused === null ? {} : { refused }),
    ...(target === null ? {} : { target: secrets.reduce(hideSecret, target) }),
    ...(status === null ? {} : { status }),
  })
}
