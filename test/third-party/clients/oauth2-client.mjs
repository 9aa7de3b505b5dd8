import assert from 'node:assert/strict'
import { OAuth2Client, OAuth2Error, OAuth2Fetch } from '@badgateway/oauth2-client'
import { assertOpensAem, check, refusals, setting, thrownBy } from '../case.mjs'

function clientOf({ clientId, clientSecret }, authenticationMethod) {
  return new OAuth2Client({
    server: `${setting.ims}/`,
    clientId,
    clientSecret,
    tokenEndpoint: '/ims/token/v3',
    authenticationMethod,
  })
}

for (const method of ['client_secret_basic', 'client_secret_post']) {
  // It joins scopes by spaces; IMS is documented to part them by commas.
  function grant(credential) {
    return clientOf(credential, method).clientCredentials({ scope: [credential.scopes.join(',')] })
  }

  await check(`gets a token (${method})`, async () => {
    const token = await grant(setting.good)
    assert.ok(Math.abs(token.expiresAt - Date.now() - 86_399_000) < 60_000)
    await assertOpensAem(token.accessToken)
  })

  for (const { name, credential, code, words } of refusals) {
    await check(`${name} (${method})`, async () => {
      const error = await thrownBy(() => grant(credential))
      assert.ok(error instanceof OAuth2Error)
      assert.deepEqual([error.oauth2Code, error.httpCode], [code, 400])
      assert.match(error.message, new RegExp(words))
    })
  }
}

await check('keeps its token for its fetch', async () => {
  let grants = 0
  const wrapper = new OAuth2Fetch({
    client: clientOf(setting.good, 'client_secret_post'),
    getNewToken: () => {
      grants += 1
      return clientOf(setting.good, 'client_secret_post').clientCredentials({
        scope: [setting.good.scopes.join(',')],
      })
    },
  })
  const url = `${setting.aem}/adobe/assets/${setting.assetId}/metadata`
  for (let call = 0; call < 3; call += 1) {
    const response = await wrapper.fetch(url, { headers: { 'x-api-key': setting.good.clientId } })
    assert.equal(response.status, 200)
  }
  assert.equal(grants, 1)
})

await check('reads what IMS says of itself', async () => {
  const client = new OAuth2Client({
    server: `${setting.ims}/`,
    clientId: setting.good.clientId,
    clientSecret: setting.good.clientSecret,
    discoveryEndpoint: '/ims/.well-known/openid-configuration',
  })
  assert.equal(await client.getEndpoint('tokenEndpoint'), `${setting.ims}/ims/token/v3`)
  const token = await client.clientCredentials({ scope: [setting.good.scopes.join(',')] })
  await client.revoke(token)
  await thrownBy(() => assertOpensAem(token.accessToken))
})
