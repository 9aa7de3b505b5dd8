import assert from 'node:assert/strict'
import { ClientCredentials } from 'simple-oauth2'
import { assertOpensAem, check, refusals, setting, thrownBy } from '../case.mjs'

function clientOf({ clientId, clientSecret }, authorizationMethod, http = {}) {
  return new ClientCredentials({
    client: { id: clientId, secret: clientSecret },
    auth: { tokenHost: setting.ims, tokenPath: '/ims/token/v3', revokePath: '/ims/revoke' },
    http,
    options: { authorizationMethod },
  })
}

for (const method of ['header', 'body']) {
  function grant(credential) {
    return clientOf(credential, method).getToken({ scope: credential.scopes.join(',') })
  }

  await check(`gets a token, and knows when it ends (${method})`, async () => {
    const token = await grant(setting.good)
    assert.equal(token.expired(), false)
    assert.equal(token.expired(86_400), true)
    await assertOpensAem(token.token.access_token)
  })

  for (const { name, credential, code, words } of refusals) {
    await check(`${name} (${method})`, async () => {
      const error = await thrownBy(() => grant(credential))
      assert.deepEqual([error.isBoom, error.output.statusCode], [true, 400])
      assert.equal(error.data.payload.error, code)
      assert.match(error.data.payload.error_description, new RegExp(words))
    })
  }
}

await check('revokes its token', async () => {
  // By default it wants JSON; IMS answers a revocation with 200 and nothing.
  const client = clientOf(setting.good, 'body', { json: true })
  const token = await client.getToken({ scope: setting.good.scopes.join(',') })
  await token.revoke('access_token')
  await thrownBy(() => assertOpensAem(token.token.access_token))
})
