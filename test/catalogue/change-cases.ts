import { startDemoCloud } from '../../src/demo-cloud/demo-cloud'
import { systemClock } from '../../src/main/calls/clock'
import { type Asked, answerFailure } from '../../src/main/calls/diagnose'
import { requestToken } from '../../src/main/calls/ims'
import type { CauseId } from '../../src/shared/failure-catalogue'
import type { Owner } from '../../src/shared/failure-signal'
import { createNodeHttp } from '../support/node-http'
import { answerJson, startTestServer } from '../support/test-server'
import type { Bench, Find } from './bench'
import type { CatalogueCase } from './catalogue-case'
import { plainSubject, subjectOf } from './subjects'

type Row = [cause: CauseId, owner: Owner, state: string]

const never = new AbortController().signal
const right = { 'Content-Type': 'application/json-patch+json', 'If-Match': '*' }
const patchTitle = '[{"op":"replace","path":"/dc:title","value":"foo"}]'

/** Sends a change and has the answer diagnosed. */
async function send(
  asked: Asked,
  headers: Readonly<Record<string, string>>,
  body = patchTitle,
): Promise<readonly Find[]> {
  const answer = await createNodeHttp()({
    method: 'PATCH',
    url: asked.url,
    headers,
    body,
    signal: never,
    headersDeadlineMs: 5_000,
    totalDeadlineMs: 5_000,
    maxBytes: 1_000_000,
    onReceived: () => undefined,
  })
  const { error } = answerFailure(asked, answer, Buffer.from(answer.body).toString('utf8'), null)
  return error.kind === 'failure' ? [['write', error.cause]] : []
}

/** The same with the demo cloud's editor. */
async function sendAsEditor(
  { cloud }: Pick<Bench, 'cloud'>,
  headers: Readonly<Record<string, string>>,
  body = patchTitle,
): Promise<readonly Find[]> {
  const subject = subjectOf(cloud, 'Editor', cloud.assets[0]?.assetId ?? null)
  const { accessToken } = await requestToken(createNodeHttp(), systemClock, subject, never)
  const url = new URL(`/adobe/assets/${subject.assetId}/metadata`, cloud.aem)
  const credentials = { Authorization: `Bearer ${accessToken}`, 'X-Api-Key': subject.clientId }
  const asked: Asked = { from: 'aem', method: 'PATCH', url, at: Date.now(), values: {} }
  return send(asked, { ...credentials, ...headers }, body)
}

function withChange(
  [cause, owner, state]: Row,
  headers: Readonly<Record<string, string>>,
  body = patchTitle,
): CatalogueCase {
  return {
    cause,
    owner,
    by: 'demo cloud',
    state: `PATCH ${state}`,
    finds: [['write', cause]],
    run: (bench) => sendAsEditor(bench, headers, body),
  }
}

export const changeCases: readonly CatalogueCase[] = [
  {
    cause: 'aem-write-refused',
    owner: 'aem-admin',
    by: 'demo cloud',
    state: 'rights probe with credential "Reader"',
    finds: [['write', 'aem-write-refused']],
    run: ({ cloud, probeChange }) =>
      probeChange({
        ...subjectOf(cloud, 'Reader'),
        assetId: cloud.assets[0]?.assetId ?? plainSubject.assetId,
      }),
  },
  {
    cause: 'aem-write-refused',
    owner: 'aem-admin',
    by: 'local server',
    state: 'PATCH refused in unknown words, after the same token has read',
    finds: [['write', 'aem-write-refused']],
    run: async () => {
      const server = await startTestServer((_request, response) =>
        answerJson(response, { type: '/adobe/meta/errors/forbidden', detail: 'Guardrail 7.' }, 403),
      )
      const url = new URL(server.origin)
      const finds = await send(
        { from: 'aem', method: 'PATCH', url, at: 0, values: {}, readWorked: true },
        right,
      )
      await server.close()
      return finds
    },
  },
  withChange(['aem-changed-meanwhile', 'you', 'with an old If-Match'], { ...right, 'If-Match': '"old"' }),
  withChange(['aem-change-not-understood', 'you', 'as application/json'], {
    ...right,
    'Content-Type': 'application/json',
  }),
  withChange(['aem-version-missing', 'your-it', 'without If-Match'], {
    'Content-Type': right['Content-Type'],
  }),
  {
    cause: 'aem-change-conflict',
    owner: 'you',
    by: 'demo cloud',
    state: 'PATCH with an old If-Match, where AEM answers 409',
    finds: [['write', 'aem-change-conflict']],
    run: async () => {
      const cloud = await startDemoCloud({ switches: { staleIfMatchStatus: 409 } })
      try {
        return await sendAsEditor({ cloud }, { ...right, 'If-Match': '"old"' })
      } finally {
        await cloud.close()
      }
    },
  },
  withChange(['aem-change-not-understood', 'you', 'that is no JSON Patch'], right, '{"op":"replace"}'),
  withChange(
    ['aem-change-not-possible', 'you', 'of a field that does not exist'],
    right,
    '[{"op":"replace","path":"/not:there","value":1}]',
  ),
]
