// Its hosts are fixed: it reaches the demo cloud by HTTPS_PROXY, whose CONNECT leads there, and trusts the runner's authority.
import assert from 'node:assert/strict'
import { generateAccessToken, invalidateCache } from '@adobe/aio-lib-core-auth'
import { assertOpensAem, check, refusals, setting, thrownBy } from '../case.mjs'

function parametersOf({ clientId, clientSecret, scopes }) {
  return { clientId, clientSecret, orgId: setting.organizationId, scopes: [...scopes] }
}

for (const environment of ['prod', 'stage']) {
  await check(`gets a token (${environment})`, async () => {
    const token = await generateAccessToken(parametersOf(setting.good), environment)
    assert.equal(token.expires_in, 86_399)
    await assertOpensAem(token.access_token)
  })
}

await check('keeps its token until the cache is emptied', async () => {
  const first = await generateAccessToken(parametersOf(setting.good))
  assert.equal((await generateAccessToken(parametersOf(setting.good))).access_token, first.access_token)
  invalidateCache()
  assert.notEqual((await generateAccessToken(parametersOf(setting.good))).access_token, first.access_token)
})

for (const { name, credential, code, words } of refusals) {
  await check(name, async () => {
    const error = await thrownBy(() => generateAccessToken(parametersOf(credential)))
    assert.equal(error.name, 'AuthSDKError')
    assert.equal(error.code, 'IMS_TOKEN_ERROR')
    assert.equal(error.sdkDetails.statusCode, 400)
    assert.equal(error.sdkDetails.error, code)
    assert.match(error.message, new RegExp(words))
    assert.match(error.sdkDetails.xDebugId, /^[0-9a-f-]{36}$/)
  })
}
