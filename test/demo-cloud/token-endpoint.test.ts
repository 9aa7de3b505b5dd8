import { describe, expect, it } from 'vitest'
import { call, credentialNamed, json, requestToken, startCloud, tokenFields } from './client'

function decodePart(token: string, index: number): unknown {
  return JSON.parse(Buffer.from(token.split('.')[index] ?? '', 'base64url').toString('utf8'))
}

describe('POST /ims/token/v3', () => {
  it('gives a bearer token of 86399 seconds', async () => {
    const cloud = await startCloud()
    const answer = await requestToken(cloud, tokenFields(credentialNamed(cloud, 'Reader')))
    expect(answer.status).toBe(200)
    expect(json(answer)).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 86_399,
    })
    expect(answer.headers['x-debug-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it("gives a token with IMS's own claims: milliseconds as strings, no exp", async () => {
    const cloud = await startCloud({ clock: () => 1_800_000_000_000 })
    const credential = credentialNamed(cloud, 'Reader')
    const token = String(json(await requestToken(cloud, tokenFields(credential))).access_token)
    expect(decodePart(token, 0)).toEqual({
      alg: 'RS256',
      x5u: 'ims_na1-key-at-1.cer',
      kid: 'ims_na1-key-at-1',
      itt: 'at',
    })
    expect(decodePart(token, 1)).toMatchObject({
      type: 'access_token',
      client_id: credential.clientId,
      user_id: expect.stringMatching(/^[0-9A-F]{24}@techacct\.adobe\.com$/),
      as: 'ims-na1',
      created_at: '1800000000000',
      expires_in: '86400000',
      scope: 'AdobeID,openid,aem.folders,aem.assets.author',
    })
    expect(decodePart(token, 1)).not.toHaveProperty('exp')
    expect(token.length).toBeGreaterThan(1100)
    expect(token.length).toBeLessThan(1700)
  })

  it('accepts query parameters too', async () => {
    const cloud = await startCloud()
    const query = new URLSearchParams(tokenFields(credentialNamed(cloud, 'Reader')))
    const answer = await call(`${cloud.ims}/ims/token/v3?${query}`, { method: 'POST' })
    expect(answer.status).toBe(200)
  })

  it.each(['grant_type', 'client_id', 'client_secret', 'scope'])(
    'answers bad_request without %s',
    async (field) => {
      const cloud = await startCloud()
      const { [field]: _left, ...fields } = tokenFields(credentialNamed(cloud, 'Reader'))
      const answer = await requestToken(cloud, fields)
      expect(answer.status).toBe(400)
      expect(json(answer)).toMatchObject({
        error: 'bad_request',
        error_description: expect.stringContaining(field),
      })
    },
  )

  it('does not read a JSON body', async () => {
    const cloud = await startCloud()
    const answer = await call(`${cloud.ims}/ims/token/v3`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(tokenFields(credentialNamed(cloud, 'Reader'))),
    })
    expect(json(answer).error).toBe('bad_request')
  })

  it('refuses other grants', async () => {
    const cloud = await startCloud()
    const fields = { ...tokenFields(credentialNamed(cloud, 'Reader')), grant_type: 'authorization_code' }
    const answer = await requestToken(cloud, fields)
    expect(answer.status).toBe(400)
    expect(json(answer).error).toBe('unsupported_grant_type')
  })

  it('answers 401 for invalid_client when the switch says so', async () => {
    const cloud = await startCloud({ switches: { invalidClientStatus: 401 } })
    const answer = await requestToken(cloud, tokenFields(credentialNamed(cloud, 'Wrong secret')))
    expect(answer.status).toBe(401)
    expect(json(answer)).toEqual({
      error: 'invalid_client',
      error_description: 'invalid client_secret parameter',
    })
  })

  it('takes spaces between scopes only when the switch says so', async () => {
    const strict = await startCloud()
    const lenient = await startCloud({ switches: { scopeSeparators: 'comma-or-space' } })
    const fields = {
      ...tokenFields(credentialNamed(strict, 'Reader')),
      scope: 'AdobeID, openid\naem.assets.author',
    }
    expect(json(await requestToken(strict, fields)).error).toBe('invalid_scope')
    expect((await requestToken(lenient, fields)).status).toBe(200)
  })
})
