import assert from 'node:assert/strict'
import * as client from 'openid-client'
import { assertOpensAem, check, refusals, setting, thrownBy } from '../case.mjs'

const ways = { client_secret_post: client.ClientSecretPost, client_secret_basic: client.ClientSecretBasic }
const issuer = new URL(`${setting.ims}/ims/.well-known/openid-configuration`)

async function configure({ clientId, clientSecret }, authenticate) {
  const options = { execute: [client.allowInsecureRequests] }
  return client.discovery(issuer, clientId, undefined, authenticate(clientSecret), options)
}

for (const [way, authenticate] of Object.entries(ways)) {
  async function grant(credential) {
    const configuration = await configure(credential, authenticate)
    return client.clientCredentialsGrant(configuration, { scope: credential.scopes.join(',') })
  }

  await check(`discovers IMS and gets a token (${way})`, async () => {
    const token = await grant(setting.good)
    assert.equal(token.expiresIn(), 86_399)
    await assertOpensAem(token.access_token)
  })

  for (const { name, credential, code, words } of refusals) {
    await check(`${name} (${way})`, async () => {
      const error = await thrownBy(() => grant(credential))
      assert.ok(error instanceof client.ResponseBodyError)
      assert.deepEqual([error.error, error.status], [code, 400])
      assert.match(error.error_description, new RegExp(words))
    })
  }
}

await check('finds discovery at the host too', async () => {
  const { clientId, clientSecret } = setting.good
  const options = { execute: [client.allowInsecureRequests] }
  const configuration = await client.discovery(
    new URL(setting.ims),
    clientId,
    clientSecret,
    undefined,
    options,
  )
  assert.equal(configuration.serverMetadata().token_endpoint, `${setting.ims}/ims/token/v3`)
})

await check('revokes its token', async () => {
  const configuration = await configure(setting.good, client.ClientSecretPost)
  const { access_token: token } = await client.clientCredentialsGrant(configuration, {
    scope: setting.good.scopes.join(','),
  })
  await client.tokenRevocation(configuration, token)
  await thrownBy(() => assertOpensAem(token))
})
