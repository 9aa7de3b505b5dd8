// Its hosts are fixed; it takes the proxy of HTTPS_PROXY by itself. It sends multipart forms, to token/v2 with org_id.
import assert from 'node:assert/strict'
import aioLibIms from '@adobe/aio-lib-ims'
import { assertOpensAem, check, refusals, setting, thrownBy } from '../case.mjs'

const { context, getToken, Ims, invalidateToken } = aioLibIms
const ims = new Ims('prod')

function askFor({ clientId, clientSecret, scopes }) {
  return ims.getAccessTokenByClientCredentials(clientId, clientSecret, setting.organizationId, scopes)
}

await check('gets a token, and reads its end from the claims', async () => {
  const { access_token: token, payload } = await askFor(setting.good)
  assert.equal(payload.token_type, 'bearer')
  assert.ok(Math.abs(token.expiry - Date.now() - 86_400_000) < 60_000)
  await assertOpensAem(token.token)
})

await check('gets a token of the stage', async () => {
  const { clientId, clientSecret, scopes } = setting.good
  const stage = new Ims('stage')
  const { payload } = await stage.getAccessTokenByClientCredentials(
    clientId,
    clientSecret,
    setting.organizationId,
    scopes,
  )
  await assertOpensAem(payload.access_token)
})

await context.set('reader', {
  client_id: setting.good.clientId,
  client_secret: setting.good.clientSecret,
  client_secrets: [setting.good.clientSecret],
  technical_account_email: 'reader@techacct.adobe.com',
  technical_account_id: 'reader@techacct.adobe.com',
  scopes: setting.good.scopes,
  ims_org_id: setting.organizationId,
})

await check('keeps its token in its context', async () => {
  const first = await getToken('reader')
  assert.equal(await getToken('reader'), first)
  await assertOpensAem(first)
})

await check('says that a token is valid, and that a foreign one is not', async () => {
  const token = await getToken('reader')
  assert.equal((await ims.validateToken(token)).valid, true)
  const [header, claims] = token.split('.')
  assert.deepEqual(await ims.validateToken(`${header}.${claims}.forged`), {
    valid: false,
    reason: 'bad_signature',
  })
})

await check('lists the organization', async () => {
  const [organization] = await ims.getOrganizations(await getToken('reader'))
  const { ident, authSrc } = organization.orgRef
  assert.equal(`${ident}@${authSrc}`, setting.organizationId)
})

await check('invalidates its token, and gets a new one', async () => {
  const first = await getToken('reader')
  await invalidateToken('reader')
  assert.deepEqual(await ims.validateToken(first), { valid: false, reason: 'invalid_token' })
  assert.notEqual(await getToken('reader'), first)
})

for (const { name, credential, code, words } of refusals) {
  await check(name, async () => {
    // It has no error class for refusals: a plain Error with the status and the body of IMS.
    const error = await thrownBy(() => askFor(credential))
    const [, status, body] = /^(\d+) \(Bad Request\): (.*)$/.exec(error.message) ?? []
    assert.equal(status, '400')
    assert.equal(JSON.parse(body).error, code)
    assert.match(JSON.parse(body).error_description, new RegExp(words))
  })
}
