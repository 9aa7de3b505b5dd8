import assert from 'node:assert/strict'
import * as oauth from 'oauth4webapi'
import { assertOpensAem, check, refusals, setting, thrownBy } from '../case.mjs'

const insecure = { [oauth.allowInsecureRequests]: true }
const ways = { client_secret_post: oauth.ClientSecretPost, client_secret_basic: oauth.ClientSecretBasic }

async function discover() {
  const issuer = new URL(setting.ims)
  return oauth.processDiscoveryResponse(
    issuer,
    await oauth.discoveryRequest(issuer, { ...insecure, algorithm: 'oidc' }),
  )
}

async function grant({ clientId, clientSecret, scopes }, authenticate) {
  const [server, client] = [await discover(), { client_id: clientId }]
  const parameters = new URLSearchParams({ scope: scopes.join(',') })
  const response = await oauth.clientCredentialsGrantRequest(
    server,
    client,
    authenticate(clientSecret),
    parameters,
    insecure,
  )
  return oauth.processClientCredentialsResponse(server, client, response)
}

for (const [way, authenticate] of Object.entries(ways)) {
  await check(`gets a token (${way})`, async () => {
    const token = await grant(setting.good, authenticate)
    assert.deepEqual([token.token_type, token.expires_in], ['bearer', 86_399])
    await assertOpensAem(token.access_token)
  })

  for (const { name, credential, code, words } of refusals) {
    await check(`${name} (${way})`, async () => {
      const error = await thrownBy(() => grant(credential, authenticate))
      assert.ok(error instanceof oauth.ResponseBodyError)
      assert.deepEqual([error.error, error.status], [code, 400])
      assert.match(error.error_description, new RegExp(words))
    })
  }
}
