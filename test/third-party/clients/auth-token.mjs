// Its hosts are fixed: it reaches the demo cloud by HTTPS_PROXY, as Node's own fetch does with NODE_USE_ENV_PROXY.
import assert from 'node:assert/strict'
import { auth } from '@adobe/auth-token'
import { assertOpensAem, check, refusals, setting, thrownBy } from '../case.mjs'

function askFor({ clientId, clientSecret, scopes }, environment) {
  return auth({ clientId, clientSecret, scope: scopes.join(','), environment })
}

for (const environment of ['production', 'stage']) {
  await check(`gets a token (${environment})`, async () => {
    await assertOpensAem((await askFor(setting.good, environment)).access_token)
  })
}

await check('keeps no token', async () => {
  assert.notEqual((await askFor(setting.good)).access_token, (await askFor(setting.good)).access_token)
})

for (const { name, credential, code, words } of refusals) {
  await check(name, async () => {
    // A plain Error whose message is the body of IMS.
    const { error, error_description: description } = JSON.parse(
      (await thrownBy(() => askFor(credential))).message,
    )
    assert.equal(error, code)
    assert.match(description, new RegExp(words))
  })
}
