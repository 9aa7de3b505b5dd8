// What Adobe's tutorial on OAuth Server-to-Server has people write, calls and all: the form by a template string, the path
// with its dots, the literal `string` as ETag. Even its hosts are the real ones, reached by the proxy.
import assert from 'node:assert/strict'
import { check, setting } from '../case.mjs'

async function getAccessToken({ clientId, clientSecret, scopes }) {
  const response = await fetch('https://ims-na1.adobelogin.com/ims/token/v3', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}&scope=${scopes.join(',')}`,
  })
  return (await response.json()).access_token
}

await check('reads the metadata of an asset', async () => {
  const token = await getAccessToken(setting.good)
  const url = `https://${setting.bucket}.adobeaemcloud.com/adobe/../assets/${setting.assetId}/metadata`
  const response = await fetch(url, {
    method: 'GET',
    headers: {
      'If-None-Match': 'string',
      'X-Adobe-Accept-Experimental': '1',
      Authorization: `Bearer ${token}`,
      'X-Api-Key': setting.good.clientId,
    },
  })
  const metadata = await response.json()
  assert.deepEqual(Object.keys(metadata), ['assetId', 'assetMetadata', 'repositoryMetadata'])
  assert.equal(metadata.assetId, setting.assetId)
})
