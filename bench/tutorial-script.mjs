// @ts-check

// What someone writes who follows a tutorial on reading metadata with OAuth Server-to-Server: one asset after the other,
// each with a token of its own. Reads `{ origin, assetIds }` from standard input and prints how many milliseconds it took.
import { json } from 'node:stream/consumers'

const { origin, assetIds } = /** @type {{ origin: string, assetIds: string[] }} */ (await json(process.stdin))

async function getToken() {
  const response = await fetch(`${origin}/ims/token/v3`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'bench',
      client_secret: 'bench-secret-of-no-use',
      scope: 'AdobeID,openid',
    }),
  })
  const answer = /** @type {{ access_token: string }} */ (await response.json())
  return answer.access_token
}

/** @param {string} assetId */
async function readMetadata(assetId) {
  const token = await getToken()
  const response = await fetch(`${origin}/adobe/assets/${assetId}/metadata`, {
    headers: { Authorization: `Bearer ${token}`, 'X-Api-Key': 'bench', 'X-Adobe-Accept-Experimental': '1' },
  })
  return response.json()
}

const startedAt = performance.now()
for (const assetId of assetIds) await readMetadata(assetId)
process.stdout.write(`${performance.now() - startedAt}\n`)
