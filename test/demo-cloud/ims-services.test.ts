import { describe, expect, it } from 'vitest'
import type { DemoCloud, DemoCloudOptions } from '../../src/demo-cloud/demo-cloud'
import {
  type Answer,
  call,
  credentialNamed,
  json,
  metadataUrl,
  requestToken,
  signIn,
  startCloud,
  tokenFields,
} from './client'

interface Signed {
  cloud: DemoCloud
  token: string
  clientId: string
  clientSecret: string
}

async function signedIn(options?: DemoCloudOptions): Promise<Signed> {
  const cloud = await startCloud(options)
  const credential = credentialNamed(cloud, 'Reader')
  const { access_token: token } = json(await requestToken(cloud, tokenFields(credential)))
  return { cloud, token: String(token), clientId: credential.clientId, clientSecret: credential.clientSecret }
}

function post(cloud: DemoCloud, path: string, fields: Record<string, string>): Promise<Answer> {
  return call(`${cloud.ims}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
}

function validate({ cloud, token, clientId }: Signed): Promise<Answer> {
  return post(cloud, '/ims/validate_token/v1', { type: 'access_token', client_id: clientId, token })
}

describe('discovery', () => {
  it.each(['/ims/.well-known/openid-configuration', '/.well-known/openid-configuration'])(
    'is at %s',
    async (path) => {
      const { ims } = await startCloud()
      expect(json(await call(`${ims}${path}`))).toMatchObject({
        issuer: ims,
        token_endpoint: `${ims}/ims/token/v3`,
        revocation_endpoint: `${ims}/ims/revoke`,
        jwks_uri: `${ims}/ims/keys`,
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      })
    },
  )

  it('names keys that can be read', async () => {
    const { ims } = await startCloud()
    expect(json(await call(`${ims}/ims/keys`))).toEqual({ keys: [] })
  })
})

describe('validate_token/v1', () => {
  it('shows the claims of a token that lives', async () => {
    const signed = await signedIn()
    expect(json(await validate(signed))).toMatchObject({
      valid: true,
      token: { client_id: signed.clientId, type: 'access_token', expires_in: '86400000' },
    })
  })

  it('takes the token as bearer and the client in the query or in a header', async () => {
    const { cloud, token, clientId } = await signedIn()
    const bearer = { authorization: `Bearer ${token}` }
    const url = `${cloud.ims}/ims/validate_token/v1?type=access_token`
    const answers = [
      await call(`${url}&client_id=${clientId}`, { headers: bearer }),
      await call(url, { headers: { ...bearer, 'x-ims-clientid': clientId } }),
    ]
    expect(answers.map((answer) => json(answer).valid)).toEqual([true, true])
  })

  it.each([
    ['a token that nobody issued', { token: 'a.b.c' }, 'bad_signature'],
    ['the token of another client', { clientId: 'another' }, 'client_id_mismatch'],
  ])('says what is wrong with %s', async (_name, others, reason) => {
    const answer = await validate({ ...(await signedIn()), ...others })
    expect([answer.status, json(answer)]).toEqual([200, { valid: false, reason }])
  })

  it('says that a token has expired', async () => {
    let now = 1_800_000_000_000
    const signed = await signedIn({ clock: () => now })
    now += 86_400_000
    expect(json(await validate(signed))).toEqual({ valid: false, reason: 'expired_token' })
  })

  it.each(['token', 'client_id'])('answers bad_request without %s', async (field) => {
    const { cloud, token, clientId } = await signedIn()
    const { [field]: _left, ...fields }: Record<string, string> = { token, client_id: clientId }
    const answer = await post(cloud, '/ims/validate_token/v1', fields)
    expect([answer.status, json(answer)]).toEqual([
      400,
      { error: 'bad_request', error_description: `${field} parameter is missing` },
    ])
  })
})

describe.each(['/ims/invalidate_token/v2', '/ims/revoke'])('POST %s', (path) => {
  it('ends a token for IMS and AEM, with 200 and nothing more', async () => {
    const signed = await signedIn()
    const { cloud, token, clientId, clientSecret } = signed
    const headers = { authorization: `Bearer ${token}`, 'x-api-key': clientId }
    expect((await call(metadataUrl(cloud), { headers })).status).toBe(200)
    const answer = await post(cloud, path, {
      token_type: 'access_token',
      token,
      cascading: 'all',
      client_id: clientId,
      client_secret: clientSecret,
    })
    expect([answer.status, answer.body.length]).toEqual([200, 0])
    expect(json(await validate(signed)).valid).toBe(false)
    expect((await call(metadataUrl(cloud), { headers })).status).toBe(401)
  })

  it('answers 200 for a token that it does not know', async () => {
    const { cloud, clientId, clientSecret } = await signedIn()
    const fields = { token: 'unknown', client_id: clientId, client_secret: clientSecret }
    expect((await post(cloud, path, fields)).status).toBe(200)
  })

  it('refuses a wrong secret, and the token of another client', async () => {
    const signed = await signedIn()
    const { cloud, token, clientId } = signed
    const { clientId: otherId, clientSecret: otherSecret } = credentialNamed(cloud, 'Editor')
    const tries = [
      { token, client_id: clientId, client_secret: 'wrong' },
      { token, client_id: otherId, client_secret: otherSecret },
    ]
    const answers = await Promise.all(tries.map((fields) => post(cloud, path, fields)))
    expect(answers.map((answer) => json(answer).error)).toEqual(['invalid_client', 'bad_request'])
    expect(json(await validate(signed)).valid).toBe(true)
  })
})

describe('organizations/v6', () => {
  it('lists the organization of the token', async () => {
    const cloud = await startCloud()
    const { authorization } = await signIn(cloud, 'Reader')
    const answer = await call(`${cloud.ims}/ims/organizations/v6`, { headers: { authorization } })
    const [ident, authSrc] = cloud.organizationId.split('@')
    expect(JSON.parse(answer.body.toString())).toEqual([
      {
        orgName: 'Fjordline',
        orgRef: { ident, authSrc },
        orgType: 'Enterprise',
        countryCode: 'NO',
        groups: [],
      },
    ])
  })

  it.each([undefined, 'Bearer unknown'])('refuses without a token that lives: %s', async (authorization) => {
    const cloud = await startCloud()
    const headers = authorization === undefined ? {} : { authorization }
    const answer = await call(`${cloud.ims}/ims/organizations/v6`, { headers })
    expect([answer.status, json(answer).error]).toEqual([401, 'invalid_token'])
  })
})
