import { describe, expect, it } from 'vitest'
import type { DemoCloud } from '../../src/demo-cloud/demo-cloud'
import { type Answer, call, credentialNamed, json, startCloud, tokenFields } from './client'

const boundary = '--------------------------0123456789'

function multipart(fields: Record<string, string>, quote = '"'): string {
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name=${quote}${name}${quote}\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--${boundary}--\r\n`
}

function post(
  cloud: DemoCloud,
  version: string,
  headers: Record<string, string>,
  body = '',
): Promise<Answer> {
  return call(`${cloud.ims}/ims/token/${version}`, { method: 'POST', headers, body })
}

function postForm(cloud: DemoCloud, version: string, fields: Record<string, string>): Promise<Answer> {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  return post(cloud, version, form, new URLSearchParams(fields).toString())
}

function basic(id: string, secret: string): Record<string, string> {
  return {
    authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
}

describe('versions of the token endpoint', () => {
  it.each(['v2', 'v3', 'v4'])('%s gives a token', async (version) => {
    const cloud = await startCloud()
    const answer = await postForm(cloud, version, tokenFields(credentialNamed(cloud, 'Reader')))
    expect(json(answer)).toMatchObject({ token_type: 'bearer', expires_in: 86_399 })
  })

  it.each(['v1', 'v5', 'v33'])('%s is not there', async (version) => {
    const cloud = await startCloud()
    expect((await postForm(cloud, version, {})).status).toBe(404)
  })

  it('v2 takes its own organization, and refuses another one', async () => {
    const cloud = await startCloud()
    const fields = tokenFields(credentialNamed(cloud, 'Reader'))
    const own = await postForm(cloud, 'v2', { ...fields, org_id: cloud.organizationId })
    const other = await postForm(cloud, 'v2', { ...fields, org_id: '000000000000000000000000@AdobeOrg' })
    expect([own.status, other.status, json(other).error]).toEqual([200, 400, 'access_denied'])
  })
})

describe('ways to send a token request', () => {
  it.each(['"', ''])('a multipart form, names in %j', async (quote) => {
    const cloud = await startCloud()
    const body = multipart(tokenFields(credentialNamed(cloud, 'Reader')), quote)
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    expect((await post(cloud, 'v2', headers, body)).status).toBe(200)
  })

  it('a multipart form keeps every character of a secret', async () => {
    const cloud = await startCloud()
    const body = multipart(tokenFields(credentialNamed(cloud, 'Secret with special characters')))
    const headers = { 'content-type': `multipart/form-data; boundary="${boundary}"` }
    expect((await post(cloud, 'v3', headers, body)).status).toBe(200)
  })

  it.each(['', '; boundary=', `; boundary=another`])(
    'a multipart form without its boundary has no fields: %j',
    async (rest) => {
      const cloud = await startCloud()
      const body = multipart(tokenFields(credentialNamed(cloud, 'Reader')))
      const answer = await post(cloud, 'v3', { 'content-type': `multipart/form-data${rest}` }, body)
      expect(json(answer).error).toBe('bad_request')
    },
  )

  it.each([
    ['as they are', (text: string) => text],
    ['form-encoded', (text: string) => encodeURIComponent(text).replaceAll('%20', '+')],
  ])('HTTP Basic with ID and secret %s', async (_name, encode) => {
    const cloud = await startCloud()
    for (const name of ['Reader', 'Secret with special characters']) {
      const { clientId, clientSecret, scopes } = credentialNamed(cloud, name)
      const body = new URLSearchParams({ grant_type: 'client_credentials', scope: scopes.join(',') })
      const headers = basic(encode(clientId), encode(clientSecret))
      expect((await post(cloud, 'v3', headers, body.toString())).status).toBe(200)
    }
  })

  it.each([
    ['a wrong secret', 'Reader', 'wrong', 'invalid client_secret parameter'],
    ['an unknown client', 'nobody', 'wrong', 'invalid client_id parameter'],
  ])('HTTP Basic with %s is refused as in the body', async (_name, who, secret, description) => {
    const cloud = await startCloud()
    const id = who === 'nobody' ? who : credentialNamed(cloud, who).clientId
    const answer = await post(cloud, 'v3', basic(id, secret), 'grant_type=client_credentials&scope=openid')
    expect([answer.status, json(answer)]).toEqual([
      400,
      { error: 'invalid_client', error_description: description },
    ])
  })

  it('the body wins over the query', async () => {
    const cloud = await startCloud()
    const fields = tokenFields(credentialNamed(cloud, 'Reader'))
    const answer = await call(`${cloud.ims}/ims/token/v4?client_id=nobody&scope=nothing`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
    expect(answer.status).toBe(200)
  })
})
