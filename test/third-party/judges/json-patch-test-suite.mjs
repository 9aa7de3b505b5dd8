// RFC 6902 as json-patch-tests has it, against PATCH of the demo cloud. Metadata is an object, so that each document stands below a
// key of it; all is done twice, with paths from the metadata and with paths from `/assetMetadata`.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { check, setting } from '../case.mjs'

const require = createRequire(import.meta.url)
const suites = ['tests', 'spec_tests']
const url = `${setting.aem}/adobe/assets/${setting.assetId}/metadata`
const headers = {
  ...(await signIn(setting.editor)),
  'if-match': '*',
  'content-type': 'application/json-patch+json',
}

async function signIn({ clientId, clientSecret, scopes }) {
  const response = await fetch(`${setting.ims}/ims/token/v3`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: scopes.join(','),
    }),
  })
  const { access_token: token } = await response.json()
  return { authorization: `Bearer ${token}`, 'x-api-key': clientId }
}

/** A path of the suite below our key; what is no path stays as wrong as it is. */
function below(prefix, path) {
  return path === '' || (typeof path === 'string' && path.startsWith('/')) ? `${prefix}${path}` : path
}

function moved(operation, prefix) {
  return {
    ...operation,
    ...('path' in operation ? { path: below(prefix, operation.path) } : {}),
    ...('from' in operation ? { from: below(prefix, operation.from) } : {}),
  }
}

async function readDocument() {
  const response = await fetch(url, { headers })
  return (await response.json()).assetMetadata.doc
}

async function judge({ doc, patch, expected, error }, prefix) {
  const setUp = [{ op: 'add', path: '/doc', value: doc }]
  const body = JSON.stringify(patch.map((operation) => moved(operation, prefix)))
  assert.equal((await fetch(url, { method: 'PATCH', headers, body: JSON.stringify(setUp) })).status, 200)
  const { status } = await fetch(url, { method: 'PATCH', headers, body })
  if (error === undefined) assert.equal(status, 200)
  else assert.ok(status === 400 || status === 422, `${status} in place of a refusal: ${error}`)
  const isKnown = error !== undefined || expected !== undefined
  if (isKnown) assert.deepEqual(await readDocument(), error === undefined ? expected : doc)
}

for (const suite of suites) {
  const cases = require(`json-patch-test-suite/${suite}.json`).filter(
    ({ patch, disabled }) => patch && !disabled,
  )
  for (const [index, each] of cases.entries()) {
    const name = each.comment ?? each.error ?? 'without a name'
    for (const prefix of ['/doc', '/assetMetadata/doc']) {
      await check(`${suite} ${index}, ${prefix}: ${name}`, () => judge(each, prefix))
    }
  }
}
