// It rests on aio-lib-ims, and so on the proxy of HTTPS_PROXY.
import assert from 'node:assert/strict'
import { getImsAuthProvider } from '@adobe/aio-commerce-lib-auth'
import { assertOpensAem, check, refusals, setting, thrownBy } from '../case.mjs'

function providerOf({ clientId, clientSecret, scopes }, context) {
  return getImsAuthProvider({
    clientId,
    clientSecrets: [clientSecret],
    technicalAccountId: 'reader@techacct.adobe.com',
    technicalAccountEmail: 'reader@techacct.adobe.com',
    imsOrgId: setting.organizationId,
    scopes,
    environment: 'prod',
    context,
  })
}

await check('gets a token', async () => {
  await assertOpensAem(await providerOf(setting.good, 'token').getAccessToken())
})

await check('gives the headers of a call', async () => {
  const headers = await providerOf(setting.good, 'headers').getHeaders()
  assert.equal(headers['x-api-key'], setting.good.clientId)
  await assertOpensAem(headers.Authorization.replace('Bearer ', ''))
})

await check('gets a new token each time, as it sets its context anew', async () => {
  const provider = providerOf(setting.good, 'again')
  assert.notEqual(await provider.getAccessToken(), await provider.getAccessToken())
})

for (const { name, credential, code, words } of refusals) {
  await check(name, async () => {
    const error = await thrownBy(() => providerOf(credential, name.replace(' ', '-')).getAccessToken())
    assert.match(error.message, new RegExp(`^400 .*"error":"${code}".*${words}`))
  })
}
