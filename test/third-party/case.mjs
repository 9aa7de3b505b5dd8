import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

/**
 * What the runner tells of the cloud: `imsHost` is an HTTPS authority on this machine that leads to the demo cloud's IMS,
 * `ims` and `aem` are its plain origins.
 *
 * @typedef {{ clientId: string, clientSecret: string, scopes: string[] }} Credential
 * @type {{ ims: string, aem: string, imsHost: string, organizationId: string, bucket: string, assetId: string,
 *   good: Credential, wrongSecret: Credential, unknownClient: Credential, wrongScope: Credential }}
 */
export const setting = JSON.parse(readFileSync(process.env.THIRD_PARTY ?? '', 'utf8'))

/** The three refusals of IMS that every client has to hand on, with the code and the words of IMS. */
export const refusals = [
  { name: 'wrong secret', credential: setting.wrongSecret, code: 'invalid_client', words: 'client_secret' },
  { name: 'unknown client', credential: setting.unknownClient, code: 'invalid_client', words: 'client_id' },
  { name: 'wrong scope', credential: setting.wrongScope, code: 'invalid_scope', words: 'scope' },
]

/** Runs one case and tells the runner of it. */
export async function check(name, run) {
  try {
    await run()
    process.send?.({ name, problem: null })
  } catch (thrown) {
    process.send?.({
      name,
      problem: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
    })
  }
}

/** What the call throws; it has to. */
export async function thrownBy(run) {
  try {
    await run()
  } catch (thrown) {
    return thrown
  }
  return assert.fail('Nothing was thrown')
}

/** A token is good when AEM takes it. */
export async function assertOpensAem(token, clientId = setting.good.clientId) {
  const response = await fetch(`${setting.aem}/adobe/assets/${setting.assetId}/metadata`, {
    headers: { authorization: `Bearer ${token}`, 'x-api-key': clientId },
  })
  assert.equal(response.status, 200)
  assert.equal((await response.json()).assetId, setting.assetId)
}
