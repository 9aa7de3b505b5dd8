// Its host is configuration, HTTPS is not: the runner answers for the demo cloud with a certificate of its own authority.
import assert from 'node:assert/strict'
import { ImsClient } from '@adobe/spacecat-shared-ims-client'
import { assertOpensAem, check, refusals, setting, thrownBy } from '../case.mjs'

const silent = { debug() {}, info() {}, warn() {}, error() {} }

function clientOf({ clientId, clientSecret, scopes }) {
  const env = {
    IMS_HOST: setting.imsHost,
    IMS_CLIENT_ID: clientId,
    IMS_CLIENT_CODE: 'not used by client_credentials',
    IMS_CLIENT_SECRET: clientSecret,
    IMS_SCOPE: scopes.join(','),
  }
  return ImsClient.createFrom({ log: silent, env })
}

await check('gets a token', async () => {
  await assertOpensAem((await clientOf(setting.good).getServiceAccessTokenV3()).access_token)
})

await check('keeps its token', async () => {
  const client = clientOf(setting.good)
  const first = await client.getServiceAccessTokenV3()
  assert.equal((await client.getServiceAccessTokenV3()).access_token, first.access_token)
})

await check('validates a token', async () => {
  const client = clientOf(setting.good)
  const { access_token: token } = await client.getServiceAccessTokenV3()
  const { valid, token: claims } = await client.validateAccessToken(token)
  assert.deepEqual([valid, claims.client_id], [true, setting.good.clientId])
})

await check('lists the organization', async () => {
  const client = clientOf(setting.good)
  const { access_token: token } = await client.getServiceAccessTokenV3()
  const [{ orgRef }] = await client.getImsUserOrganizations(token)
  assert.equal(`${orgRef.ident}@${orgRef.authSrc}`, setting.organizationId)
})

for (const { name, credential } of refusals) {
  await check(name, async () => {
    // It hands on the status alone, not what IMS said.
    const error = await thrownBy(() => clientOf(credential).getServiceAccessTokenV3())
    assert.equal(error.message, 'IMS getServiceAccessTokenV3 request failed with status: 400')
  })
}
